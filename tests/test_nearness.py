from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from assistant.retrieval.nearness import Nearness
from ingest.embed import Vectors
from ingest.errors import EmbedderError
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


class Slow(FakeEmbedder):
    """Goes on with its first piece of work when somebody has begun to wait for it, or fails at it then."""

    def __init__(self, fault: Exception | None = None) -> None:
        super().__init__()
        self.begun, self.go_on = threading.Event(), threading.Event()
        self._fault = fault

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        if texts and not self.begun.is_set():
            self.begun.set()
            assert self.go_on.wait(20)
            if self._fault:
                raise self._fault
        return super().embed_passages(texts)


def ask_twice_at_once(embedder: Slow) -> tuple[Nearness, Future[list[float]], Future[list[float]]]:
    nearness = Nearness(embedder)
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(nearness.of, "fee", PIECES)
        assert embedder.begun.wait(20)
        second = threads.submit(nearness.of, "fee", [*PIECES, "another"])
        while embedder.embedded < 1 and not second.done():  # what the second alone asks about is made meanwhile
            time.sleep(0.01)
        embedder.go_on.set()
    return nearness, first, second


def test_two_who_ask_at_once_about_the_same_pieces_have_them_made_once() -> None:
    embedder = Slow()
    _, first, second = ask_twice_at_once(embedder)
    assert second.result()[:2] == first.result()
    assert embedder.embedded == 3


def test_who_waits_for_pieces_that_fail_is_told_and_the_next_one_makes_them() -> None:
    embedder = Slow(EmbedderError("expected a model, got none"))
    nearness, first, second = ask_twice_at_once(embedder)
    for asked in (first, second):
        with pytest.raises(EmbedderError):
            asked.result()
    assert len(nearness.of("fee", PIECES)) == 2
