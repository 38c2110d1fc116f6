"""How long something took against the time that a clause allows for it: "solved after 7 hours" and "P1 | 4 hours". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.calculation.delay_rate import codes_in
from assistant.values.figures import MONEY, Figure, figures, with_halves
from assistant.values.number_words import in_digits
from ingest.words import fold

_LENGTH = (
    r"\d+(?:[.,]\d+)?\s?(?:(?:business|working|full) )?(?:hours?|hrs?|h|heures?|minutes?|min|days?|jours?)"
    r"(?:\s?(?:ouvre\w*|ouvrables?))?(?:\s?(?:and |et )?\d{1,2}(?:\s?(?:minutes?|min))?)?(?![\w%])"
)
_TAKEN = re.compile(
    r"\b(?:after|in|within|took|taken|takes|lasted|lasts|down|out|for|of|en|au bout de|apres|pendant|dure|pris|mis|prend|met|panne de|"
    r"coupure de|arret de)\s(?:about |only |just |environ |seulement |a total of )?"
    rf"(?P<length>{_LENGTH})|(?P<before>{_LENGTH})\s(?:to|pour)\s"
)
_CLOCK = re.compile(
    r"\b\d{1,2}:\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\b(?:at|by|a|before|avant|vers) \d{1,2} ?h(?:\d\d)?\b|\bapres \d{1,2} ?h ?\d\d\b"
)
_VAGUE = re.compile(
    r"\b(?:more than|over|at least|less than|under|up to|plus de?|moins de?|au moins|jusqu'a) (?:\w+ )?\d"
)
_HOURS = re.compile(r"(\d+)\s?h(?:eures?|ours?)?\s?(?:and |et )?(\d{1,2})(?:\s?min(?:utes?)?)?(?!\w)")
_ANSWERED = re.compile(
    r"\b(?:respon[sd]\w*|answer\w*|acknowledg\w*|call\w* (?:\w+ )?back|react\w*|repon\w+|rappel\w*|"
    r"pris\w* en (?:compte|charge)|interven\w*|intervien\w*)\b"
)
_FIXED = re.compile(
    r"\b(?:re)?solv\w*|\b(?:resol\w+|resou\w+|fix\w*|repair\w*|restor\w*|correct\w*|corrig\w*|retabli\w*|repar\w+|"
    r"remis\w* en (?:service|etat)|clos\w*)\b"
)
_LASTED = re.compile(r"\b(?:took|taken|takes|lasted|lasts|down|outage|dure|pris|panne|coupure|arret)\b")
_SOME_HOURS = re.compile(
    r"\b(?:business|working|office|service|support|opening) hours\b|\bheures (?:ouvre\w+|ouvrables|de bureau|de service|d'ouverture)\b"
)
_WORKED = re.compile(
    r"\b(?:support|service|time\w*|count\w*|measur\w*|incident\w*|priorit\w+|delais?|"
    r"decompt\w+|mesur\w+|assur\w+|assistance|run)\b"
)
_ALL_HOURS = re.compile(
    r"\b(?:all hours|24 ?[/x] ?7|(?:a)?round the clock|at all times|24 ?h ?/ ?24|jour et nuit|7 ?j ?/ ?7)\b"
)
_TIMES = ("hour", "business hour", "minute", "day", "business day")


@dataclass(frozen=True, slots=True)
class Taken:
    """How long something took, and the time allowed for it with the place of the quote that gives it; None where none was found.

    ``round_the_clock`` is whether no quote speaks of hours of work in which alone they may count.
    """

    length: Figure
    allowed: Figure | None
    place: int = 0
    round_the_clock: bool = True


def taken(asked: str, quotes: Sequence[str]) -> Taken | None:
    """How long what a question tells of took; None where it tells of no one length, or not of what.

    Args:
        asked: the question, folded.
        quotes: the contract's words; a row of a table has tabs between its cells, and its header on the line above.
    """
    asked = in_digits(with_halves(asked))
    deed, length, codes = _deed(asked), _length(asked), codes_in(asked)
    if deed is None or length is None or not codes:
        return None
    found = [(n, each) for n, quote in enumerate(quotes) for each in _allowed(quote, codes, deed)]
    if len({each for _, each in found}) != 1:
        return Taken(length, None)
    place, allowed = found[0]
    clock = "hour" not in allowed.unit or not any(_in_some_hours(fold(quote), codes) for quote in quotes)
    return Taken(length, allowed, place, clock)


def tells_length(question: str) -> bool:
    """Whether a question tells how long something of a priority took."""
    asked = in_digits(with_halves(fold(question)))
    return bool(codes_in(asked)) and _deed(asked) is not None and _length(asked) is not None


def speaks_of_hours(sentence: str) -> bool:
    """Whether a sentence speaks of the hours in which work is done."""
    folded = fold(sentence)
    return bool(_SOME_HOURS.search(folded)) and bool(_WORKED.search(folded))


def _in_some_hours(quote: str, codes: set[str]) -> bool:
    """Whether a folded quote speaks of hours of work, and not of all hours for the codes."""
    return bool(_SOME_HOURS.search(quote)) and not (codes & codes_in(quote) and _ALL_HOURS.search(quote))


def _deed(asked: str) -> re.Pattern[str] | None:
    """What was done after that length: answered, or else fixed; None where neither is said."""
    answered, fixed = bool(_ANSWERED.search(asked)), bool(_FIXED.search(asked) or _LASTED.search(asked))
    if answered == fixed:
        return None
    return _ANSWERED if answered else _FIXED


def _length(asked: str) -> Figure | None:
    """The one length of time of a question; "8h30" and "8 hours and 30 minutes" are one."""
    if _CLOCK.search(asked) or _VAGUE.search(asked):
        return None
    matches = list(_TAKEN.finditer(asked))
    if len(matches) != 1:
        return None
    told = matches[0]["length"] or matches[0]["before"]
    both = _HOURS.search(told)
    if both:
        return Figure(round(int(both[1]) + int(both[2]) / 60, 4), "hour")
    held = [figure for figure in figures(told) if figure.unit in _TIMES]
    others = {figure for figure in figures(asked) if figure.unit in _TIMES} - set(held)
    return held[0] if len(held) == 1 and not others else None


def _allowed(quote: str, codes: set[str], deed: re.Pattern[str]) -> list[Figure]:
    """The times that a row or sentence gives the deed for the codes; none of one that gives money, or is of other codes as well."""
    lines = fold(quote).split("\n")
    if "\t" not in quote:
        told = " ".join(lines)
        if codes_in(told) != codes or not deed.search(told) or _other(deed).search(told):
            return []
        return _one_time(told)
    if len(lines) != 2:
        return []
    heads, cells = (line.split("\t") for line in lines)
    if len(heads) != len(cells) or codes_in(cells[0]) != codes:
        return []
    named = [
        cell for head, cell in zip(heads, cells, strict=True) if deed.search(head) and not _other(deed).search(head)
    ]
    label = deed.search(cells[0]) and not _other(deed).search(cells[0])
    return _one_time(" ; ".join(named or (cells[1:] if label else [])))


def _one_time(told: str) -> list[Figure]:
    """The one time that folded words give; none where they give several, or money."""
    held = figures(told)
    times = [figure for figure in held if figure.unit in _TIMES]
    return times if len(times) == 1 and not any(figure.unit in MONEY for figure in held) else []


def _other(deed: re.Pattern[str]) -> re.Pattern[str]:
    return _FIXED if deed is _ANSWERED else _ANSWERED
