"""How near a question or a sentence lies to pieces of text, in meaning."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import Future

import numpy as np

from ingest.embed import Embedder, Vectors

KEPT = 20_000
"""Vectors that are remembered: about 30 MB."""
_BESIDE = 16  # tokens: the prefix and the marks that an embedder adds to a text


class Nearness:
    """Compares questions with pieces of text by the embedder, and remembers the pieces. Safe to share between threads.

    Args:
        embedder: gives the vectors.
        kept: pieces that are remembered; beyond that all are forgotten, and it begins anew.
    """

    def __init__(self, embedder: Embedder, kept: int = KEPT) -> None:
        self._embedder = embedder
        self._kept = kept
        self._vectors: dict[str, Vectors] = {}
        self._making: dict[str, Future[dict[str, Vectors]]] = {}
        self._turn = threading.Lock()

    def of(self, question: str, pieces: Sequence[str]) -> list[float]:
        """The cosine (-1 to 1) of the question with each piece. A piece beyond the embedder's window is compared by its beginning.

        Args:
            question: as typed.
            pieces: with what they need to be understood, such as the headings above them.
        """
        if not pieces:
            return []
        vectors = self._vectors_of(pieces)
        cosines = np.stack([vectors[piece] for piece in pieces]) @ self._embedder.embed_question(question)
        return [float(cosine) for cosine in cosines]

    def between(self, sentence: str, pieces: Sequence[str]) -> list[float]:
        """The cosine (-1 to 1) of a sentence with each piece, all of them read as what contracts say and none as a question."""
        if not pieces:
            return []
        vectors = self._vectors_of([sentence, *pieces])
        return [float(vectors[piece] @ vectors[sentence]) for piece in pieces]

    def _vectors_of(self, pieces: Sequence[str]) -> dict[str, Vectors]:
        """The vector of each piece; those that are not remembered are made while others may ask, each of them once.

        Several who ask of the same clauses at the same moment would else all do the same work, and wait for it together.
        """
        promise: Future[dict[str, Vectors]] = Future()
        with self._turn:
            vectors = {piece: self._vectors[piece] for piece in pieces if piece in self._vectors}
            awaited = {p: self._making[p] for p in pieces if p not in vectors and p in self._making}
            unknown = [piece for piece in dict.fromkeys(pieces) if piece not in vectors and piece not in awaited]
            self._making |= dict.fromkeys(unknown, promise)
        vectors |= self._make(unknown, promise)  # before it waits for others, who may wait for these
        return vectors | {piece: other.result()[piece] for piece, other in awaited.items()}

    def _make(self, pieces: Sequence[str], promise: Future[dict[str, Vectors]]) -> dict[str, Vectors]:
        """The vectors of pieces that nobody else makes, remembered, and given to all who wait for the promise; or its error."""
        made: dict[str, Vectors] = {}
        try:
            made = dict(zip(pieces, self._embedder.embed_passages(self._within_window(pieces)), strict=True))
            promise.set_result(made)
        except BaseException as error:
            promise.set_exception(error)
            raise
        finally:
            with self._turn:
                if len(self._vectors) + len(made) > self._kept:
                    self._vectors.clear()
                self._vectors |= made
                for piece in pieces:
                    del self._making[piece]
        return made

    def _within_window(self, pieces: Sequence[str]) -> list[str]:
        """The pieces, those that are too long cut at a share of their length that fits."""
        window = self._embedder.window
        long = [piece for piece in pieces if len(piece) > window - _BESIDE]  # no token is shorter than a character
        counts = dict(zip(long, self._embedder.count_tokens(long), strict=True))
        return [
            piece if counts.get(piece, 0) <= window else piece[: int(len(piece) * 0.8 * window / counts[piece])]
            for piece in pieces
        ]
