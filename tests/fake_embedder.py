"""An embedder without a model: a bag of stemmed words hashed into 64 dimensions, the same in every process."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from ingest.embed import Vectors
from ingest.words import stems


class FakeEmbedder:
    """Implements `ingest.embed.Embedder`; texts that share words are near each other.

    ``embedded`` counts the passages seen.
    """

    def __init__(self, name: str = "fake", dimension: int = 64, window: int = 256) -> None:
        self.name = name
        self.dimension = dimension
        self.window = window
        self.unrelated_below = -1.0
        self.embedded = 0

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) + 2 for text in texts]

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.embedded += len(texts)
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        return np.stack([self._embed(text) for text in texts])

    def embed_question(self, text: str) -> Vectors:
        return self._embed(text)

    def _embed(self, text: str) -> Vectors:
        vector = np.zeros(self.dimension, np.float32)
        vector[0] = 1e-3  # a text without words has a direction too
        for stem in stems(text, "en"):
            vector[zlib.crc32(stem.encode()) % self.dimension] += 1.0
        return vector / np.float32(np.linalg.norm(vector))
