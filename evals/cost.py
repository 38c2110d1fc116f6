"""What answers cost beside time: passages read, and tokens where a language model is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from assistant.answer import Answer
from evals.case import Strict

TOKENS = "tokens"  # the key of `Answer.trace` under which a system keeps the counts of `assistant.answering.tokens.TokenCount`


class Tokens(Strict):
    """Calls of the language model for one answer, and the tokens that they read and wrote.

    ``estimated`` says that the model did not report them all, and that characters were counted instead.
    """

    calls: int
    read: int
    written: int
    estimated: bool


class Cost(Strict):
    """What ``n`` answers took of ``item``: median, 95th percentile, and all together."""

    item: str
    n: int
    p50: float
    p95: float
    total: float


def tokens(answer: Answer) -> Tokens | None:
    """The tokens of an answer, None when no language model was called."""
    noted: Any = answer.trace.get(TOKENS)
    return Tokens.model_validate(noted) if isinstance(noted, dict) else None


def costs(passages: Sequence[int], spent: Sequence[Tokens]) -> list[Cost]:
    """Passages read an answer, then the calls and tokens of those that used a language model."""
    estimated = " (estimated)" if any(t.estimated for t in spent) else ""
    counted = {
        "passages read": list(passages),
        "model calls": [t.calls for t in spent],
        f"tokens read{estimated}": [t.read for t in spent],
        f"tokens written{estimated}": [t.written for t in spent],
    }
    return [_cost(item, values) for item, values in counted.items() if values]


def _cost(item: str, values: Sequence[int]) -> Cost:
    p50, p95 = np.percentile(values, [50, 95])
    return Cost(item=item, n=len(values), p50=float(p50), p95=float(p95), total=float(sum(values)))
