"""Days of the year, days of the week and times of the day in a text, in English and French. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = (
    "january janvier jan|february fevrier feb|march mars|april avril apr|may mai|june juin|july juillet|august aout aug|"
    "september septembre sept|october octobre oct|november novembre nov|december decembre dec"
)
MONTH_NAMES = {name: n for n, names in enumerate(_MONTHS.split("|"), 1) for name in names.split()}
_WEEKDAYS = (
    "monday lundi|tuesday mardi|wednesday mercredi|thursday jeudi|friday vendredi|saturday samedi|sunday dimanche"
)
WEEKDAY_NAMES = {name: n for n, names in enumerate(_WEEKDAYS.split("|"), 1) for name in names.split()}

_MONTH = "(?P<month>" + "|".join(MONTH_NAMES) + ")"
_ORDINAL = r"(?:\s?(?:er|st|nd|rd|th))?"
_YEAR = r"(?:,?\s(?P<year>(?:19|20)\d\d)\b)?"
_DATES = (
    re.compile(rf"\b(?P<day>\d{{1,2}}){_ORDINAL}\s(?:of\s)?{_MONTH}\b{_YEAR}"),
    re.compile(rf"\b{_MONTH}\s(?P<day>\d{{1,2}}){_ORDINAL}\b{_YEAR}"),
    re.compile(r"\b(?P<day>[0-3]?\d)(?P<mark>[./])(?P<month>[01]?\d)(?P=mark)(?P<year>(?:19|20)\d\d)\b"),  # day first
)
_WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAY_NAMES) + r")s?\b")
_TIMES = (
    re.compile(r"\b(?P<hour>[012]?\d)(?::|\s?h\s?)(?P<minute>[0-5]\d)\b(?!\s?[ap]\.?m)"),
    re.compile(r"\b(?P<hour>[01]?\d)(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b"),
)


_MONTH_OF_YEAR = re.compile(rf"\b{_MONTH}(?:\sof|\sde)?\s(?:19|20)\d\d\b")
_ANY_MONTH = re.compile(rf"\b{_MONTH}\b")


def months_of_years(folded: str) -> set[int]:
    """The numbers of the months that a folded text names with their year ("March 2022")."""
    return {MONTH_NAMES[match["month"]] for match in _MONTH_OF_YEAR.finditer(folded)}


def months_named(folded: str) -> set[int]:
    """The numbers of the months that a folded text names, with or without a year ("may" is taken for one too)."""
    return {MONTH_NAMES[match["month"]] for match in _ANY_MONTH.finditer(folded)}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, weekday or time: where it stands in the text, in characters, and its numbers with what they count.

    The unit of a day of the year is "date" and the number of its month, that of a weekday (1 is Monday) "weekday", that of
    a time of the day "hour"; a year has none.
    """

    start: int
    end: int
    numbers: tuple[tuple[float, str], ...]


def moments(folded: str) -> Iterator[Moment]:
    """The dates, weekdays and times of a folded text (`ingest.words.fold`), each form in turn."""
    for form in _DATES:
        for match in form.finditer(folded):
            month = MONTH_NAMES[match["month"]] if match["month"] in MONTH_NAMES else int(match["month"])
            day = (float(match["day"]), f"date {month}")
            year = ((float(match["year"]), ""),) if match["year"] else ()
            yield Moment(match.start(), match.end(), (day, *year))
    for match in _WEEKDAY.finditer(folded):
        yield Moment(match.start(), match.end(), ((float(WEEKDAY_NAMES[match[1]]), "weekday"),))
    for form in _TIMES:
        for match in form.finditer(folded):
            half, hour = match.groupdict().get("half"), int(match["hour"])
            hours = (hour % 12 + 12 * (half == "p") if half else hour) + int(match["minute"] or 0) / 60
            yield Moment(match.start(), match.end(), ((hours, "hour"),))
