"""Periods between two days as a text writes them, in English and French. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ingest.days import MONTH_OF, days, months_after
from ingest.document import Span
from ingest.period import Period
from ingest.whole_periods import whole_periods

_MONTH = "(?:" + "|".join(sorted(MONTH_OF, key=len, reverse=True)) + r")\b\.?"
_DAY = (
    rf"(?:\d{{1,2}}\s?(?:er|st|nd|rd|th)?\s+(?:day\s+of\s+)?{_MONTH}(?:\s*+,?\s*+(?:19|20)\d\d\b)?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:\s*+,?\s*+(?:19|20)\d\d\b)?|(?:19|20)\d\d-\d\d-\d\d\b|\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d\b)"
)
_THE = r"\s+(?:(?:and including|and inclusive of|the|le)\s+)*"
_INCLUDED = r"(?:\s*+,?\s*+\(?(?:both\s+)?inclu\w+\)?)?"
_FROM_TO = re.compile(
    rf"\b(?:from|between|du|de|entre|commencing on|starting on|beginning on|à compter du|à partir du|period){_THE}"
    rf"(?P<first>{_DAY}|\d{{1,2}}\s?(?:er|st|nd|rd|th)?\b)"
    rf"{_INCLUDED}\s*+,?\s*+(?:\b(?:to|and|until|till|through|up to|au|et)\b(?:\s+(?:to|until|ending on|jusqu.au))?|[–-]){_THE[:-1]}*"
    rf"(?P<last>{_DAY}){_INCLUDED}",
    re.IGNORECASE,
)
_BRACKETED = re.compile(  # "for the works (1 May 2025 to 30 June 2025)"
    rf"\(\s*+(?P<first>{_DAY}){_INCLUDED}\s*+(?:\b(?:to|until|through|au)\b|[–-])\s*+(?P<last>{_DAY}){_INCLUDED}\s*+\)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    rf"\b(?:until|till|through|up to|ending on|jusqu.au){_THE}(?:(?:end of|close of business on)\s+)?(?P<last>{_DAY}){_INCLUDED}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:before|prior to|avant|only\s+(?:from|as\s+(?:of|from)|with\s+effect\s+from))|\bqu['’]à\s+(?:compter|partir)\s+d[ue])"
    rf"{_THE}(?P<day>{_DAY})",
    re.IGNORECASE,
)
_COUNTS = {
    word: count
    for count, words in enumerate(
        "one un une|two deux|three trois|four quatre|five cinq|six|seven sept|eight huit|nine neuf|ten dix|eleven onze|"
        "twelve douze".split("|"),
        1,
    )
    for word in words.split()
}
_NUMBER_ALONE = re.compile(r"(\d{1,2})\s?(?:er|st|nd|rd|th)?", re.IGNORECASE)
_LASTING = re.compile(
    r"\b(?:for|during|pendant|durant)\s+(?:(?:a|an|une|la|the)\s+)?(?:(?:initial|first|further|period|durée|période|première?)\s+)*(?:of\s+|de\s+)?"
    rf"(?P<count>\d+|{'|'.join(_COUNTS)})(?:\s*\((?P<figure>\w+)\))?\s+(?P<unit>days?|weeks?|months?|years?|jours?|semaines?|mois|ans?)"
    rf"\s+(?:from|after|following|as of|commencing on|starting on|beginning on|à compter d[eu]|à partir d[eu])\s+(?:the\s+|l[ea]\s+)?"
    rf"(?:(?P<day>{_DAY})|(?P<own>(?:amendment|effective|commencement)\s+(?:effective\s+)?date|date of (?:this|the) amendment|"
    rf"(?:la\s+|sa\s+)?(?:date d.effet|date de prise d.effet|prise d.effet|entrée en vigueur|signature)))",
    re.IGNORECASE,
)


def periods(text: str, within: Span | None = None, own: date | None = None) -> list[Period]:
    """The periods that a text writes out, in order, none within another.

    Args:
        text: any text, with its line breaks.
        within: the part to look at; all of it when None.
        own: the day on which the document takes effect, for "six months from the Effective Date".
    """
    reach = within or Span(0, len(text))
    found: list[Period] = []
    for form in (_from_to, _bracketed, _lasting, _until, _before, _whole):
        found += [each for each in form(text, reach, own) if not any(each.span.overlaps(other.span) for other in found)]
    return sorted(found)


def _from_to(text: str, within: Span, _own: date | None) -> Iterator[Period]:
    yield from _between(_FROM_TO, text, within)


def _bracketed(text: str, within: Span, _own: date | None) -> Iterator[Period]:
    yield from _between(_BRACKETED, text, within)


def _between(form: re.Pattern[str], text: str, within: Span) -> Iterator[Period]:
    for match in form.finditer(text, within.start, within.end):
        last = _day(match["last"])
        first = _day(match["first"]) or (_before_it(match["first"], last, match["last"]) if last else None)
        if first and last and first <= last:
            yield Period(Span(*match.span()), first, last)


def _until(text: str, within: Span, _own: date | None) -> Iterator[Period]:
    for match in _UNTIL.finditer(text, within.start, within.end):
        if (last := _day(match["last"])) is not None:
            yield Period(Span(*match.span()), None, last)


def _before(text: str, within: Span, _own: date | None) -> Iterator[Period]:
    for match in _BEFORE.finditer(text, within.start, within.end):
        if (day := _day(match["day"])) is not None:
            yield Period(Span(*match.span()), None, day - timedelta(days=1))


def _lasting(text: str, within: Span, own: date | None) -> Iterator[Period]:
    for match in _LASTING.finditer(text, within.start, within.end):
        first = _day(match["day"]) if match["day"] else own
        count = _count(match["figure"]) or _count(match["count"])
        if first is not None and count:
            yield Period(Span(*match.span()), first, _after(first, count, match["unit"].lower()) - timedelta(days=1))


def _whole(text: str, within: Span, _own: date | None) -> Iterator[Period]:
    yield from whole_periods(text, within)


def _day(written: str) -> date | None:
    return next((each.day for each in days(written)), None)


def _before_it(written: str, last: date, last_written: str) -> date | None:
    """The day that is written without its year, or without its month as well: the latest such day before another."""
    if (number := _NUMBER_ALONE.fullmatch(written)) is not None:
        month = re.search(_MONTH, last_written, re.IGNORECASE)
        written = f"{number[1]} {month[0]}" if month else ""
    candidates = (_day(f"{written} {year}") for year in (last.year, last.year - 1))
    return next((day for day in candidates if day is not None and day <= last), None)


def _count(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdecimal() else _COUNTS.get(written.lower())


def _after(day: date, count: int, unit: str) -> date:
    if unit.startswith(("day", "jour")):
        return day + timedelta(days=count)
    if unit.startswith(("week", "semaine")):
        return day + timedelta(weeks=count)
    return months_after(day, count * 12 if unit.startswith(("year", "an")) else count)
