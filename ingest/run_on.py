"""The first item of a list that stands within the line of its clause: "2. Term. (a) The first year …", and "(b) …" on a line of its own.

Only the second item, which begins a paragraph, shows that there is a list; the first is looked for then, in the words above it.
"""

from __future__ import annotations

import re

from ingest.headings import LONGEST_HEADING, has_verb, is_capitals
from ingest.markers import Kind, Marker, find_marker, readings

_ITEM = re.compile(r"(?<!\S)(?:\((?:a|A|i|1)\)|[aAi1]\))(?=\s|[A-ZÀ-Þ“\"«])")
_LEADS_IN = (":", "–", "—")
_ENDS_TITLE = (".", ":", "–", "—", ";")


def first_item(text: str, second: Marker, rest: int) -> tuple[int, Marker] | None:
    """Where the first item of a list begins in the line of its clause, or of a later line of that clause.

    Args:
        text: the line.
        second: the number of the list's second item.
        rest: where the words after the clause's own number begin; 0 on a later line.

    Returns:
        The index in the line, and the first item's number; None when the line holds none, or one that a sentence only mentions.
    """
    pattern = _ITEM if second.kind.is_item else _decimal(second)
    for match in pattern.finditer(text, rest):
        marker = _of_list(text[match.start() :], second)
        if marker is not None and _may_precede(text[rest : match.start()].rstrip(), rest > 0):
            return match.start(), marker
    return None


def _decimal(second: Marker) -> re.Pattern[str]:
    """The number before "4.2", with a word after it."""
    first = ".".join(map(str, (*second.path[:-1], second.path[-1] - 1)))
    return re.compile(rf"(?<!\S){re.escape(first)}\.?(?=\s+[A-ZÀ-Þ“\"«(\[])")


def _of_list(text: str, second: Marker) -> Marker | None:
    """The number that the text begins with, where it is the one before the second in the same family."""
    marker = find_marker(text)
    before = (*second.path[:-1], second.path[-1] - 1)
    found = readings(marker) if marker is not None else []
    return next((each for each in found if each.kind is second.kind and each.path == before), None)


def _may_precede(words: str, on_first_line: bool) -> bool:
    """Whether a list may begin after the words: they lead in to it, or they are all of a clause's title."""
    if words.endswith(_LEADS_IN):
        return True
    if not on_first_line:
        return False
    is_title = words.endswith(_ENDS_TITLE) or is_capitals(words)
    return not words or (is_title and len(words) <= LONGEST_HEADING and not has_verb(words))


def is_second(marker: Marker) -> bool:
    """Whether the number is the second of a list: (b), ii., 4.2."""
    return marker.path[-1] == 2 and (marker.kind.is_item or (marker.kind is Kind.DECIMAL and len(marker.path) > 1))
