"""The day that a question asks about: "in 2023", "before November 2024", "before the amendment", "à la signature". Pure.

A day is read where a question asks how something was ("what was the cap in 2023?", "c'était combien avant l'avenant ?"), where it says
"as of", where a part of a question says nothing but a day ("and before the amendment?"), and where it asks what a case of a day costs
("a P1 was late in May 2025, what penalty?").
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from assistant.asked.follow_up import without_opening
from assistant.values.dates import MONTH_NAMES
from ingest.words import fold, fold_in_place


class Before(StrEnum):
    """What changes of the contract the day asked about comes before."""

    ALL = "all"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class AskedDay:
    """``day`` where it is named; else ``before``, with the ``number`` of the amendment where one is; today where neither is.

    Of a month or year that is named, ``first`` is its first day, and ``day`` its last.
    """

    day: date | None = None
    first: date | None = None
    before: Before | None = None
    number: int | None = None


_MONTH = "(?P<month>" + "|".join(sorted(MONTH_NAMES, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_DAY = r"(?P<day>[0-3]?\d)(?:\s?(?:er|st|nd|rd|th)\b)?"
_DATES = (
    rf"{_DAY}\s(?:of\s)?{_MONTH},?\s{_YEAR}",
    rf"{_MONTH}\s{_DAY},?\s{_YEAR}",
    rf"{_MONTH},?(?:\s(?:of|de))?\s{_YEAR}",
    rf"{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)",
    r"(?P<day>[0-3]?\d)[./](?P<month>[01]?\d)[./](?P<year>(?:19|20)\d\d)\b",  # day first
    _YEAR,
)
_AT = (
    r"\b(?:(?P<before>before|prior to|avant)|as of|as at|back in|during|in|on|at|for|en|au|le|a la date du|en date du|courant|"
    r"pendant|pour|des?)\s"
    r"(?:(?:the|le|la|end of|fin|year|l'annee)\s){0,3}"
)
_NAMED = tuple(re.compile(_AT + each) for each in _DATES)
_EACH = tuple(map(re.compile, _DATES))
_AMENDED = re.compile(
    r"\b(?:before|prior to|without|avant|sans)\s(?:(?:the|les?|any|cet|this|that|these|ces|tout)\s|l')?(?:first|last|latest|"
    r"premier|dernier)?\s?"
    r"(?:amendment|addendum|avenant)(?P<several>s)?(?:\s(?:no\.?\s?|n[o°]?\s?|number\s|numero\s)?(?P<number>\d{1,2})\b)?"
)
_BEFORE_THAT = re.compile(r"^\W*(?:(?:and|et|what about)\s+)?(?:before|avant)(?:\s(?:that|then|ca|cela|lui))?\W*$")
_SINCE = re.compile(
    r"\b(?:since|after|following|with|depuis|apres|avec)\s(?:(?:the|les?|any|cet|this|that|these|ces)\s|l')?(?:first|last|latest|"
    r"premier|dernier)?\s?"
    r"(?:amendment|addendum|avenant)s?(?:\s(?:no\.?\s?|n[o°]?\s?|number\s|numero\s)?\d{1,2}\b)?|\bsince then\b|\bdepuis lors\b"
)
_ORIGIN = re.compile(
    r"\b(?:originally|initially|at (?:the )?(?:signing|signature|start|outset|beginning)|in the original(?: (?:contract|agreement|"
    r"version))?|"
    r"when (?:it|the contract|the agreement) was signed|when we signed|a l'origine|initialement|au depart|au debut|"
    r"dans (?:la version|le contrat) (?:initiale?|d'origine)|(?:a|lors de) la signature|quand (?:on a|nous avons) signe)\b"
)
_NOW = re.compile(
    r"\b(?:(?:as of )?today|right now|now|currently|at present|aujourd'hui|maintenant|actuellement|a ce jour|a present)\b"
)
_WAS = re.compile(
    r"^\W*(?:(?:and|so|et|mais|but|alors)\W+)*(?:(?:what|who|which|where|how)(?:\s\w+){0,2}\s)?(?:was|were|did|used)\b|"
    r"^\W*(?:(?:and|so|et|mais|but|alors)\W+)*(?:(?:quel\w*|qui|combien|comment|ou)\s)?(?:c'|est-ce que c'|\w+ )?"
    r"(?:etait|etaient|avait|avaient|valait|devait|devaient|fallait|pouvait|disait|prevoyait)\b|"
    r"\b(?:as of|as at|a la date du|en date du)\b"
)
_COSTS = re.compile(  # asks for a sum, and for no day
    r"\b(?:how much|what (?:\w+ )?(?:penalt\w+|credits?|damages|fees?|sum|price|rate|charges?)|penalt\w+|credits?|combien|penalites?|"
    r"avoirs?|quel(?:le)?s? (?:prix|montant|somme|tarif))\b"
    r"(?!.*\b(?:when|quand|by what date|deadline|how long|combien de (?:temps|jours|mois))\b)"
)
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOTHING_LEFT = re.compile(
    r"^\W*(?:(?:and|et|so|what|how|who|was|were|is|it|that|this|the|then|did|say|used to be|like|about|much|many|long|which|one|"
    r"same|c|etait|est|ce|"
    r"quoi|combien|quel|quelle|cela|ca|alors|disait|il|elle|on|avait|qui|question|contract|contrat|different|same|other|otherwise|"
    r"changed?|autre|differente?|pareil|meme|change|le|la|les|a|de|pour|version|"
    r"back)\b\W*)*$"
)


def read_day(text: str) -> AskedDay | None:
    """The day that a question asks about; None where it asks about none, or about two.

    Args:
        text: as typed.
    """
    folded = fold(text)
    found = _found(folded)
    if found is None:
        return None
    asked, named = found
    without = _without(folded, named)
    if _NOTHING_LEFT.match(without) or (_WAS.search(folded) and asked != AskedDay()):
        return asked
    return asked if asked.day is not None and _COSTS.search(without) and not _A_YEAR.search(without) else None


def named_days(folded: str) -> list[tuple[int, date, date]]:
    """The days, months and years that a folded text names, in order: where each begins, its first and its last day."""
    taken: dict[int, tuple[int, date, date]] = {}
    for form in _EACH:
        for match in form.finditer(folded):
            days = None if taken.keys() & set(range(*match.span())) else _day(match)
            if days is not None and days.day is not None:
                taken |= dict.fromkeys(range(*match.span()), (match.start(), days.first or days.day, days.day))
    return sorted(set(taken.values()))


def says_day_alone(text: str) -> bool:
    """Whether a part of a question says nothing but a day: "and before the amendment?", "what was it in 2023?"."""
    folded = fold(without_opening(text))
    found = _found(folded)
    return found is not None and bool(_NOTHING_LEFT.match(_without(folded, found[1])))


def without_day(text: str) -> str:
    """A question without the day that it asks about; itself where it asks about none, or nothing else."""
    found = _found(fold_in_place(text)) if read_day(text) is not None and not says_day_alone(text) else None
    if found is None:
        return text
    left = _without(text, found[1])
    return left if re.search(r"\s[?.!]$", text) else re.sub(r"\s+(?=[?.!]$)", "", left)


def resolved(asked: AskedDay, changes: Sequence[tuple[date, int | None]], today: date) -> date | None:
    """The day itself; None where the contract has no such change.

    Args:
        asked: as read.
        changes: the day on which each amendment takes effect, with the amendment's number where it has one.
        today: the day that it is.
    """
    if asked.day is not None:
        return today if asked.first is not None and asked.first <= today < asked.day else asked.day
    if asked.before is None:
        return today
    days = [day for day, number in changes if asked.number in (None, number)]
    held = [day for day in days if day <= today] or days
    if not held:
        return None
    return (max(held) if asked.before is Before.LAST else min(held)) - timedelta(days=1)


def _found(folded: str) -> tuple[AskedDay, re.Match[str]] | None:
    """The one day that a folded text names, and where."""
    if amended := _AMENDED.search(folded):
        number = int(amended["number"]) if amended["number"] else None
        return AskedDay(None, None, Before.ALL if amended["several"] else Before.LAST, number), amended
    if that := _BEFORE_THAT.search(folded):
        return AskedDay(None, None, Before.LAST), that
    if since := _SINCE.search(folded):
        return AskedDay(), since
    if origin := _ORIGIN.search(folded):
        return AskedDay(None, None, Before.ALL), origin
    if named := next((match for form in _NAMED if (match := form.search(folded))), None):
        asked = _day(named)
        return (asked, named) if asked else None
    now = _NOW.search(folded)
    return (AskedDay(), now) if now else None


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip()}".strip()


def _day(match: re.Match[str]) -> AskedDay | None:
    """The day named; the last one of a month or year, and the day before where it says "before". None where there is no such day."""
    given = match.groupdict()
    year, named = int(given["year"]), given.get("month")
    month = None if named is None else MONTH_NAMES.get(named) or int(named)
    try:
        first = date(year, month or 1, int(given.get("day") or 1))
    except ValueError:
        return None
    if given.get("before"):
        return AskedDay(first - timedelta(days=1))
    if given.get("day") is not None:
        return AskedDay(first)
    last = date(year, 12, 31) if month is None else date(year, month, monthrange(year, month)[1])
    return AskedDay(last, first)
