"""How far a measure differs between the pairs of languages of question and document."""

from __future__ import annotations

from dataclasses import dataclass

from evals.record import LANGUAGE_PART
from evals.result import Result


@dataclass(frozen=True, slots=True)
class Spread:
    """The pairs ("fr→en") where a measure is highest and lowest, and its value there, 0 to 1."""

    highest: str
    lowest: str
    most: float
    least: float

    @property
    def points(self) -> float:
        """The difference in percentage points."""
        return 100 * (self.most - self.least)


def pairs(result: Result) -> list[str]:
    """The pairs that were asked, in order of the alphabet: "en→en" first."""
    parts = {figure.part for figure in result.figures if figure.part.startswith(LANGUAGE_PART)}
    return sorted(part.removeprefix(LANGUAGE_PART) for part in parts)


def spread(result: Result, measure: str) -> Spread | None:
    """The spread of a measure over the pairs in which it was measured; None when there are fewer than two."""
    found = [(pair, result.figure(measure, LANGUAGE_PART + pair)) for pair in pairs(result)]
    values = {pair: figure.value for pair, figure in found if figure is not None and figure.value is not None}
    if len(values) < 2:
        return None
    highest, lowest = max(values, key=lambda pair: values[pair]), min(values, key=lambda pair: values[pair])
    return Spread(highest, lowest, values[highest], values[lowest])
