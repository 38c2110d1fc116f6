"""Clauses that an amendment adds, under the numbers that they bear in the words that it brings in. Pure."""

from __future__ import annotations

from assistant.family.changed_words import lines_of
from assistant.naming.clause_lookup import is_beneath, is_same_number
from ingest.document import Span
from ingest.markers import find_marker

_MARKS = ' \t“"«'


def numbered_part(text: str, new: Span, number: str) -> Span | None:
    """What of the new words stands under a number, up to the next number that is none beneath it; None where that stands nowhere.

    Args:
        text: the amending document's.
        new: the words that it brings in.
        number: of a clause, "10A", "8 bis" or "7.2".
    """
    start: int | None = None
    for line in lines_of(text, new):
        said = line.of(text)
        bare = said.lstrip(_MARKS)
        marker = find_marker(bare)
        if marker is None or (marker.kind.is_item and start is None):
            continue
        if start is None:
            if is_same_number(marker.printed, number):
                start = line.start + len(said) - len(bare)
        elif not marker.kind.is_item and not is_beneath(marker.printed, number):
            return _stripped(text, start, line.start)
    return _stripped(text, start, new.end) if start is not None else None


def begins_with_number(text: str, new: Span) -> bool:
    """Whether the new words begin with the number of a clause."""
    return find_marker(new.of(text).lstrip(_MARKS + "\n").split("\n", 1)[0]) is not None


def _stripped(text: str, start: int, stop: int) -> Span:
    return Span(start, start + len(text[start:stop].rstrip(_MARKS + "\n”»;")))
