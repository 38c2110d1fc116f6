"""The columns of a table that are each for a part of the week, and which of them holds the hours asked about. Pure.

"Working Hours | Evening Hours | Night and Weekend Hours" are three. A column is for the hours that its head tells, or that the contract
defines the head to mean; one for nights, weekends or "all other hours" is for what the others leave.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.values.week import SURELY_OUT_OF_HOURS, WHOLE_WEEK, HalfHours, told_half_hours
from ingest.words import fold

_SOME_HOURS = re.compile(r"\b(?:hours|heures|plages?|horaires?)\b")
_OTHER_HOURS = re.compile(
    r"\b(?:nights?|weekends?|week-ends?|nuits?|out[- ]of[- ]hours|after[- ]hours|off[- ]hours|non[- ](?:business|working) hours|"
    r"heures non (?:ouvrees|ouvrables)|(?:all )?other (?:hours|times)|autres heures|(?:outside|hors|en dehors)\b)|"
    r"\bneither\b.{1,80}\bnor\b|\bni\b.{1,80}\bni\b"
)
_ALL_HOURS = re.compile(
    r"\b24 ?[/x] ?7\b|\b24 ?h(?:eures?|ours?)? ?(?:/|sur) ?24\b|\b(?:at )?all (?:hours|times)\b|\ba toute heure\b"
)
_BUSINESS_HOURS = re.compile(
    r"\b(?:business|working|office|service|support|opening|core) hours\b|\bheures (?:ouvrees|ouvrables|de bureau|d'ouverture)\b"
)


@dataclass(frozen=True, slots=True)
class _Slot:
    """The half-hours that a column is for, and those that it is not for; of the others it cannot be told. ``rest``: what others leave."""

    within: HalfHours = frozenset()
    without: HalfHours = frozenset()
    rest: bool = False


def columns_for(
    asked: HalfHours, heads: Sequence[str], defined: Callable[[str], str | None] = lambda _: None
) -> tuple[int, ...]:
    """The places of the columns that are for the hours asked about, in order; empty where that is in doubt, or some hours have no column.

    Args:
        asked: the half-hours (`assistant.values.week`); none where they are not known.
        heads: what names each column, from the left.
        defined: the words by which the contract defines a head, None where it does not.
    """
    slots = [_slot(head, defined) for head in heads]
    if (
        not asked
        or sum(slot is not None for slot in slots) < 2
        or sum(slot is not None and slot.rest for slot in slots) > 1
    ):
        return ()
    known = [slot for slot in slots if slot is not None and not slot.rest]
    left = _Slot(
        WHOLE_WEEK.intersection(*(slot.without for slot in known)), frozenset[int]().union(*(s.within for s in known))
    )
    places = {place: left if slot.rest else slot for place, slot in enumerate(slots) if slot is not None}
    chosen = {place for place, slot in places.items() if slot.within & asked}
    clear = all(slot.within | slot.without >= asked for slot in places.values())
    given = frozenset[int]().union(*(slot.within for slot in places.values())) >= asked
    return tuple(sorted(chosen)) if clear and given else ()


def _slot(head: str, defined: Callable[[str], str | None]) -> _Slot | None:
    """The slot that a column is for; None where its head names no hours."""
    folded = fold(head)
    told = told_half_hours(head)
    if told is not None:
        return _Slot(told, WHOLE_WEEK - told)
    if _ALL_HOURS.search(folded):
        return _Slot(WHOLE_WEEK)
    if _OTHER_HOURS.search(folded):
        return _Slot(rest=True)
    meaning = defined(head)
    if meaning is not None and (told := told_half_hours(meaning)) is not None:
        return _Slot(told, WHOLE_WEEK - told)
    if meaning is not None and _OTHER_HOURS.search(fold(meaning)):
        return _Slot(rest=True)
    if _BUSINESS_HOURS.search(folded):
        return _Slot(without=SURELY_OUT_OF_HOURS)
    return _Slot() if _SOME_HOURS.search(folded) else None
