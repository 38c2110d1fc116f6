"""How long answers take: percentiles of seconds, in all and by stage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from assistant.answer import Answer
from evals.case import Strict

STAGES = "stages"  # the key of `Answer.trace` under which a system keeps {stage: seconds}


class Latency(Strict):
    """Seconds that one stage took ("total" is the whole answer): median and 95th percentile over ``n`` answers."""

    stage: str
    n: int
    p50: float
    p95: float


def stages(answer: Answer) -> dict[str, float]:
    """Seconds by stage as the system noted them, with the whole under "total"."""
    noted: Any = answer.trace.get(STAGES, {})
    seconds = {str(stage): float(value) for stage, value in noted.items()} if isinstance(noted, dict) else {}
    return {**seconds, "total": answer.seconds}


def latencies(answers: Sequence[dict[str, float]]) -> list[Latency]:
    """Percentiles by stage (linear interpolation), the total last; an answer without a stage does not count for it."""
    names = sorted({stage for answer in answers for stage in answer} - {"total"})
    found: list[Latency] = []
    for name in [*names, "total"] if answers else []:
        seconds = [answer[name] for answer in answers if name in answer]
        p50, p95 = np.percentile(seconds, [50, 95])
        found.append(Latency(stage=name, n=len(seconds), p50=float(p50), p95=float(p95)))
    return found
