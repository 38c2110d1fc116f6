"""The figures of a sentence: numbers, in digits or in words, with their units; dates, weekdays and times of the day. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.values.dates import moments
from assistant.values.number_words import written_numbers
from ingest.words import fold

_UNITS = {
    "second": "second seconds seconde secondes",
    "minute": "minute min minutes",
    "hour": "hour hours h heure heures",
    "day": "day days j jour jours",
    "week": "week weeks semaine semaines",
    "month": "month months mois",
    "year": "year years an ans annee annees",
    "percent": "% percent pourcent",
    "point": "point points",
    "euro": "€ euro euros eur",
    "dollar": "$ dollar dollars usd",
    "pound": "£ pound pounds gbp",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_KINDS = {
    "business": "business working ouvre ouvres ouvree ouvrees ouvrable ouvrables",
    "calendar": "calendar calendaire calendaires",
    "person": "person man staff homme hommes personne personnes",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
UNIT_WORDS = frozenset(_UNIT_OF) | frozenset(_KIND_OF)
"""The words for units in both languages, folded: "days", "ouvrés" …"""

_BETWEEN = frozenset(
    "full whole clear consecutive francs franc percentage further more other first last premiers premieres derniers dernieres d de".split()
)
_SCALE = {"million": 1e6, "millions": 1e6, "m": 1e6, "k": 1e3, "thousand": 1e3, "billion": 1e9, "milliards": 1e9}
_CACHE = 2048  # texts; several checks read the figures of the same
_EQUAL = {
    "second": ("minute", 1 / 60),
    "hour": ("minute", 60.0),
    "day": ("minute", 1440.0),
    "week": ("minute", 10080.0),
    "calendar day": ("minute", 1440.0),
    "year": ("month", 12.0),
}

_NUMBER = re.compile(r"(?<![\w.,])[1-9]\d{0,2}(?:[ ,.]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_SCALED = re.compile(r"\s?(millions?|milliards|billion|thousand|[mk])\b")
_NEXT_WORD = re.compile(r"[\s)'-]*([a-z]+|[%€$£])")
_CURRENCY_BEFORE = re.compile(r"(\b(?:eur|usd|gbp)|[€$£])\s?$")
_REPEATED = re.compile(r"[\s)\]-]*(?:\([^)]{1,12}\)\s*)?")  # the "(30)" of "thirty (30) days"
_HALF_HOUR = re.compile(r"\b(?:half an hour|half-hours?|demi-heures?)\b")
_DIGITS_AND_HALF = re.compile(r"(?<![\w.,])(\d+)(?: and (?:a|one)[ -]half| et demie?)\b")
_UNIT_AND_HALF = re.compile(  # "3 hours and a half", "trois heures et demie"
    r"(?P<unit>(?:(?<=\d)| )(?:hours?|days?|weeks?|months?|years?|heures?|h|jours?|semaines?|mois|ans?)) "
    r"(?:and (?:a|one)[ -]half|et demie?)\b"
)
_PLACE = re.compile(
    r"\b(?:clause|article|section|paragraph|paragraphe|annexe?|schedule|exhibit|appendix)s?\s+"
    r"(?:\d[\d.]*|[ivx]+\b|[a-z]\b)(?:\([a-z]+\))*(?:(?:,|\s+and|\s+et|\s+or|\s+ou|\s+to)\s+\d[\d.]*(?:\([a-z]+\))*)*"
)


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A number and what it counts ("hour", "business day", "percent", "date 11" …; empty when it says nothing)."""

    value: float
    unit: str


_CURRENCIES = {
    "euro": re.compile(r"€|\beur(?:os?)?\b"),
    "dollar": re.compile(r"\$|\busd\b|\bdollars?\b"),
    "pound": re.compile(r"£|\bgbp\b|\bsterling\b"),
}
MONEY = frozenset(_CURRENCIES)
"""The units of sums."""


def figures(text: str) -> set[Figure]:
    """Every figure of a text; "thirty (30) days" is one figure, 30 days.

    Args:
        text: a sentence or a quote, in English or French.

    Numbers of clauses ("paragraph 8.2") are places, not figures, and are left out.
    """
    return set(_figures(text))


@lru_cache(maxsize=_CACHE)
def _figures(text: str) -> frozenset[Figure]:
    folded = fold(text).replace("per cent", "percent").replace("pour cent", "pourcent")
    folded = _PLACE.sub(" ", _HALF_HOUR.sub("30 minutes", with_halves(folded)))
    found: set[Figure] = set()
    for moment in list(moments(folded)):
        found.update(Figure(*number) for number in moment.numbers)
        folded = folded[: moment.start] + " " * (moment.end - moment.start) + folded[moment.end :]
    found.update(Figure(value, _unit_near(folded, start, end)) for start, end, value in _in_digits(folded))
    for written in written_numbers(folded):
        unit = _unit_near(folded, written.start, written.end)
        if unit or written.value != 1:  # "one" and "un" without a unit are articles
            found.add(Figure(written.value, unit))
    return frozenset(found)


def with_halves(folded: str) -> str:
    """A folded text with the halves behind a number and its unit in the number: "3.5 hours"."""
    folded = _DIGITS_AND_HALF.sub(r"\1.5", folded)
    for half in reversed(list(_UNIT_AND_HALF.finditer(folded))):
        before = folded[: half.start()]
        numbers = [(n.start, n.end, n.value) for n in written_numbers(before)] + list(_in_digits(before))
        number = next(((start, value) for start, end, value in numbers if end == half.start()), None)
        if number is not None:
            folded = f"{before[: number[0]]}{number[1] + 0.5:g}{half['unit']}{folded[half.end() :]}"
    return folded


def currencies_held(sentence: str, source: str) -> bool:
    """Whether a sentence names no currency that its source lacks, where the source names another ("in euros" under "in US dollars")."""
    said, held = (_currencies(fold(text)) for text in (sentence, source))
    return not held or said <= held


def _currencies(folded: str) -> set[str]:
    return {name for name, words in _CURRENCIES.items() if words.search(folded)}


def holds(held: set[Figure], figure: Figure) -> bool:
    """Whether figures of a source bear out a figure: the same, or an equal one (half an hour is 30 minutes).

    A figure without a unit is borne out by any of its value; a half also by 50%.
    """
    if not figure.unit:
        halves = figure.value in (0.5, 1.5, 2.0, 3.0) and Figure(100 * figure.value, "percent") in held
        return halves or any(figure.value == other.value for other in held)
    return _plain(figure) in {_plain(other) for other in held if figure.unit != "calendar day" or other.unit != "day"}


def _plain(figure: Figure) -> Figure:
    unit, times = _EQUAL.get(figure.unit, (figure.unit, 1.0))
    return Figure(round(figure.value * times, 6), unit)


def _in_digits(folded: str) -> Iterator[tuple[int, int, float]]:
    for match in _NUMBER.finditer(folded):
        value, scaled = _value(match.group()), _SCALED.match(folded, match.end())
        if value is not None:
            end = scaled.end() if scaled else match.end()
            yield match.start(), end, value * (_SCALE[scaled[1]] if scaled else 1.0)


def _value(digits: str) -> float | None:
    """The number that digits with separators mean: "1,500" and "1 500" are 1500, "99,5" is 99.5."""
    compact = digits.replace(" ", "")
    if re.fullmatch(r"[1-9]\d{0,2}(?:[,.]\d{3})+", compact):
        return float(re.sub(r"[,.]", "", compact))
    compact = re.sub(r",(?=\d{3}(?:\D|$))", "", compact) if "." in compact else compact.replace(",", ".")
    try:
        return float(compact)
    except ValueError:
        return None  # a number of a clause: not a quantity


def _unit_near(folded: str, start: int, end: int) -> str:
    before = _CURRENCY_BEFORE.search(folded, max(0, start - 4), start)
    if before:
        return _UNIT_OF[before[1]]
    kind, unit = "", ""
    for word in _words_after(folded, end):
        if word in _KIND_OF and not kind:
            kind = _KIND_OF[word]
        elif word in _UNIT_OF and not unit:
            unit = _UNIT_OF[word]
        elif unit or word not in _BETWEEN:
            break
    return f"{kind} {unit}" if kind and unit else unit


def _words_after(folded: str, at: int) -> Iterator[str]:
    """The words that follow, as far as the first mark or figure between them."""
    skipped = _REPEATED.match(folded, at)
    match = _NEXT_WORD.match(folded, skipped.end() if skipped else at)
    while match:
        yield match[1]
        match = _NEXT_WORD.match(folded, match.end())
