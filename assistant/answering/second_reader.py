"""The second reader of a sentence that a model wrote: the built-in cross-encoder, or a model of inference that the settings name."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answering.prover import SecondReader
from assistant.proof.entailment import load_entailment
from assistant.retrieval import cross_encoder
from assistant.retrieval.cross_encoder import CrossEncoder
from assistant.settings import DEFAULT_READER, NO_READER

REFUSED_BELOW = -2.0
BORNE_OUT_FROM = 1.5
"""Log-odds of the built-in cross-encoder; set on labelled pairs, so that few true statements are withheld (docs/grounding.md)."""

_CELL = "\t"  # parts the cells of a row in a canonical text


class BuiltInSecondReader:
    """A `SecondReader` over the cross-encoder that comes with the program.

    Args:
        encoder: reads words and sentence together.
    """

    def __init__(self, encoder: CrossEncoder) -> None:
        self._encoder = encoder
        self.name = encoder.name

    def entails(self, premise: str, hypothesis: str) -> bool | None:
        """Whether the premise bears the hypothesis out; None between the two thresholds, and where it cannot be read.

        That is where the two are too long, and where the premise holds a row of a table: the model learnt from sentences alone.
        """
        if _CELL in premise:
            return None
        score = self._encoder.bears_out(premise, hypothesis)
        if score is None or REFUSED_BELOW <= score < BORNE_OUT_FROM:
            return None
        return score >= BORNE_OUT_FROM


def load_second_reader(name: str, built_in: Callable[[], CrossEncoder] = cross_encoder.load) -> SecondReader | None:
    """The second reader of that name; None for "none".

    Args:
        name: as in the settings: the built-in one's, "none", or the folder or hub name of a cross-encoder.
        built_in: gives the built-in cross-encoder, where that is named.

    Raises:
        SettingsError: the model that is named cannot be had.
        ModelMismatch: the built-in one's files do not have their hashes.
    """
    if name == DEFAULT_READER:
        return BuiltInSecondReader(built_in())
    return load_entailment(name) if name != NO_READER else None
