"""What bounds a figure and what it is counted by: "at least 30 days", "up to 10%", "€500 per hour", "a goal of 2 hours". Pure.

A figure may be the quote's own and the sentence still false: a floor told as a ceiling, a rate an hour told as one a day, an aim told
as a promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum

from assistant.values.figures import Figure, figures
from assistant.values.number_words import written_numbers
from ingest.words import fold

_FLOOR = r"at least|upwards of|au moins|minimum|minimal\w*|plancher"
_OR_MORE = r"or more|or above|or longer|and above|ou plus|et plus"
_CEILING = (
    r"at most|at latest|up to|within|"
    r"under|less than|fewer than|below|maximum|maximal\w*|au plus|jusqu'a|inferieure?s? a|moins d(?:e|'\w+)|sous|"
    r"dans (?:les?|un delai de)|plafon\w*|capped|no(?:t)? exceed\w*|no higher than"
)
_LESS = re.compile(r"less than|fewer than|under|below|moins d|inferieur")
_BEYOND = (
    r"more than|exceed\w*|over|above|beyond|longer than|greater than|superieure?s? a|plus (?:de|d'\w+)|au-dela d\w*|"
    r"exced(?!ent)\w*|depass(?!ement)\w*"
)
_DENIAL = re.compile(r"\b(?:not|no|ne|n'\w{1,60}|sans qu\w*)[\s'](?:[\w']{1,60}\s){0,14}$")
_DENIED_AFTER = re.compile(
    r"^[^.;]{0,60}\b(?:not|no|ne|n'\w+)\b[^.;]{0,20}\b(?:count|compt|consider|pris|eligib|qualif)\w*"
)
_REACH = 110  # characters before a figure within which its bound stands
_BEFORE_EVENT = re.compile(
    r"^[^.;,]{0,24}?\b(?:before|prior to|preceding|in advance|ahead|beforehand|earlier|notice|avant|a l'avance|de preavis|prealable\w*)\b"
)
_TIMES = frozenset("minute hour day week month year".split())
_DIGITS = re.compile(r"\d[\d.,]*(?: \d{3})*")
_NO_YEAR = 3000  # numbers above it count something, whatever it is
_UNIT_REACH = 30  # characters after a number within which its unit stands
_GOAL = re.compile(
    r"\b(?:goals?|targets?|aims?|objectives?|objectifs?|cible|endeavou?rs?|best efforts|s'efforc\w+|vise\w*)\b"
)
_FIRM = re.compile(r"\b(?:guarantee\w*|guaranteed|warrants?|undertakes?|commits?|garanti\w*|s'engage\w*)\b")
_CUT = re.compile(r"[;,]|\.(?=\s|$)|\b(?:and|et|with|avec|but|mais)\b")

_PER = (
    r"(?:\s*(?:each|every|per|a|an|for each|for every|for any|by the|par|chaque|l'|pour chaque|/)\s?(?:started |full |contract |"
    r"calendar |business |working |single )?"
    r"(?P<per>hour|day|week|month|quarter|year|heure|jour|semaine|mois|trimestre|an|annee)s?\b)"
)
_SUM = r"\d[\d.,]{0,40}(?: \d{3}){0,9}"
_RATE = re.compile(
    rf"(?P<amount>[€$£]\s?{_SUM}|{_SUM}\s?[%€$£]|\d{{1,40}}\)?\s(?:business |working |person-)?(?:hours?|"
    rf"days?|times|heures?|jours?|fois|minutes?))(?:\s(?:in|dans|of|sur))?(?:\s(?:ht|ttc|hors taxes?|excluding \w+|before tax))?{_PER}"
)
_UNITS = {
    "heure": "hour",
    "jour": "day",
    "semaine": "week",
    "mois": "month",
    "trimestre": "quarter",
    "an": "year",
    "annee": "year",
}


class Bound(Enum):
    """How a figure bounds what it counts."""

    FLOOR = "floor"
    CEILING = "ceiling"
    BEYOND = "beyond"


def bounds_kept(sentence: str, source: str) -> bool:
    """Whether each figure of a sentence is a floor, a ceiling, an aim or a rate as in its source, as far as both say so.

    Args:
        sentence: one sentence, in English or French, in the plain wording (`assistant.wording.plain_wording`).
        source: the words that it rests on.
    """
    said, held = fold(sentence), fold(source)
    return _bounds_alike(said, held) and _rates_alike(said, held) and _firmness_alike(said, held)


def _bounds_alike(said: str, held: str) -> bool:
    stated, given = bounds(said), bounds(held)
    return all(not given.get(figure) or found & given[figure] for figure, found in stated.items() if found)


def told_apart(sentence: str, source: str) -> set[Figure]:
    """The figures that a sentence bounds as its source does, where the source has no other figure of that unit so bounded.

    "At most 10%" is then the source's "capped at 10%", whatever stands beside it, and not the "0.5% a day" before it.

    Args:
        sentence: one sentence, in the plain wording.
        source: the words that it rests on.
    """
    stated, given = bounds(fold(sentence)), bounds(fold(source))
    return {
        figure
        for figure, found in stated.items()
        if found & given.get(figure, set())
        and not any(other != figure and other.unit == figure.unit and found & given[other] for other in given)
    }


def bounds(folded: str) -> dict[Figure, set[Bound]]:
    """For each figure of a folded text its bounds; one that stands without a bound somewhere has none.

    Nothing can then be held against it.
    """
    found: dict[Figure, set[Bound]] = {}
    bare: set[Figure] = set()
    for line in folded.split("\n"):
        for start, end, figure in () if "\t" in line else _counted(line):
            bound = _bound(line, start, end, figure)
            if bound is None:
                bare.add(figure)
            else:
                found.setdefault(figure, set()).add(bound)
    return {figure: bounds for figure, bounds in found.items() if figure not in bare}


def thresholds(text: str) -> set[Figure]:
    """The figures beyond which something is so ("a shortfall of more than 5%"): one beyond them is such a case, and no other rule.

    Args:
        text: a sentence, in English or French.
    """
    return {figure for figure, found in bounds(fold(text)).items() if Bound.BEYOND in found}


def _counted(line: str) -> Iterator[tuple[int, int, Figure]]:
    """The figures of a line that count something, with the place of their numbers; "thirty (30) days" is one."""
    spans = [(match.start(), match.end()) for match in _DIGITS.finditer(line)]
    repeated = [start for start, _ in spans if start and line[start - 1] == "("]
    for number in written_numbers(line):
        if not any(0 <= start - number.end <= _UNIT_REACH // 2 for start in repeated):
            spans.append((number.start, number.end))
    for start, end in spans:
        near = figures(line[max(0, start - 1) : end + _UNIT_REACH])
        counted = [figure for figure in near if figure.unit or figure.value > _NO_YEAR]
        values = {one.value for one in figures(line[start:end])}
        for figure in counted:
            if figure.value in values and not figure.unit.startswith(("date", "weekday")):
                yield start, end, figure


def _bound(line: str, start: int, end: int, figure: Figure) -> Bound | None:
    before = re.split(r"[;,.]\s|\d", line[max(0, start - _REACH) : start])[-1]
    hits = [
        (hit.start(), bound, hit.group())
        for bound, words in ((Bound.FLOOR, _FLOOR), (Bound.CEILING, _CEILING), (Bound.BEYOND, _BEYOND))
        for hit in re.finditer(rf"\b(?:{words})(?=\W|$)", before)
    ]
    if not hits:
        return Bound.FLOOR if re.match(rf"[^.;,]{{0,20}}?\b(?:{_OR_MORE})\b", line[end:]) else None
    at, found, word = max(hits, key=lambda hit: hit[0])
    if found is Bound.BEYOND and _DENIAL.search(before[:at]):
        return Bound.CEILING
    if _LESS.match(word) and _DENIED_AFTER.match(line[end:]):
        return Bound.FLOOR  # what is "under four minutes" and not counted
    told_back = figure.unit.split()[-1:] and figure.unit.split()[-1] in _TIMES and _BEFORE_EVENT.match(line[end:])
    if told_back and word in ("at latest", "au plus"):
        return Bound.FLOOR  # "no later than ten days before" is at least ten days before
    return found


def _rates_alike(said: str, held: str) -> bool:
    stated, given = dict(_rates(said)), _grouped(_rates(held))
    return all(figure not in given or per in given[figure] for figure, per in stated.items())


def _rates(folded: str) -> Iterator[tuple[Figure, str]]:
    for match in _RATE.finditer(folded):
        per = _UNITS.get(match["per"], match["per"])
        for figure in figures(match["amount"]):
            yield figure, per


def _grouped(rates: Iterator[tuple[Figure, str]]) -> Mapping[Figure, set[str]]:
    found: dict[Figure, set[str]] = {}
    for figure, per in rates:
        found.setdefault(figure, set()).add(per)
    return found


def _firmness_alike(said: str, held: str) -> bool:
    """Whether no figure that the source calls an aim is told as a promise."""
    aims = _figures_beside(held, _GOAL) - _figures_beside(held, _FIRM)
    return not (_figures_beside(said, _FIRM) - _figures_beside(said, _GOAL)) & aims


def _figures_beside(folded: str, words: re.Pattern[str]) -> set[Figure]:
    return {figure for piece in _CUT.split(folded) if words.search(piece) for figure in figures(piece)}
