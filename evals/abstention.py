"""Rejection and coverage as the threshold of confidence moves."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer
from evals.case import Strict

SILENT_BELOW = "silent below"  # the key of `evals.result.Origin.settings` for the threshold in use
CONFIDENCE = "confidence"  # the key of `Answer.trace` under which a system says how sure it is, higher being surer


class Confidence(Strict):
    """How sure the system was of one case, and whether the contract answers it."""

    value: float
    answerable: bool


class CurvePoint(Strict):
    """What silence below ``threshold`` would give: shares from 0 to 1, None without such questions."""

    threshold: float
    rejection: float | None
    coverage: float | None


def confidence(answer: Answer) -> float | None:
    """How sure the system says it is (``trace["confidence"]``), None when it says nothing that is a number."""
    value = answer.trace.get(CONFIDENCE)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def curve(cases: Sequence[Confidence], points: int = 21) -> list[CurvePoint]:
    """The curve at up to ``points`` thresholds, each the confidence of a case, evenly spread over the cases in order.

    Rejection is the share of unanswerable questions below the threshold, coverage the share of answerable ones at or
    above it. The measure is that of selective prediction: R. El-Yaniv and Y. Wiener, JMLR 11 (2010).
    """
    values = sorted({case.value for case in cases})
    count = min(points, len(values))
    thresholds = [values[round(i * (len(values) - 1) / max(1, count - 1))] for i in range(count)]
    yes = [case.value for case in cases if case.answerable]
    no = [case.value for case in cases if not case.answerable]
    return [
        CurvePoint(
            threshold=t,
            rejection=sum(value < t for value in no) / len(no) if no else None,
            coverage=sum(value >= t for value in yes) / len(yes) if yes else None,
        )
        for t in thresholds
    ]
