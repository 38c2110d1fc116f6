"""A figure: a rate or mean over cases, with its n and its interval."""

from __future__ import annotations

from collections.abc import Sequence

from evals.case import Strict
from evals.interval import bootstrap_ratio, wilson
from evals.score import Score


class Figure(Strict):
    """``value`` of the measure ``name`` over the cases of ``part`` ("all", "kind=table" …), with its 95% interval.

    ``n`` counts units (cases, statements or citations, as the measure says), ``cases`` the cases they come from, and
    ``unscored`` the units that could not be judged. ``value``, ``low`` and ``high`` are None when there was nothing
    to measure.
    """

    name: str
    part: str = "all"
    value: float | None
    low: float | None = None
    high: float | None = None
    n: float = 0
    cases: int = 0
    unscored: int = 0
    method: str = "none"


def figure(name: str, scores: Sequence[Score], part: str = "all") -> Figure:
    """The figure over the scores of its cases.

    The interval is Wilson's where every case is one yes or no, and a bootstrap over cases otherwise. Where all units
    succeed or all fail a bootstrap would be of length nought; Wilson's over the number of cases is given then, which
    is the wider.
    """
    unscored = sum(s.unscored for s in scores)
    counted = [s for s in scores if s.possible > 0]
    if not counted:
        return Figure(name=name, part=part, value=None, unscored=unscored)
    gained = [s.gained for s in counted]
    possible = [s.possible for s in counted]
    value = sum(gained) / sum(possible)
    if all(s.possible == 1 and s.gained in (0, 1) for s in counted):
        method, (low, high) = "wilson", wilson(sum(gained), len(counted))
    elif value in (0.0, 1.0):
        method, (low, high) = "wilson over cases", wilson(value * len(counted), len(counted))
    else:
        method, (low, high) = "bootstrap", bootstrap_ratio(gained, possible)
    return Figure(
        name=name,
        part=part,
        value=value,
        low=low,
        high=high,
        n=sum(possible),
        cases=len(counted),
        unscored=unscored,
        method=method,
    )
