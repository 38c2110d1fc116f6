from __future__ import annotations

import pytest

from assistant.nearness import Nearness
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


def test_no_pieces_no_cosines() -> None:
    assert Nearness(FakeEmbedder()).of("fee", []) == []
