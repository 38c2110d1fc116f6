from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.phrase_lookup import PhraseLookup
from assistant.question import read_question
from tests.fake_contracts import Contracts

FILLER = "word " * 200 + "end."  # makes each clause a passage of its own
HELD = (
    "1. One",
    f"Nothing here {FILLER}",
    "2. Two",
    f"in case of FORCE\nMAJEURE {FILLER}",
    "3. Three",
    f"Force majeure {FILLER}",
)
PHRASE = read_question("“force majeure”")


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        for name in ("Acme", "Bolt", "Crow"):
            contracts.add(name, *HELD)
        contracts.add("Dune", "1. One", FILLER)
        yield contracts


def test_all_passages_that_hold_the_phrase_are_found_while_there_are_not_enough(contracts: Contracts) -> None:
    known = contracts.library.current()
    found = PhraseLookup(contracts.library, contracts.index).passages(PHRASE, known.keys(), [], 100)
    assert len(found) == 6
    assert {known[document].contract for document, _ in found} == {"Acme", "Bolt", "Crow"}


def test_the_documents_that_rank_first_are_opened_first_and_no_more_than_needed(contracts: Contracts) -> None:
    ids = {record.contract: id_ for id_, record in contracts.library.current().items()}
    lookup = PhraseLookup(contracts.library, contracts.index)
    ranked = [(ids["Dune"], 0), (ids["Crow"], 0), (ids["Acme"], 1)]
    assert {document for document, _ in lookup.passages(PHRASE, ids.values(), ranked, 2)} == {ids["Crow"]}
    assert {document for document, _ in lookup.passages(PHRASE, ids.values(), ranked, 3)} == {ids["Crow"], ids["Acme"]}


def test_a_question_that_quotes_nothing_finds_nothing(contracts: Contracts) -> None:
    lookup = PhraseLookup(contracts.library, contracts.index)
    ids = contracts.library.current().keys()
    assert lookup.documents(read_question("force majeure"), ids) == set()
    assert lookup.passages(read_question("force majeure"), ids, [], 5) == set()
