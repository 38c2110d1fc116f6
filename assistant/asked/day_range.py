"""The days of a case, and those on which a rule holds: "if exercised in August 2009" under "on or before June 30, 2009". Pure; English and
French.

Only a rule that names one bound, or two that belong together, is told to hold on a day or not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.asked.asked_day import named_days
from ingest.words import fold

_REACH = 25  # characters before a day in which its bound stands
_TO = re.compile(
    r"\b(?:(?P<before>(?<!or )before|prior to|avant(?! le terme))|on or before|until|up to|by|(?:no|not) later than|through|to|and|"
    r"jusqu'au|au plus tard le|au|et)(?: le| the)?\s*$"
)
_FROM = re.compile(
    r"\b(?:(?P<after>(?<!or )after|apres)|on (?:or|and) after|from(?: and after)?|as of|as from|since|starting(?: on)?|between|"
    r"with effect from|"
    r"a compter du|a partir du|des le|depuis|du|entre)(?: le| the)?\s*$"
)
_JOINED = re.compile(r"(?<!jusqu')\b(?:to|and|au|et)(?: le| the)?\s*$")


@dataclass(frozen=True, slots=True)
class DayRange:
    """From its ``first`` to its ``last`` day, both within it; None where it is open."""

    first: date | None
    last: date | None

    def overlaps(self, other: DayRange) -> bool:
        """Whether some day is in both."""
        latest = max((each for each in (self.first, other.first) if each), default=None)
        earliest = min((each for each in (self.last, other.last) if each), default=None)
        return latest is None or earliest is None or latest <= earliest


def case_days(question: str) -> DayRange | None:
    """The one day, month or year that a question names for its case; None where it names none or several.

    Args:
        question: as typed.
    """
    found = named_days(fold(question))
    return DayRange(found[0][1], found[0][2]) if len(found) == 1 else None


def holding_days(text: str) -> DayRange | None:
    """The days on which what a text says holds; None where it does not say, or more than that.

    Args:
        text: a clause or a sentence.
    """
    folded = " ".join(fold(text).replace("’", "'").split())
    found = named_days(folded)
    before = [folded[max(0, start - _REACH) : start] for start, _, _ in found]
    if len(found) == 1:
        _, first, last = found[0]
        if (opening := _FROM.search(before[0])) is not None:
            return DayRange(last + timedelta(days=1) if opening["after"] else first, None)
        closing = _TO.search(before[0])
        if closing is None or _JOINED.search(before[0]):
            return None
        return DayRange(None, first - timedelta(days=1) if closing["before"] else last)
    if len(found) == 2 and _FROM.search(before[0]) and _JOINED.search(before[1]):
        return DayRange(found[0][1], found[1][2])
    return None
