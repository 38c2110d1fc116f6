"""A change that an amendment makes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ingest.change_words import (
    Operation,
)
from ingest.document import Span
from ingest.targets import Target


@dataclass(frozen=True, slots=True)
class Change:
    """One change. All spans are of the amending document.

    ``quote`` is the sentence that states it, ``old`` the words that it says it takes away (beside which it puts others, where it inserts),
    ``new`` the words that it puts in their place; None where it names none. ``everywhere`` says that it means all places where the old
    words stand. ``row`` is the row of a table that is meant. ``effective`` is when it takes effect, None when
    the document does not say, and ``until`` the last day on which it holds, None when it lasts, and where a clause is suspended for a time
    without days.
    """

    operation: Operation
    target: Target
    quote: Span
    clause: str
    old: Span | None = None
    new: Span | None = None
    row: str | None = None
    effective: date | None = None
    until: date | None = None
    everywhere: bool = False


def is_passing(change: Change) -> bool:
    """Whether it holds for a time or for one case alone."""
    return change.until is not None or change.operation is Operation.EXCEPTION
