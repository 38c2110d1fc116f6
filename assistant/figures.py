"""The figures of a sentence: numbers, in digits or in English or French words, with their units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.words import fold

_UNITS = {
    "minute": "minute min minutes",
    "hour": "hour hours h heure heures",
    "day": "day days jour jours",
    "week": "week weeks semaine semaines",
    "month": "month months mois",
    "year": "year years an ans annee annees",
    "percent": "% percent pourcent",
    "euro": "€ euro euros eur",
    "dollar": "$ dollar dollars usd",
    "pound": "£ pound pounds gbp",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_SCALES = {"thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "milliard": 1e9, "milliards": 1e9}
_SMALL = {
    name: value
    for value, names in enumerate(
        "zero|one un une|two deux|three trois|four quatre|five cinq|six|seven sept|eight huit|nine neuf|ten dix|eleven onze|"
        "twelve douze|thirteen treize|fourteen quatorze|fifteen quinze|sixteen seize|seventeen|eighteen|nineteen".split(
            "|"
        )
    )
    for name in names.split()
}
_TENS = {
    "twenty": 20, "vingt": 20, "vingts": 20, "thirty": 30, "trente": 30, "forty": 40, "quarante": 40, "fifty": 50,
    "cinquante": 50, "sixty": 60, "soixante": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_HUNDRED = frozenset(("hundred", "cent", "cents"))
_NUMBER = re.compile(r"(?<![\w.,])[1-9]\d{0,2}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_NUMBER_WORD = re.compile(r"\b(?!(?:and|et)\b)[a-z]+")
_LINK = re.compile(r"[ -]+(?:(?:and|et)[ -]+)?")
_IN_DIGITS = re.compile(r"[\s)\]-]*(?:\([^)]{1,12}\)\s*)?")  # the "(30)" of "thirty (30) days"
_NEXT_WORD = re.compile(r"[\s)'-]*([a-z]+|[%€$£])")
_CURRENCY_BEFORE = re.compile(r"(\b(?:eur|usd|gbp)|[€$£])\s?$")
_BESIDE = frozenset("calendar consecutive full calendaire calendaires franc francs d de of".split())
_BUSINESS = frozenset("business working ouvre ouvres ouvree ouvrees ouvrable ouvrables".split())


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A number and its unit ("hour", "day", "percent" …; empty when it has none).

    ``business`` tells business days or hours from calendar ones.
    """

    value: float
    unit: str
    business: bool = False


def figures(text: str) -> set[Figure]:
    """Every figure of a text. "thirty (30) days" is one figure, 30 days; "2 million euros" is 2,000,000 euros.

    Args:
        text: a sentence or a quote, in English or French.
    """
    folded = fold(text).replace("per cent", "percent").replace("pour cent", "pourcent")
    found = set()
    for match in _NUMBER.finditer(folded):
        value = _value(match.group())
        if value is not None:
            found.add(_figure(folded, match.start(), match.end(), value))
    for start, end, value in _spelled(folded):
        figure = _figure(folded, start, end, value)
        if figure.unit or figure.value > 1:  # "one" and "un" without a unit are articles
            found.add(figure)
    return found


_PLACE = re.compile(
    r"^\s*(?:\(?[a-z]{1,4}\)|\d+(?:\.\d+)*[.)]?(?=\s))|"
    r"\b(?:clause|article|section|paragraph|paragraphe|point|annexe?|schedule|exhibit|appendix)s?\s+(?:n\s?[°o]\s?)?[\dIVX][\d.]*",
    re.IGNORECASE,
)


def quantities(text: str) -> set[Figure]:
    """The figures of a text that count something: not its own clause number, nor those of clauses that it refers to."""
    return figures(_PLACE.sub(" ", text))


def _value(digits: str) -> float | None:
    """The number that digits with separators mean: "1,500" and "1 500" are 1500, "99,5" is 99.5."""
    compact = digits.replace(" ", "")
    if re.fullmatch(r"[1-9]\d{0,2}(?:[,.]\d{3})+", compact):
        return float(re.sub(r"[,.]", "", compact))
    compact = re.sub(r",(?=\d{3}(?:\D|$))", "", compact) if "." in compact else compact.replace(",", ".")
    try:
        return float(compact)
    except ValueError:
        return None  # a date or a clause number: not a quantity


def _spelled(text: str) -> Iterator[tuple[int, int, float]]:
    """Numbers in words, below a thousand: start, end, value. A run of words that count on from each other is one number."""
    start, end, value = 0, -1, 0
    for match in _NUMBER_WORD.finditer(text):
        goes_on = end >= 0 and _LINK.fullmatch(text, end, match.start()) is not None
        joined = _joined(value, match.group()) if goes_on else None
        if joined is not None:
            end, value = match.end(), joined
            continue
        if end >= 0:
            yield start, end, float(value)
        first = _joined(0, match.group())
        start, end, value = match.start(), match.end() if first is not None else -1, first or 0
    if end >= 0:
        yield start, end, float(value)


def _joined(before: int, word: str) -> int | None:
    """The number that a number word makes of the one before it (0 for none), None when it does not go on with it."""
    if word in _HUNDRED:
        return max(1, before) * 100 if before < 10 else None
    if word in ("vingt", "vingts") and before % 100 == 4:
        return before + 76
    value = _TENS.get(word, _SMALL.get(word))
    if value is None or before % 100 == 0:
        return None if value is None else before + value
    room = 10 if before % 20 or before % 100 not in (60, 80) else 20  # French counts on to 79 and 99 from 60 and 80
    return before + value if before % 100 >= 20 and before % 10 == 0 and 0 < value < room else None


def _figure(text: str, start: int, end: int, value: float) -> Figure:
    """The figure with the scale and the unit that stand around ``text[start:end]``."""
    before = _CURRENCY_BEFORE.search(text, max(0, start - 4), start)
    unit = _UNIT_OF[before[1]] if before else ""
    business = False
    for word in _words_after(text, end):
        if word in _SCALES:
            value *= _SCALES[word]
        elif word in _BUSINESS:
            business = True
        elif word in _UNIT_OF and not unit:
            unit = _UNIT_OF[word]
        elif word not in _BESIDE:
            break
    return Figure(value, unit, business and bool(unit))


def _words_after(text: str, at: int) -> Iterator[str]:
    """The words that follow, as far as the first mark or figure between them."""
    skipped = _IN_DIGITS.match(text, at)
    match = _NEXT_WORD.match(text, skipped.end() if skipped else at)
    while match:
        yield match[1]
        match = _NEXT_WORD.match(text, match.end())
