"""Days counted from a day: calendar days, weeks, months, years, and business days of a week. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.values.figures import Figure
from ingest.days import months_after

DAYS = {"day": 1, "calendar day": 1, "week": 7}
MONTHS = {"month": 1, "calendar month": 1, "year": 12}
WORKING = "business day"
_MOST_WORKED = 1000  # business days; a contract counts no more


def counted(start: date, period: Figure, backwards: bool = False, week: int = 5) -> date | None:
    """The day that lies a period after another; None beyond the calendar, for a part of a day, and for a period that is none of days.

    Args:
        start: from which it is counted.
        period: how many days, weeks, months, years or business days.
        backwards: whether the day before it is wanted.
        week: how many days of the week, from Monday on, are business days.
    """
    if period.value != int(period.value):
        return None
    number = int(period.value) * (-1 if backwards else 1)
    try:
        if period.unit == WORKING:
            return _worked(start, number, week)
        if period.unit in DAYS:
            return start + timedelta(days=number * DAYS[period.unit])
        return months_after(start, number * MONTHS[period.unit]) if period.unit in MONTHS else None
    except (OverflowError, ValueError):
        return None


def _worked(start: date, number: int, week: int) -> date | None:
    """The day so many business days after another, or before it for a negative number; None for more than a few years."""
    if abs(number) > _MOST_WORKED:
        return None
    step = timedelta(days=1 if number > 0 else -1)
    day, left = start, abs(number)
    while left:
        day += step
        left -= day.weekday() < week
    return day
