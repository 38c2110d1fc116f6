"""An inquiry whose pieces are selected is told: its statements where it is answered, the nearest words where it is not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Abstention
from assistant.answering.prover import Prover
from assistant.composer import QUOTES_NEAREST, Composer
from assistant.conversation.talk import Talk
from assistant.family.in_force import InForce
from assistant.inquiry import Inquiry
from assistant.naming.resolve import Resolver
from assistant.retrieval.nearness import Nearness
from assistant.retrieval.ranking import Ranking
from assistant.retrieval.unnamed import Unnamed
from assistant.wording.lexicon import Lexicon
from tests.fake_contracts import HOSTING, Contracts
from tests.fake_embedder import FakeEmbedder

QUESTION = "Within how many minutes is a P1 incident answered?"


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *HOSTING)
        yield contracts


def composer(contracts: Contracts) -> Composer:
    library, lexicon = contracts.library, Lexicon.load()
    unnamed = Unnamed(library, contracts.index, lexicon)
    return Composer(library, contracts.search(), lexicon, unnamed, InForce(library), Prover(lexicon))


def selected(contracts: Contracts, text: str) -> Inquiry:
    talk = Talk(Resolver(contracts.library, contracts.index))
    said = talk.read(text, ())
    passages = contracts.search().passages(said.searched)
    ranking = Ranking(contracts.library, Lexicon.load(), Nearness(FakeEmbedder()))
    candidates = tuple(ranking.candidates(said.searched, passages))
    return Inquiry(
        said.question,
        "Acme",
        said.searched,
        None,
        said,
        resolution=talk.resolution(said, "Acme"),
        passages=tuple(passages),
        candidates=candidates,
        contract="Acme",
    )


def test_the_leading_piece_is_quoted_in_plain_words_where_it_is_sure(contracts: Contracts) -> None:
    inquiry = selected(contracts, QUESTION)
    sure, unsure = replace(inquiry, confidence=0.9), replace(inquiry, confidence=0.5)
    (first, *_), (other, *_) = (list(composer(contracts).statements(each, {})) for each in (sure, unsure))
    assert "fifteen (15) minutes" in first.text
    assert first.text == other.text
    assert "15 minutes" in first.lead
    assert other.lead == ""


def test_a_silence_comes_with_the_nearest_words_and_why(contracts: Contracts) -> None:
    inquiry = replace(selected(contracts, "Who pays for the penguins?"), abstained=Abstention.ABSENT)
    assert 0 < len(composer(contracts).nearest(inquiry)) <= QUOTES_NEAREST
    assert "“penguins” does not stand in this contract" in composer(contracts).silence(inquiry, {})


def test_an_answer_has_no_nearest_words_beside_it(contracts: Contracts) -> None:
    assert composer(contracts).nearest(selected(contracts, QUESTION)) == ()


def test_an_inquiry_knows_its_documents_and_the_time_of_its_stages(contracts: Contracts) -> None:
    inquiry = selected(contracts, QUESTION)
    assert inquiry.documents == list(contracts.ids("Acme"))
    assert replace(inquiry, resolution=None).documents == []
    assert inquiry.timed("select", time.perf_counter()) is inquiry
    assert inquiry.seconds["select"] >= 0.0
