"""The gates that a build must pass: figures that must not fall."""

from __future__ import annotations

from dataclasses import dataclass

from evals.figure import Figure
from evals.result import Result


@dataclass(frozen=True, slots=True)
class Gate:
    """A figure with a least value, or one that must not fall below its baseline's 95% interval, or both.

    ``least`` is the value that the figure must reach, None for no such bound. With ``against_baseline`` the figure
    must not be lower than the lower end of the baseline's interval: less is worse than chance explains. All gated
    figures are better when higher.
    """

    name: str
    part: str = "all"
    least: float | None = None
    against_baseline: bool = False


GATES: tuple[Gate, ...] = (
    Gate("verbatim", least=1.0),
    Gate("page right", least=1.0),
    Gate("faithfulness", against_baseline=True),
    Gate("hit@5", against_baseline=True),
    Gate("rejection", against_baseline=True),
    Gate("coverage", against_baseline=True),
    Gate("correct", against_baseline=True),
)


def crossings(result: Result, baseline: Result | None = None, gates: tuple[Gate, ...] = GATES) -> list[str]:
    """The gates that are crossed, one sentence each; empty when all hold.

    A figure that could not be measured crosses its gate: what shows nothing proves nothing. Without a baseline only
    the least values are asked for. A gate whose figure the baseline does not have is not held to it, save for its
    least value. A case on which the system broke down crosses the gates too.
    """
    failed = [case for case in result.cases if case.failure is not None]
    found = [f"expected every case to be answered, {len(failed)} failed: {failed[0].failure}"] if failed else []
    for gate in gates:
        found += _crossed(gate, result, baseline)
    return found


def _crossed(gate: Gate, result: Result, baseline: Result | None) -> list[str]:
    before = baseline.figure(gate.name, gate.part) if baseline and gate.against_baseline else None
    bounds: list[tuple[float, str]] = []
    if gate.least is not None:
        bounds.append((gate.least, "the least that is allowed"))
    if before is not None and before.low is not None:
        bounds.append((before.low, f"the lower end of the baseline's interval ({_spelt(before)})"))
    if not bounds:
        return []
    now = result.figure(gate.name, gate.part)
    if now is None or now.value is None:
        return [f"{gate.name} ({gate.part}): expected a figure, found nothing that could be measured"]
    return [
        f"{gate.name} ({gate.part}): expected at least {bound:.4f}, {why}; found {_spelt(now)}"
        for bound, why in bounds
        if now.value < bound
    ]


def _spelt(figure: Figure) -> str:
    if figure.value is None or figure.low is None or figure.high is None:
        return "nothing"
    return f"{figure.value:.4f}, {figure.low:.3f}–{figure.high:.3f}, n={figure.n:g}"
