"""How likely the contract answers a question, from the signals of what was found.

A logistic regression; its weights are fitted by `python -m evals.calibrate` on questions about contracts that no gold set
holds (docs/silence.md), and stand in ``assistant/data/assurance.json``.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources

from assistant.retrieval.signals import NAMES, Signals


@dataclass(frozen=True, slots=True)
class Assurance:
    """The weights: one for each signal, and the constant."""

    weights: tuple[float, ...]
    constant: float

    @classmethod
    def load(cls) -> Assurance:
        """The weights that are shipped, read once a process.

        Raises:
            ValueError: when the file does not name exactly the signals of `assistant.retrieval.signals`.
        """
        return _shipped()

    def of(self, signals: Signals) -> float:
        """The probability, 0 to 1, that the contract answers the question."""
        total = self.constant + sum(w * v for w, v in zip(self.weights, signals.vector(), strict=True))
        return 1.0 / (1.0 + math.exp(-total))


def read_weights(text: str) -> Assurance:
    """The weights of a JSON object ``{"constant", "weights": {signal: weight}}``.

    Raises:
        ValueError: when it does not name exactly the signals of `assistant.retrieval.signals`.
    """
    given = json.loads(text)
    if set(given["weights"]) != set(NAMES):
        raise ValueError(f"expected weights for {', '.join(NAMES)}, got {', '.join(given['weights'])}; fit them anew")
    return Assurance(tuple(given["weights"][name] for name in NAMES), given["constant"])


@cache
def _shipped() -> Assurance:
    return read_weights((resources.files("assistant") / "data" / "assurance.json").read_text(encoding="utf-8"))
