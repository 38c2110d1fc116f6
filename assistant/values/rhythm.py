"""How often something happens: "twice a year", "every six months", "quarterly", "une fois par trimestre". Pure; English and French."""

from __future__ import annotations

import re

from assistant.values.number_words import written_numbers
from ingest.words import fold

_A_YEAR = {
    "minute": 525_600.0,
    "hour": 8_760.0,
    "day": 365.0,
    "week": 52.0,
    "month": 12.0,
    "quarter": 4.0,
    "half": 2.0,
    "year": 1.0,
}
_UNITS = {
    "minute": r"minutes?",
    "hour": r"hours?|heures?",
    "day": r"days?|jours?",
    "week": r"weeks?|semaines?",
    "month": r"months?|mois",
    "quarter": r"quarters?|trimestres?",
    "half": r"half-years?|semestres?",
    "year": r"years?|ans?|annees?",
}
_UNIT = "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items())
_ANY_UNIT = "|".join(_UNITS.values())
_QUALIFIED = r"(?:(?:contract|calendar|civile?|contractuelle) )?"
_COUNT = r"(?P<count>once|twice|thrice|[a-z]{3,9}|\d{1,3})(?: \(\d{1,3}\))?"
_TIMES = re.compile(
    rf"\b(?:(?P<once>once|twice|thrice)|{_COUNT} (?:times|fois))(?: (?:a|an|per|each|every|in each|in any|par|chaque|dans l'|l')|,? l') ?"
    rf"{_QUALIFIED}(?:{_UNIT})\b"
)
_EVERY = re.compile(
    rf"\b(?:every|tous les|toutes les) (?P<count>[a-z]{{3,9}}|\d{{1,3}})(?: \(\d{{1,3}}\))? (?:{_UNIT})\b"
)
_EVERY_PERIOD = re.compile(
    rf"\b(?:every|tous les|toutes les) (?:[a-z-]{{3,20}}|\d{{1,3}})(?: \(\d{{1,3}}\))? (?:{_ANY_UNIT})\b"
)
_ONCE = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_ADVERBS = (
    ("hour", r"(?:every|each|chaque) (?:hour|heure)|toutes les heures"),
    (
        "day",
        r"(?:every|each|chaque) (?:day|jour)|tous les jours|quotidiennement|on a daily basis|"
        r"daily(?=\s?(?:$|[.;:,)]|and\b|or\b|at\b|by\b|from\b|to\b|between\b|for\b|during\b|in\b|on\b))",
    ),
    ("half", r"half-yearly|semestriel\w*|(?:every|each|chaque|par) (?:half-year|semestre)"),
    ("quarter", r"quarterly|trimestriel\w*|(?:every|each|chaque|par|tous les) (?:quarter|trimestres?)"),
    ("week", r"weekly|hebdomadaire\w*"),
)
_BY_ADVERB = tuple((unit, re.compile(rf"\b(?:{words})\b")) for unit, words in _ADVERBS)


def rhythms(text: str) -> set[float]:
    """How many times a year a text has things happen, each way of saying it read as one figure; empty where it tells no rhythm.

    Args:
        text: a sentence. "Monthly" and "annual" say as often what a sum is for as when something happens, and are no rhythm here.
    """
    folded = " ".join(fold(text).split())
    found = set[float]()
    for match in _TIMES.finditer(folded):
        count = _number(match["once"] or match["count"])
        if count:
            found.add(count * _unit(match))
    for match in _EVERY.finditer(folded):
        count = _number(match["count"])
        if count:
            found.add(round(_unit(match) / count, 4))
    if not found:
        found = {_A_YEAR[unit] for unit, words in _BY_ADVERB if words.search(folded)}
    return found


def without_rhythms(text: str) -> str:
    """A text, folded, without what tells how often: "every 24 hours" is no period of 24 hours."""
    folded = " ".join(fold(text).split())
    for words in (_TIMES, _EVERY_PERIOD, *(words for _, words in _BY_ADVERB)):
        folded = words.sub(" ", folded)
    return folded


def _number(word: str) -> float | None:
    if word in _ONCE or word.isdigit():
        return _ONCE.get(word) or float(word)
    written = next(iter(written_numbers(word)), None)
    return written.value if written else None


def _unit(match: re.Match[str]) -> float:
    return next(times for name, times in _A_YEAR.items() if match[name])
