from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.asked.question import read_question
from assistant.errors import SettingsError
from assistant.retrieval.rerank import LOOKED_AT, CrossEncoderReranker, load_reranker
from assistant.retrieve import Search
from assistant.wording.lexicon import Lexicon
from tests.fake_contracts import Contracts

FILLER = "word " * 200 + "end."  # makes each clause a passage of its own


class Favourite:
    """A reranker that likes one word."""

    def __init__(self, word: str) -> None:
        self._word = word
        self.seen: list[tuple[str, int]] = []

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        self.seen.append((question, len(passages)))
        return [100.0 * (self._word in passage) for passage in passages]


def test_what_the_reranker_likes_ranks_up_among_those_looked_at(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *(line for n in range(1, 41) for line in (f"{n}. Part {n}", f"Fees number{n} {FILLER}")))
        plain = contracts.search().passages(read_question("fees"), None, 40)
        favourite = Favourite(plain[9].text.split()[4])
        search = Search(contracts.library, contracts.index, contracts.embedder, Lexicon.load(), favourite)
        found = search.passages(read_question("fees"), None, 3)
    assert plain[9].text in [p.text for p in found[:2]]
    assert favourite.seen == [("fees", LOOKED_AT)]
    assert [p.score for p in found] == sorted((p.score for p in found), reverse=True)
    assert len(found) == 3


class Scorer:
    """A cross-encoder that gives what it is told to."""

    def __init__(self, given: object) -> None:
        self.given = given
        self.asked: list[tuple[str, str]] = []

    def predict(self, inputs: list[tuple[str, str]], /) -> object:
        self.asked = inputs
        return self.given


def test_a_cross_encoder_reads_question_and_passage_together() -> None:
    scorer = Scorer(np.array([0.5, -2.0], np.float32))
    assert CrossEncoderReranker(scorer).scores("q", ["one", "two"]) == [0.5, -2.0]
    assert scorer.asked == [("q", "one"), ("q", "two")]
    assert CrossEncoderReranker(scorer).scores("q", []) == []


def test_a_model_that_sorts_into_classes_is_refused() -> None:
    with pytest.raises(SettingsError, match="one score a pair"):
        CrossEncoderReranker(Scorer(np.zeros((1, 3)))).scores("q", ["one"])


@pytest.mark.slow  # loads torch
def test_a_folder_that_holds_no_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"CLAUSIER_RERANKER: expected .* a cross-encoder, and it did not load"):
        load_reranker(str(tmp_path))
