from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.candidate import Candidate, Ranking
from assistant.lexicon import Lexicon
from assistant.nearness import Nearness
from assistant.question import read_question
from tests.fake_contracts import HOSTING, Contracts
from tests.fake_embedder import FakeEmbedder


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


def ranked(contracts: Contracts, question: str) -> list[Candidate]:
    asked = read_question(question)
    return Ranking(contracts.library, Lexicon.load(), Nearness(FakeEmbedder())).candidates(
        asked, contracts.search().passages(asked)
    )


def words(contracts: Contracts, candidate: Candidate) -> str:
    return candidate.span.of(contracts.library.document(candidate.passage.document_id).text)


def test_the_sentence_with_the_words_and_the_kind_of_thing_comes_first(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    best = ranked(contracts, "Within how many days are invoices due?")[0]
    assert words(contracts, best) == "Invoices are due within thirty (30) days."


def test_candidates_are_ordered_and_each_stands_once_in_its_passage(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    found = ranked(contracts, "What must the Provider do?")
    scores = [candidate.score for candidate in found]
    assert scores == sorted(scores, reverse=True)
    assert len({candidate.span for candidate in found}) == len(found)
    for candidate in found:
        assert candidate.passage.start <= candidate.span.start < candidate.span.end <= candidate.passage.end
        assert 0.0 <= candidate.coverage <= 1.0


def test_a_clause_named_by_number_comes_first_whatever_the_words(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    best = ranked(contracts, "What does clause 3.2 say of the monthly fee and of invoices?")[0]
    assert "shall not subcontract" in words(contracts, best)


def test_a_row_for_another_priority_is_no_candidate(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Levels", "Priority\tTime", "P1\t15 minutes", "P2\t4 hours")
    found = {words(contracts, candidate) for candidate in ranked(contracts, "What is the time of a P2?")}
    assert "P2\t4 hours" in found
    assert "P1\t15 minutes" not in found


def test_the_header_of_a_table_is_no_candidate_by_itself(contracts: Contracts) -> None:
    contracts.add(
        "Acme", "1. Levels", "Priority\tWorking Hours\tNight", "P1\t15 minutes\t30 minutes", "P2\t4 hours\t8 hours"
    )
    found = {
        words(contracts, candidate) for candidate in ranked(contracts, "What are the working hours of a priority?")
    }
    assert "P1\t15 minutes\t30 minutes" in found
    assert not any(text.startswith("Priority") for text in found)


def test_without_passages_there_are_no_candidates(contracts: Contracts) -> None:
    assert ranked(contracts, "What must the Provider do?") == []
