"""What of an amendment holds for a time or for one case alone: "until 31 December 2024", "à titre exceptionnel". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.change_words import (
    DEPARTS,
    EXCEPTIONAL,
    HOWEVER,
    LENGTHENED,
    NONE_DUE,
    ONE_CASE,
    STAYS,
    SUSPENDED,
    TO_SOME,
    Operation,
    first_act,
)
from ingest.days import days
from ingest.document import Span
from ingest.period import Period
from ingest.periods import periods
from ingest.targets import Target, blanked
from ingest.whole_periods import is_only, month_within

_LEAD = 60  # characters before a period that still leads its sentence: a number, "by way of exception and", "notwithstanding clause 8.2"
_PARTS = re.compile(
    r"\b(?:sentence|definition|words?|table|phrase|mots?|tableau|alinéa|proviso)\b[^,;]{0,30}$|\b(?:first|second|last|première?|dernier)\b",
    re.IGNORECASE,
)
_APPLICATION = re.compile(
    r"\b(?:application|operation|effects?|effets?|jeu)\s+(?:of|de|du|des)(?:\s+(?:the|l.|la|le|les))?$|\b(?:application|effets?|jeu)\s+de\s+l[’']?$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"(?:in|en|au)\b", re.IGNORECASE)
_NOTHING = re.compile(r"\b(?:no|not|none|aucune?|pas)\b[^.;]*\b(?:on|le)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passing:
    """What a sentence says of time: its first day, None when it does not say, and its last, None for an exception for one case.

    ``operation`` and ``targets`` are what the sentence does to which clauses by itself; the operation is None where it changes words, as
    one that lasts does.
    """

    first: date | None
    last: date | None
    operation: Operation | None
    targets: tuple[Target, ...] = ()


def passing_of(text: str, sentence: Span, named: Sequence[Target], own: date | None) -> Passing | None:
    """How a sentence of an amendment limits in time what it says; None for one that lasts.

    A day alone is no limit: it may end the new term of the contract, or stand in the words that are changed. It is one where it leads the
    sentence, or where the sentence suspends a clause or calls itself an exception.

    Args:
        text: the amending document's.
        sentence: one of its sentences.
        named: the clauses and documents that it names, at least one.
        own: the day on which the amendment takes effect.
    """
    bare = blanked(sentence.of(text))
    suspends, exceptional, departs = SUSPENDED.search(bare), EXCEPTIONAL.search(bare), DEPARTS.search(bare)
    exceptional = exceptional or NONE_DUE.search(bare)
    found = periods(bare, own=own)
    period = found[0] if found else _on_a_day(bare)
    if period is None and (suspends or exceptional):
        period = month_within(bare)
    leads = period is not None and (_leads(bare, period) or not found or is_only(bare, period))
    if period is None and not ONE_CASE.search(bare):
        return None
    if not exceptional and LENGTHENED.search(bare):
        return None
    if not (suspends or exceptional or departs or leads):
        return None
    first, last = (period.first, period.last) if period else (None, None)
    if suspends and period and not departs and _whole(_without(bare, period.span), suspends, named):
        return Passing(first, last, Operation.SUSPENDED, _before(named, suspends.start()))
    if not suspends and _changes_words(bare):
        return Passing(first, last, None)
    if not suspends and STAYS.search(bare):
        return None
    return Passing(first, last, Operation.EXCEPTION, tuple(_departed_from(named, departs)))


def suspended(bare: str, named: Sequence[Target]) -> tuple[Target, ...]:
    """The clauses that a sentence suspends as a whole, whether or not it gives the days.

    Args:
        bare: the sentence, the words that it quotes blanked.
        named: the clauses and documents that it names.
    """
    suspends = SUSPENDED.search(bare)
    return _before(named, suspends.start()) if suspends and named and _whole(bare, suspends, named) else ()


def _on_a_day(bare: str) -> Period | None:
    """The one day on which what "however" begins does not hold: "toutefois, aucune révision n'est appliquée le 1er avril 2026"."""
    named = days(bare)
    if len(named) != 1 or not HOWEVER.search(bare) or not _NOTHING.search(bare[: named[0].span.start]):
        return None
    return Period(named[0].span, named[0].day, named[0].day)


def _without(bare: str, span: Span) -> str:
    return bare[: span.start] + " " * len(span) + bare[span.end :]


def _leads(bare: str, period: Period) -> bool:
    """Whether the period stands before what the sentence says: at its beginning, or after a phrase that ends in a comma."""
    head = bare[: period.span.start]
    if _WITHIN.match(bare, period.span.start):
        return False  # it tells when something happens
    return len(head.lstrip(" 0123456789.()")) <= _LEAD and not re.search(
        r"\b(?:is|are|shall|will|may|takes?|est|sont|peut|doit|prend)\b", head
    )


def _whole(bare: str, suspends: re.Match[str], named: Sequence[Target]) -> bool:
    """Whether the clause as a whole is suspended, not a sentence of it, and not for some matters alone."""
    before = bare[: suspends.start()]
    return (
        bool(_before(named, suspends.start()))
        and _PARTS.search(before) is None
        and TO_SOME.match(bare, suspends.end()) is None
        and not re.search(r"\b(?:no|any|each|aucune?|toute?)\s", before[max(0, named[0].start - 40) : named[0].start])
        and _is_subject(before, named)
    )


def _is_subject(before: str, named: Sequence[Target]) -> bool:
    """Whether the clause that is named itself does not apply, or its application is suspended, rather than "the fee in clause 8"."""
    head = before[: named[0].start].rstrip()
    return _APPLICATION.search(head) is not None or (
        re.search(
            r"\b(?:in|of|under|by|to|de|du|dans|à)(?:\s+(?:the|l.|la|le))?$|\b(?:à l|de l|des|aux)[’']?$",
            head,
            re.IGNORECASE,
        )
        is None
    )


def _before(named: Sequence[Target], at: int) -> tuple[Target, ...]:
    return tuple(target for target in named if target.start < at)


def _changes_words(bare: str) -> bool:
    """Whether the sentence replaces, deletes or adds words."""
    act = first_act(bare)
    return act is not None and act[0] is not Operation.CHANGED


def _departed_from(named: Sequence[Target], departs: re.Match[str] | None) -> Sequence[Target]:
    """What follows "notwithstanding" alone where that is said (clauses 8.2 and 8.3), else all that is named."""
    if departs is None:
        return named
    after = [target for target in named if target.start >= departs.end()]
    return [target for target in after if target.start == after[0].start] or named
