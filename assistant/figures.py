"""The figures of a sentence: numbers, in digits or in English or French words, with their units."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.words import fold

_UNITS = {
    "minute": "minute min minutes",
    "hour": "hour hours h heure heures",
    "day": "day days jour jours calendar",
    "week": "week weeks semaine semaines",
    "month": "month months mois",
    "year": "year years an ans annee annees",
    "percent": "% percent pourcent",
    "euro": "€ euro euros eur",
    "dollar": "$ dollar dollars usd",
    "pound": "£ pound pounds gbp",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_SMALL = {
    name: value
    for value, names in enumerate(
        "zero|one|two deux|three trois|four quatre|five cinq|six|seven sept|eight huit|nine neuf|ten dix|eleven onze|twelve douze|"
        "thirteen treize|fourteen quatorze|fifteen quinze|sixteen seize|seventeen|eighteen|nineteen".split("|")
    )
    for name in names.split()
}
_TENS = {
    "twenty": 20, "vingt": 20, "thirty": 30, "trente": 30, "forty": 40, "quarante": 40, "fifty": 50, "cinquante": 50,
    "sixty": 60, "soixante": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_NUMBER = re.compile(r"\d[\d\u00a0\u202f ,.]*\d|\d")
_WORD = re.compile(r"[a-z]+|[%€$£]")
_BETWEEN = frozenset(
    "business working calendar consecutive ouvre ouvres ouvree ouvrees calendaire calendaires full franc francs".split()
)


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A number and its unit ("hour", "percent" …; empty when it has none)."""

    value: float
    unit: str


def figures(text: str) -> set[Figure]:
    """Every figure of a text. "thirty (30) days" is one figure, 30 days.

    Args:
        text: a sentence or a quote, in English or French.
    """
    folded = fold(text).replace("per cent", "percent").replace("pour cent", "pourcent")
    found = set()
    for match in _NUMBER.finditer(folded):
        value = _value(match.group())
        if value is not None:
            found.add(Figure(value, _unit_near(folded, match.start(), match.end())))
    for start, end, value in _spelled(folded):
        unit = _unit_near(folded, start, end)
        if unit or value > 1:  # "one" and "un" without a unit are articles
            found.add(Figure(value, unit))
    return found


def _value(digits: str) -> float | None:
    """The number that digits with separators mean: "1,500" and "1 500" are 1500, "99,5" is 99.5."""
    compact = re.sub(r"[\u00a0\u202f ]", "", digits).strip(".,")
    if re.fullmatch(r"\d{1,3}(?:[,.]\d{3})+", compact):
        return float(re.sub(r"[,.]", "", compact))
    compact = re.sub(r",(?=\d{3}(?:\D|$))", "", compact).replace(",", ".")
    try:
        return float(compact)
    except ValueError:
        return None  # a date or a clause number: not a quantity


def _spelled(text: str) -> list[tuple[int, int, float]]:
    """Numbers in words, up to ninety-nine and whole hundreds: start, end, value."""
    found = []
    words = [(m.group(), m.start(), m.end()) for m in re.finditer(r"[a-z]+", text)]
    at = 0
    while at < len(words):
        word, start, end = words[at]
        value = _TENS.get(word, _SMALL.get(word))
        if value is None:
            at += 1
            continue
        if word in _TENS and at + 1 < len(words) and words[at + 1][0] in _SMALL and text[end] in "- ":
            value += _SMALL[words[at + 1][0]]
            end = words[at + 1][2]
            at += 1
        found.append((start, end, float(value)))
        at += 1
    return found


def _unit_near(text: str, start: int, end: int) -> str:
    before = text[max(0, start - 2) : start].strip()
    if before and before[-1] in "€$£":
        return _UNIT_OF[before[-1]]
    after = re.sub(r"^[\s)\]-]*(?:\([^)]{1,12}\)\s*)?", "", text[end : end + 40])
    for match in _WORD.finditer(after):
        word = match.group()
        if word in _UNIT_OF:
            return _UNIT_OF[word]
        if word not in _BETWEEN:
            return ""
    return ""
