from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.asked.question import read_question
from assistant.retrieval.candidate import Candidate
from assistant.retrieval.in_turns import in_turns
from assistant.retrieval.nearness import Nearness
from assistant.retrieval.ranking import Ranking
from assistant.wording.lexicon import Lexicon
from tests.fake_contracts import Contracts
from tests.fake_embedder import FakeEmbedder

BOTH = "what do clause 4 of the SLA and of the DPA say?"


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        times = (
            "4. Times",
            "4.1 An answer comes in an hour.",
            "4.2 A fix comes in a day.",
            "4.3 A report comes in a week.",
        )
        contracts.add("Acme", *times, name="annex-1-service-levels", title="Annex 1 - Service Level Agreement")
        secrets = ("4. Secrecy", "4.1 Personal data is kept secret.", "4.2 Personal data is erased at the end.")
        contracts.add("Acme", *secrets, name="annex-2-data-protection", title="Annex 2 - Data Processing Agreement")
        yield contracts


def candidates(contracts: Contracts, question: str) -> list[Candidate]:
    asked = read_question(question)
    ranking = Ranking(contracts.library, Lexicon.load(), Nearness(FakeEmbedder()))
    return ranking.candidates(asked, contracts.search().passages(asked))


def test_of_clauses_of_two_documents_each_has_its_turn(contracts: Contracts) -> None:
    found = candidates(contracts, BOTH)
    assert len(found) > 3
    assert (
        len({each.passage.document for each in found[:2]}) == len({each.passage.document for each in found[2:4]}) == 2
    )
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_what_asks_for_one_document_is_left_as_it_is(contracts: Contracts) -> None:
    found = candidates(contracts, BOTH)
    for question in ("clause 4 of the SLA", "must clause 4 of the SLA and of the DPA be signed by the bank?"):
        assert in_turns(read_question(question), found[::-1]) == found[::-1]
