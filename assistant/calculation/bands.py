"""Bands of a scale: "Below 99.95% but at least 99.80%: 2%", "de plus de 0,20 à 0,50 inclus | 6 %". Pure.

A band is told only where its words leave no doubt of its ends; a text with another number in it holds no band.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.values.spoken_figure import number_in
from ingest.words import fold

_NUMBER = r"(?P<{}>\d++(?:[.,]\d++)?+)\s?(?:%|points?)?"
_OVER = r"(?:more than|over|above|exceed\w*|greater than|plus de|superieure? a|>)"
_FROM = r"(?:at least|not less than|no less than|au moins|superieure? ou egale? a|>=|≥|from|de)"
_UNDER = r"(?:(?:falls? |is )?(?:below|under)|less than|inferieure? a|moins de|sous|<)"
_UP_TO = r"(?:up to(?: and including)?|at most|not more than|no more than|jusqu'a|au plus|inferieure? ou egale? a|<=|≤)"
_JOIN = r"[\s,]*+(?:but|and|to|et|mais|a|-|–)?\s*+(?:up to|jusqu'a)?\s*+"
_ALSO = r"(?:\s*(?:inclus\w*|included|inclusive|compris\w*))?"
_FORMS = (  # whether the lower and the upper end belong to the band
    (rf"(?:between|entre) {_NUMBER.format('lower')} (?:and|et) {_NUMBER.format('upper')}", True, True),
    (r"(?P<lower>\d++(?:[.,]\d++)?+)\s?%\s?[-–]\s?(?P<upper>\d++(?:[.,]\d++)?+)\s?%", True, True),
    (rf"{_UNDER} {_NUMBER.format('upper')}{_JOIN}{_FROM} {_NUMBER.format('lower')}", True, False),
    (rf"{_FROM} {_NUMBER.format('lower')}{_JOIN}{_UNDER} {_NUMBER.format('upper')}", True, False),
    (rf"(?:de |by )?{_OVER} {_NUMBER.format('lower')}{_JOIN}(?:{_UP_TO} )?{_NUMBER.format('upper')}", False, True),
    (rf"{_UNDER} {_NUMBER.format('upper')}", False, False),
    (rf"(?:by )?{_UP_TO} {_NUMBER.format('upper')}", False, True),
    (rf"(?:by |de )?{_OVER} {_NUMBER.format('lower')}", False, False),
)
_COMPILED = tuple((re.compile(rf"(?<![\w.,]){form}{_ALSO}"), low, high) for form, low, high in _FORMS)
_RESULT = re.compile(r"(?<![\d.,])(?P<result>\d+(?:[.,]\d+)?)\s?%")


@dataclass(frozen=True, slots=True)
class Band:
    """From where to where a measure is of a band, and the percentage that it earns; None for an end that is open."""

    lower: float | None
    upper: float | None
    with_lower: bool
    with_upper: bool
    result: float

    def holds(self, measure: float) -> bool:
        """Whether a measure lies in the band."""
        above = self.lower is None or measure > self.lower or (self.with_lower and measure == self.lower)
        below = self.upper is None or measure < self.upper or (self.with_upper and measure == self.upper)
        return above and below

    def told(self, unit: str, language: str) -> str:
        """The band in plain words of a language, "en" or "fr"; ``unit`` is written after each number."""
        words = _WORDS[language]
        ends = (
            (self.lower, words["from"] if self.with_lower else words["over"]),
            (self.upper, words["to"] if self.with_upper else words["under"]),
        )
        said = [f"{word} {number_in(end, language)}{unit}" for end, word in ends if end is not None]
        return words["and"].join(said)


_WORDS = {
    "en": {"from": "at least", "over": "above", "to": "at most", "under": "below", "and": " and "},
    "fr": {"from": "au moins", "over": "au-dessus de", "to": "au plus", "under": "sous", "and": " et "},
}


def bands(text: str) -> list[Band]:
    """The bands of a text: each cell, item or clause of it that has one range and one percentage.

    Args:
        text: a sentence, or a row of a table whose cells are parted by tabs.
    """
    cells = text.split("\t")
    found = [band for cell in cells for piece in re.split(r";|\.\s|\n", cell) if (band := _band(piece)) is not None]
    if found or len(cells) not in (2, 3):
        return found
    band = _band(": ".join(cells[-2:]))  # of three the first is the name of the band ("Tier 1")
    return [] if band is None else [band]


def _band(piece: str) -> Band | None:
    folded = " ".join(fold(piece).split())
    for form, low, high in _COMPILED:
        match = form.search(folded)
        if match is None:
            continue
        results = _RESULT.findall(folded[: match.start()] + " ; " + folded[match.end() :])
        if len(results) != 1 or re.search(r"\d", _RESULT.sub(" ", _CODES.sub(" ", folded[match.end() :]))):
            return None
        ends = match.groupdict()
        lower, upper = (_value(ends.get(end)) for end in ("lower", "upper"))
        if lower is not None and upper is not None and lower >= upper:
            return None
        return Band(lower, upper, low, high, _value(results[0]) or 0.0)
    return None


_CODES = re.compile(r"\b[a-z]+\d+\b")


def _value(number: str | None) -> float | None:
    return None if number is None else float(number.replace(",", "."))
