"""Whole months, quarters and years of the calendar as a text names them, in English and French. Pure.

"For the months of July and August 2025", "du mois de juillet au mois de septembre 2025", "until the end of 2025", "pour le troisième
trimestre 2025".
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ingest.days import MONTH_OF
from ingest.document import Span
from ingest.period import Period

_MONTH = "(?:" + "|".join(sorted(MONTH_OF, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:19|20)\d\d\b(?![-/.]\d)"
_OF_MONTH = r"(?:(?:the\s+|les?\s+|l[ea]s?\s+seuls?\s+)?(?:(?:calendar\s+)?months?\s+of|mois\s+(?:de\b|d['’]))\s*)?"
_ONE_MONTH = r"(?:(?:the\s+|les?\s+)?(?:months?\s+of|mois\s+(?:de\b|d['’]))\s*)?"
_AND = r"\s*(?:,\s*(?:and|et)\b|,|\band\b|\bet\b|&)\s*(?:(?:of|de)\s+|d['’])?"
_MONTHS = rf"{_OF_MONTH}{_MONTH}(?:\s+{_YEAR})?(?:{_AND}{_MONTH}(?:\s+{_YEAR})?){{0,11}}"
_ORDINAL = {
    word: number
    for number, words in enumerate(
        (
            "first premier première 1st 1er 1re",
            "second deuxième seconde 2nd 2e 2ème",
            "third troisième 3rd 3e 3ème",
            "fourth quatrième 4th 4e 4ème",
        ),
        1,
    )
    for word in words.split()
}
_NTH = "|".join(_ORDINAL)
_QUARTER = (
    rf"(?:the\s+|le\s+)?(?:(?:(?P<nth>{_NTH})\s+(?P<part>(?:calendar\s+)?quarter|trimestre|half(?:-year)?|semestre)(?:\s+civil)?)|[QT](?P<short>[1-4]))"
    r"\s+(?:of\s+|de\s+)?(?:(?:the\s+)?(?:calendar\s+)?year\s+|l['’]année\s+(?:civile\s+)?)?(?P<year>(?:19|20)\d\d)\b"
)
_FOR = (
    r"\b(?P<lead>for|during|throughout|over|in respect of|pour|pendant|durant|au cours d(?:e|u|es)|au titre d(?:e|u|es)|in|en|au)"
    r"\s+(?:only\s+|the\s+)?"
)
_IN = frozenset(
    ("in", "en", "au")
)  # "in July 2025" tells when something happens; "in the month of July 2025 only" for how long it holds
_DECEMBER = 12
_ONLY = re.compile(r"\W{0,3}(?:only|alone|uniquement|seulement|exclusivement)\b", re.IGNORECASE)
_DURING_MONTHS = re.compile(rf"{_FOR}(?P<months>{_MONTHS})", re.IGNORECASE)
_DURING_QUARTER = re.compile(rf"{_FOR}{_QUARTER}", re.IGNORECASE)
_DURING_YEAR = re.compile(
    rf"{_FOR}(?P<named>(?:la\s+seule\s+|la\s+|l['’])?(?:(?:calendar\s+)?year\s+|année\s+(?:civile\s+)?))?(?P<year>{_YEAR})",
    re.IGNORECASE,
)
_RANGE = tuple(
    re.compile(
        rf"\b(?:{begins})\s+(?:only\s+)?(?:the\s+(?:beginning|start)\s+of\s+|début\s+)?{_ONE_MONTH}(?P<first>{_MONTH}(?:\s+{_YEAR})?)\s*+,?\s*+"
        rf"(?:\b(?:{ends}))\s*(?:(?:and including|the|la|le|end of|fin(?:\s+(?:de|du))?|d['’])\s+){{0,4}}"
        rf"{_ONE_MONTH}(?P<last>{_MONTH}\s+{_YEAR})",
        re.IGNORECASE,
    )
    for begins, ends in (
        ("from|de|du", r"to|until|till|through|up to|à|au|jusqu['’](?:à|au|en)"),
        ("between|entre", "and|et"),
        ("for|during|throughout|pour|pendant|durant", r"to|until|till|through|à|au|jusqu['’](?:à|au|en)"),
    )
)
_SINCE_MONTH = re.compile(
    r"\b(?:from|as of|as from|effective|starting|beginning|dès|à compter d(?:e|u)|à partir d(?:e|u)|depuis)\s+"
    rf"{_ONE_MONTH}(?:(?:in|d['’])\s*)?"
    rf"(?P<month>{_MONTH}\s+{_YEAR})(?!\s*(?:,\s*)?(?:to|until|till|through|and|up to|à|au|et|jusqu|[–-]))",
    re.IGNORECASE,
)
_TO_END = re.compile(
    r"\b(?:until|till|through|up to|jusqu['’](?:à|au|en))\s+(?:the\s+|la\s+)?(?:end|fin)\s+(?:of\s+|du\s+|de\s+|d['’])?(?:the\s+|l['’])?"
    rf"{_ONE_MONTH}(?:(?P<month>{_MONTH}\s+{_YEAR})|{_QUARTER}|(?:(?:calendar\s+)?year\s+|année\s+(?:civile\s+)?)?(?P<whole>{_YEAR}))",
    re.IGNORECASE,
)


def whole_periods(text: str, within: Span) -> list[Period]:
    """The whole months, quarters, half-years and years for which something holds, each with its first and last day; of months that do
    not follow each other none, and none within another.
    """
    found: list[Period] = []
    for form in (_from_month, _to_end, _during_months, _during_quarter, _during_year):
        found += [each for each in form(text, within) if not any(each.span.overlaps(other.span) for other in found)]
    return found


def month_begun(text: str, within: Span) -> date | None:
    """The first day of the first month from which something is said to hold ("from July 2025 on")."""
    match = _SINCE_MONTH.search(text, within.start, within.end)
    return date(*_months(match["month"])[0], 1) if match else None


def month_within(text: str) -> Period | None:
    """The month in which something exceptional happens ("in August 2025"), where the sentence begins or ends with it and names no other.

    Args:
        text: a sentence that calls itself an exception, or suspends a clause.
    """
    named = [match for match in _DURING_MONTHS.finditer(text) if match["lead"].lower() in _IN]
    months = _months(named[0]["months"]) if len(named) == 1 else []
    if len(months) != 1:
        return None
    match = named[0]
    begins = text[: match.start()].rstrip().endswith(",") or not text[: match.start()].strip(" 0123456789.()")
    if not begins and text[match.end() :].strip(" .;"):
        return None
    return Period(Span(*match.span()), date(*months[0], 1), _end(*months[0]))


def is_only(text: str, period: Period) -> bool:
    """Whether "only" stands after a period: outside of it something else holds."""
    return _ONLY.match(text, period.span.end) is not None


def _from_month(text: str, within: Span) -> Iterator[Period]:
    for match in (match for form in _RANGE for match in form.finditer(text, within.start, within.end)):
        months = _months(f"{match['first']}, {match['last']}")
        if len(months) == 2 and months[0] <= months[1]:
            yield Period(Span(*match.span()), date(*months[0], 1), _end(*months[1]))


def _to_end(text: str, within: Span) -> Iterator[Period]:
    for match in _TO_END.finditer(text, within.start, within.end):
        if match["month"]:
            last = _end(*_months(match["month"])[0])
        elif match["whole"]:
            last = date(int(match["whole"]), 12, 31)
        elif (quarter := _quarter(match)) is not None:
            last = quarter[1]
        else:
            continue
        yield Period(Span(*match.span()), None, last)


def _during_months(text: str, within: Span) -> Iterator[Period]:
    for match in _DURING_MONTHS.finditer(text, within.start, within.end):
        months = _months(match["months"])
        worded = re.search(r"\bmonths?\s+of\b|\bmois\b", match["months"], re.IGNORECASE) is not None
        if months and _holds(text, match, worded) and all(_after(a) == b for a, b in pairwise(months)):
            yield Period(Span(*match.span()), date(*months[0], 1), _end(*months[-1]))


def _during_quarter(text: str, within: Span) -> Iterator[Period]:
    for match in _DURING_QUARTER.finditer(text, within.start, within.end):
        if (quarter := _quarter(match)) is not None:
            yield Period(Span(*match.span()), *quarter)


def _during_year(text: str, within: Span) -> Iterator[Period]:
    for match in _DURING_YEAR.finditer(text, within.start, within.end):
        year = int(match["year"])
        only = _ONLY.match(text, match.end()) is not None
        if only or match["named"]:
            yield Period(Span(*match.span()), date(year, 1, 1), date(year, 12, 31))


def _holds(text: str, match: re.Match[str], worded: bool) -> bool:
    return match["lead"].lower() not in _IN or worded or _ONLY.match(text, match.end()) is not None


def _months(written: str) -> list[tuple[int, int]]:
    """The months of a list, each with its year, which is that of the next that tells one; none where the last tells none."""
    found: list[tuple[int, int]] = []
    year: int | None = None
    pieces = re.findall(rf"({_MONTH})(?:\s+({_YEAR}))?", written, re.IGNORECASE)
    for month, told in reversed(pieces):
        number = MONTH_OF[month.lower().rstrip(".")]
        if not told and year is not None and found and number > found[0][1]:
            year -= 1  # "December and January 2026"
        year = int(told) if told else year
        if year is None:
            return []
        found.insert(0, (year, number))
    return found


def _quarter(match: re.Match[str]) -> tuple[date, date] | None:
    """The first and last day of a quarter or half-year; None for one that no year has."""
    year = int(match["year"])
    length = 6 if (match["part"] or "").lower().startswith(("half", "semestre")) else 3
    last = length * (int(match["short"]) if match["short"] else _ORDINAL[match["nth"].lower()])
    return (date(year, last - length + 1, 1), _end(year, last)) if last <= _DECEMBER else None


def _after(month: tuple[int, int]) -> tuple[int, int]:
    return (month[0] + month[1] // 12, month[1] % 12 + 1)


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
