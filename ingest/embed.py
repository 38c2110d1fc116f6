"""The Embedder protocol: texts in, unit vectors out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """A sentence embedder.

    ``name`` identifies the model and its weights: an index built under one name refuses another.
    ``dimension`` is the length of a vector; ``window`` the number of tokens that a passage may have, special
    tokens and prefix included; ``unrelated_below`` the cosine under which a question and a passage have nothing to do with
    each other (-1 where nobody measured it).
    """

    name: str
    dimension: int
    window: int
    unrelated_below: float

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text as a passage, special tokens and prefix included."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One unit-length float32 row a text: shape (len(texts), dimension)."""
        ...

    def embed_question(self, text: str) -> Vectors:
        """One unit-length float32 vector: shape (dimension,)."""
        ...


def cosines_known(unrelated_below: float) -> bool:
    """Whether it is known what the cosines of an embedder mean, by its ``unrelated_below``."""
    return unrelated_below > -1.0
