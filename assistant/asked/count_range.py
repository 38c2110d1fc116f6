"""The ranges of counts that the cells of a table give: "2,001 to 3,200", "De 1 201 à 1 600", "50+". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.words import fold

_N = r"(?:us)?[€$£]?\s?(?P<{}>\d{{1,3}}(?:[ ,.]\d{{3}})+|\d+(?:[.,]\d+)?)"
_OVER = r"(?:more than|over|above|exceeding|greater than|plus de|au-dela de|au-dessus de|superieure? a|>)"
_FROM = r"(?:at least|from|a partir de|des|au moins|>=|≥)"
_UNDER = r"(?:below|under|less than|moins de|inferieure? a|<)"
_UP_TO = r"(?:up to(?: and including)?|at most|not more than|jusqu'a|au plus|<=|≤)"
_ALSO = r"(?:\s(?:inclus\w*|included|inclusive|compris\w*))?"
_FORMS = tuple(  # whether the lower and the upper end belong to the range
    (re.compile(form + _ALSO), low, high)
    for form, low, high in (
        (
            rf"(?:(?:between|entre|from|de) )?{_N.format('lower')}\s?(?:to|a|and|et|-|–|—)\s?{_N.format('upper')}",
            True,
            True,
        ),
        (rf"{_UP_TO}\s?{_N.format('upper')}", False, True),
        (rf"{_UNDER}\s?{_N.format('upper')}", False, False),
        (rf"{_OVER}\s?{_N.format('lower')}", False, False),
        (rf"{_FROM}\s?{_N.format('lower')}", True, False),
        (rf"{_N.format('lower')}\s?(?:\+|and (?:above|more|over)|or more|et plus|ou plus)", True, False),
    )
)
_GROUPED = re.compile(r"\d{1,3}(?:[ ,.]\d{3})+")
_LONGEST = 60  # characters of a cell that is a range and nothing else


@dataclass(frozen=True, slots=True)
class CountRange:
    """From which count to which, None for an end that is open, and whether the ends belong to it."""

    lower: float | None
    upper: float | None
    with_lower: bool
    with_upper: bool

    def holds(self, count: float) -> bool:
        """Whether a count lies in the range."""
        above = self.lower is None or count > self.lower or (self.with_lower and count == self.lower)
        below = self.upper is None or count < self.upper or (self.with_upper and count == self.upper)
        return above and below

    @property
    def before(self) -> float:
        """The last whole count below the range."""
        return 0.0 if self.lower is None else self.lower - 1 if self.with_lower else self.lower


def count_range(cell: str, scale: float = 1.0) -> CountRange | None:
    """The range that a cell gives and nothing else; None for any other cell.

    Args:
        cell: the words of the cell.
        scale: what the numbers of its column are counted in: 1e9 for billions.
    """
    folded = " ".join(fold(cell).split())
    if len(folded) > _LONGEST:
        return None
    for form, low, high in _FORMS:
        match = form.fullmatch(folded)
        if match is not None:
            ends = match.groupdict()
            lower, upper = (None if not ends.get(end) else scale * _value(ends[end]) for end in ("lower", "upper"))
            return (
                None
                if lower is not None and upper is not None and lower >= upper
                else CountRange(lower, upper, low, high)
            )
    return None


def _value(number: str) -> float:
    """The number that digits mean: "1,201" and "1 201" are 1201, "0,5" is 0.5."""
    if _GROUPED.fullmatch(number):
        return float(re.sub(r"[ ,.]", "", number))
    return float(number.replace(",", "."))
