"""Calendar days written in a text, in English and French. Pure."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ingest.document import Span

_MONTHS = (
    "january janvier jan|february février fevrier feb|march mars mar|april avril apr|may mai|june juin jun|july juillet jul|"
    "august août aout aug|september septembre sept sep|october octobre oct|november novembre nov|december décembre decembre dec"
)
MONTH_OF = {name: number for number, names in enumerate(_MONTHS.split("|"), 1) for name in names.split()}
_MONTH = "(?P<month>" + "|".join(sorted(MONTH_OF, key=len, reverse=True)) + r")\.?"
_ORDINAL = r"\s?(?:er|st|nd|rd|th)?\b"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<day>[0-3]?\d){_ORDINAL}\s*+(?:day\s+of|of)?\s*+{_MONTH}\s*+[,.]?\s*+{_YEAR}",
        rf"\b{_MONTH}\s*(?P<day>[0-3]?\d){_ORDINAL}\s*+[,.]?\s*+{_YEAR}",
        r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b",
        rf"\b(?P<day>[0-3]?\d)(?P<mark>[./])(?P<month>[01]?\d)(?P=mark){_YEAR}",  # day first; see `days`
    )
)


@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day of the calendar and where it is written."""

    span: Span
    day: date


def days(text: str, within: Span | None = None) -> list[Day]:
    """The days with their years that a text writes out, in order; none that the calendar lacks.

    ``03/04/2024`` is left out, since a reader cannot tell whether day or month comes first; ``31/12/2024`` is unmistakable.

    Args:
        text: any text, with its line breaks.
        within: the part to look at; all of it when None.
    """
    return sorted(_found(text, within or Span(0, len(text))))


def _found(text: str, within: Span) -> Iterator[Day]:
    for form in _FORMS:
        for match in form.finditer(text, within.start, within.end):
            written = match["month"].lower().rstrip(".")
            month = MONTH_OF.get(written) or int(written)
            number = int(match["day"])
            if match.groupdict().get("mark") and number <= 12 and number != month:
                continue
            try:
                yield Day(Span(match.start(), match.end()), date(int(match["year"]), month, number))
            except ValueError:  # the calendar has no such day: nothing that could be relied on
                continue


def months_after(day: date, months: int) -> date:
    """The day so many months after another, before it for a negative number; the last of its month where that is shorter.

    Raises:
        ValueError: the calendar ends before.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
