from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.nearness import Nearness
from ingest.embed import Vectors
from tests.fake_embedder import FakeEmbedder

PIECES = ["The monthly fee is due.", "Backups are kept."]


def test_the_piece_that_says_it_is_nearer() -> None:
    fee, backups = Nearness(FakeEmbedder()).of("monthly fee", PIECES)
    assert -1.0 <= backups < fee <= 1.0 + 1e-6


def test_pieces_are_remembered_until_there_are_too_many() -> None:
    embedder = FakeEmbedder()
    nearness = Nearness(embedder, kept=3)
    first = nearness.of("fee", PIECES)
    assert nearness.of("fee", PIECES) == first
    assert embedder.embedded == 2
    nearness.of("fee", ["one more", "and another"])
    assert nearness.of("fee", PIECES) == first
    assert embedder.embedded == 6


def test_a_piece_beyond_the_window_is_compared_by_its_beginning() -> None:
    nearness = Nearness(FakeEmbedder(window=32))
    begins, ends = nearness.of("fee", ["fee " * 10 + "other " * 90, "other " * 90 + "fee " * 10])
    assert begins > 0.1
    assert ends == pytest.approx(0.0, abs=1e-3)


class Interrupted(FakeEmbedder):
    """While it embeds for the first time, somebody else asks about other pieces, so that all is forgotten."""

    nearness: Nearness | None = None

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        nearness, self.nearness = self.nearness, None
        if nearness is not None:
            nearness.of("fee", ["one", "two", "three"])
        return super().embed_passages(texts)


def test_pieces_that_somebody_elses_question_pushes_out_are_compared_all_the_same() -> None:
    embedder = Interrupted()
    nearness = Nearness(embedder, kept=3)
    first = nearness.of("fee", PIECES[:1])
    embedder.nearness = nearness
    assert nearness.of("fee", PIECES)[0] == first[0]


def test_no_pieces_no_cosines() -> None:
    assert Nearness(FakeEmbedder()).of("fee", []) == []


def test_a_sentence_is_compared_as_the_pieces_are() -> None:
    nearness = Nearness(FakeEmbedder())
    same, other = nearness.between(PIECES[0], PIECES)
    assert other < same == pytest.approx(1.0)
    assert nearness.between(PIECES[0], []) == []
