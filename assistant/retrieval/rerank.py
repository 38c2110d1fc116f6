"""A second look at the best passages, by a cross-encoder that the settings name: question and passage read together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from assistant.errors import SettingsError

LOOKED_AT = 20
"""Passages that are looked at again: the first ten lack the evidence for few questions, twenty for hardly any."""


class Reranker(Protocol):
    """Says how well passages answer a question."""

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """One score a passage, on any scale; higher is better."""
        ...


class PairScorer(Protocol):
    """The part of `sentence_transformers.CrossEncoder` that is used."""

    def predict(self, inputs: Any, /) -> Any:
        """A score for each (question, passage) pair."""
        ...


class CrossEncoderReranker:
    """A `Reranker` over a cross-encoder.

    Args:
        model: scores pairs of texts; what is longer than its window it cuts.
    """

    def __init__(self, model: PairScorer) -> None:
        self._model = model

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """One score a passage.

        Raises:
            SettingsError: when the model gives several a pair, as one that sorts into classes does.
        """
        found = self._model.predict([(question, passage) for passage in passages]) if passages else []
        if any(getattr(score, "ndim", 0) for score in found):
            raise SettingsError(
                "CLAUSIER_RERANKER: expected a cross-encoder that gives one score a pair, got several scores; "
                "name one that was made for reranking"
            )
        return [float(score) for score in found]


def load_reranker(name: str) -> CrossEncoderReranker:
    """The cross-encoder of that name: a folder, or a hub name, which is then fetched once.

    Raises:
        SettingsError: it cannot be loaded.
    """
    from sentence_transformers import CrossEncoder  # here for start-up speed

    try:
        return CrossEncoderReranker(CrossEncoder(name, device="cpu"))
    except (OSError, ValueError, RuntimeError) as error:
        raise SettingsError(
            f"CLAUSIER_RERANKER: expected {name!r} to be a folder or a hub name of a cross-encoder, and it did not load: {error}"
        ) from error
