"""An embedder that is loaded when it is first used: what needs only its name does not wait for torch."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from ingest.embed import Embedder, Vectors


class LateEmbedder:
    """An `ingest.embed.Embedder` whose properties are known before it is loaded. Safe to share between threads.

    Args:
        name: the name that the loaded embedder will have; an index is held against it.
        dimension: the length of its vectors.
        window: its window, in tokens.
        load: loads it; called once, and again only if it failed.
        unrelated_below: see `ingest.embed.Embedder`.

    Its methods raise what ``load`` raises, beside what they raise themselves.
    """

    def __init__(
        self, name: str, dimension: int, window: int, load: Callable[[], Embedder], unrelated_below: float = -1.0
    ) -> None:
        self.name = name
        self.dimension = dimension
        self.window = window
        self.unrelated_below = unrelated_below
        self._load = load
        self._loaded: Embedder | None = None
        self._turn = threading.Lock()

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text as a passage, special tokens and prefix included."""
        return self._embedder().count_tokens(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One unit-length float32 row a text: shape (len(texts), dimension)."""
        return self._embedder().embed_passages(texts)

    def embed_question(self, text: str) -> Vectors:
        """One unit-length float32 vector: shape (dimension,)."""
        return self._embedder().embed_question(text)

    def _embedder(self) -> Embedder:
        with self._turn:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded
