"""Leading pieces that lie close together are read with the question; what leads clearly is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import FoundPassage
from assistant.asked.question import Question, read_question
from assistant.retrieval.candidate import Candidate
from assistant.retrieval.nearness import Nearness
from assistant.retrieval.ranking import Ranking
from assistant.retrieval.rereading import Rereading
from assistant.wording.lexicon import Lexicon
from tests.fake_contracts import Contracts
from tests.fake_embedder import FakeEmbedder

CLAUSES = (
    "1. The Supplier may end this agreement by notice of ninety days.",
    "2. The Customer may end this agreement by notice of thirty days.",
    "3. The law of Malta applies.",
)


class Reader:
    """Reads every pair, and gives the log-odds of the first word that stands in the words."""

    def __init__(self, odds: Mapping[str, float]) -> None:
        self._odds = odds
        self.read: list[str] = []

    def answering(self, question: str, words: str) -> float:
        self.read.append(words)
        return next((odds for word, odds in self._odds.items() if word in words), 0.0)


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *CLAUSES)
        yield contracts


def ranked(contracts: Contracts, text: str) -> tuple[Question, list[FoundPassage], list[Candidate]]:
    question = read_question(text)
    passages = contracts.search().passages(question)
    candidates = Ranking(contracts.library, Lexicon.load(), Nearness(FakeEmbedder())).candidates(question, passages)
    return question, passages, [replace(candidate, score=3.0 - n / 10) for n, candidate in enumerate(candidates)]


def leading(contracts: Contracts, candidates: tuple[Candidate, ...]) -> str:
    first = candidates[0]
    return first.span.of(contracts.library.document(first.passage.document_id).text)


@pytest.mark.parametrize("side", ["Supplier", "Customer"])
def test_of_pieces_that_lie_close_the_one_that_answers_leads_and_its_passage_too(
    contracts: Contracts, side: str
) -> None:
    question, passages, candidates = ranked(contracts, "notice to end this agreement")
    reread = Rereading(contracts.library, Reader({side: 5.0})).of(question, passages, candidates)
    assert side in leading(contracts, reread[1])
    assert side in reread[0][0].text
    assert sorted(p.start for p in reread[0]) == sorted(p.start for p in passages)
    assert {c.span for c in reread[1]} == {c.span for c in candidates}


def test_what_leads_clearly_is_not_read(contracts: Contracts) -> None:
    question, passages, candidates = ranked(contracts, "notice to end this agreement")
    apart = [replace(candidate, score=3.0 - n) for n, candidate in enumerate(candidates)]
    reader = Reader({})
    assert Rereading(contracts.library, reader).of(question, passages, apart) == (tuple(passages), tuple(apart))
    assert reader.read == []


def test_a_clause_that_is_asked_for_by_number_keeps_its_place(contracts: Contracts) -> None:
    question, passages, candidates = ranked(contracts, "clause 2")
    reader = Reader({"Supplier": 6.0})
    reread = Rereading(contracts.library, reader).of(question, passages, candidates)
    assert reread == (tuple(passages), tuple(candidates))


def test_pieces_are_read_below_the_headings_next_above_them(contracts: Contracts) -> None:
    question, passages, candidates = ranked(contracts, "notice to end this agreement")
    reader = Reader({})
    Rereading(contracts.library, reader).of(question, passages, candidates)
    assert len(reader.read) > 1
    for words, candidate in zip(reader.read, candidates, strict=False):
        headings, said = words.split(": ", 1)
        assert candidate.passage.breadcrumb.endswith(headings)
        assert said in candidate.passage.text


def test_what_does_not_state_the_topic_is_not_put_before_what_does(contracts: Contracts) -> None:
    question, passages, candidates = ranked(contracts, "How may this agreement end?")
    first, *others = candidates
    kept = [first, *(replace(other, on_topic=False) for other in others)]
    reader = Reader({"Supplier": 5.0, "Customer": 5.0, "Malta": 5.0})
    _, found = Rereading(contracts.library, reader).of(question, passages, kept)
    assert found[0].span == first.span
    assert reader.read == []
