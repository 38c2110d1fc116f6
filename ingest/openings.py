"""Which lines could begin a clause of the number that they begin with, whatever stands before it.

A figure, a page number or a cross-reference at the start of a wrapped line does not.
"""

from __future__ import annotations

import re
from collections import defaultdict

from ingest.headings import (
    LONGEST_HEADING,
    ends_sentence,
    has_verb,
    is_capitals,
    is_title_case,
    run_in_heading,
)
from ingest.inserted import rank
from ingest.marked_lines import MarkedLines
from ingest.markers import Kind, Marker, begins_with_item

_SHORTEST_LIST = 2  # items after which the last one needs none to follow
_PARTS_REACH = 40  # lines within which the numbered parts of a sentence follow each other
_LIST_REACH = 12  # lines within which the items of a list without full stops follow each other
_RUNNING = 3  # times that a bare "Exhibit 10" stands in a document whose pages bear it
_REFERS = re.compile(
    r"(?:\b(?:articles?|sections?|clauses?|paragraphs?|paragraphes?|annexe?s?|schedules?|exhibits?|items?|and|or|to|of|in|at|by|from|"
    r"under|with|et|ou|à|de|du|des|le|la|les|l.|no|n°|point)|[,;:(&–—-])\s*$",
    re.IGNORECASE,
)
_NAMES_NUMBER = re.compile(
    r"\b(?:articles?|sections?|clauses?|paragraphs?|paragraphes?|under|of|to|in|by|with|à|de|du|des)\s*$", re.IGNORECASE
)
_ITEM_REFERRED = re.compile(
    r"\(\w{1,4}\)\s*(?:[,;.)]|(?:and|or|of|to|et|ou|de|du|à)\b)", re.IGNORECASE
)  # "6.1" of "6.1(b), the"
_ENDS_PART = re.compile(r"[.;:][\"”’»)\]]*$|[,;]\s*(?:and|or|et|ou)$")
_LONGEST_IN_CAPITALS = 250  # characters
_DAY_IN_MAY = re.compile(r"\bMAY \d")  # no verb
_REFERENCE_AFTER = re.compile(r"^(?:[a-zà-ÿ]|[,;)\]]|of\b|and\b|or\b|et\b|ou\b|\d)")


class Openings:
    """Tells the lines of one document that could begin a clause of their number.

    Args:
        marked: its lines.
    """

    def __init__(self, marked: MarkedLines) -> None:
        self._marked = marked
        self._alone: dict[str, list[int]] = defaultdict(list)
        for index, marker in enumerate(self._marked.markers):
            if marker is not None and marker.kind is Kind.ANNEX and marker.rest >= len(self._marked.lines[index].text):
                self._alone[self._marked.lines[index].text].append(index)

    def may_begin(self, index: int, marker: Marker) -> bool:
        """Whether the line could begin a clause of that number, whatever stands before it."""
        line = self._marked.lines[index]
        rest = line.text[marker.rest :]
        if line.level is not None or line.number is not None:
            return True
        wrapped = self._marked.judge.continues_sentence(index)
        if marker.kind is Kind.ANNEX:
            return not wrapped and self._is_annex_heading(index, rest)
        if marker.kind is Kind.ARTICLE:
            return not _REFERENCE_AFTER.match(rest) and (not wrapped or self._marked.judge.is_emphasised(index))
        if marker.kind is Kind.DECIMAL:
            return self._may_be_decimal(index, marker, rest, wrapped)
        return not (marker.kind.value.endswith(".") and rest[:1].islower() and wrapped)

    def is_running(self, index: int) -> bool:
        """Whether the line is the name of an annex that stands on page after page: it names the document, not a part of it."""
        again = self._alone.get(self._marked.lines[index].text, [])
        return len(again) >= _RUNNING and index != again[0]

    def _is_annex_heading(self, index: int, rest: str) -> bool:
        # "EXHIBIT A TO SERVICE AGREEMENT DATED … BETWEEN … AND …" in capitals takes more room than a title
        longest = (
            _LONGEST_IN_CAPITALS if is_capitals(rest) and not has_verb(_DAY_IN_MAY.sub("", rest)) else LONGEST_HEADING
        )
        if _REFERENCE_AFTER.match(rest) or len(rest) > longest or rest.endswith((".", ";", ",")):
            return False
        return not any(self._is_annex(index + step) for step in (-1, 1))  # a list of the annexes

    def _is_annex(self, index: int) -> bool:
        marker = self._marked.markers[index] if 0 <= index < len(self._marked.lines) else None
        return marker is not None and marker.kind is Kind.ANNEX and not self._marked.lines[index].gap

    def _may_be_decimal(self, index: int, marker: Marker, rest: str, wrapped: bool) -> bool:
        if wrapped and (_ITEM_REFERRED.match(rest) or _NAMES_NUMBER.search(self._marked.lines[index - 1].text)):
            return False
        first = next((c for c in rest if not c.isspace()), "")
        if rest and not (first.isupper() or first in "“\"«‘'([*•–—-_"):
            if not (len(marker.path) > 1 and not wrapped and first.islower()):
                return False
            return marker.punctuated or begins_with_item(rest) or self._is_part_of_sentence(index, marker)
        if (
            wrapped
            and (len(marker.path) == 1 or not rest or rank(marker.path[-1]))
            and not self._marked.judge.is_emphasised(index)
        ):
            return self._counts(index, marker)
        if not rest and self._is_page_number(index, marker):
            return False
        if len(marker.path) == 1 and not marker.punctuated:
            titled = is_title_case(rest) and len(rest) <= LONGEST_HEADING
            return titled or self._marked.judge.is_emphasised(index) or self._is_titled_sentence(index, marker, rest)
        return True

    def _is_part_of_sentence(self, index: int, marker: Marker) -> bool:
        """Whether a number before a word in small letters is one of the parts of a sentence ("4.1.1 to host …"): the one before or
        after it begins a line nearby, and the line above ends a part or leads in, and does not refer to the number.
        """
        line, above = self._marked.lines[index], self._marked.lines[index - 1].text if index else ""
        if _NAMES_NUMBER.search(above) or not (line.gap or _ENDS_PART.search(above)):
            return False
        last = marker.path[-1]
        beside = (self._marked.positions.of(marker.kind, (*marker.path[:-1], last + step)) for step in (-1, 1))
        return any(abs(at - index) <= _PARTS_REACH for places in beside for at in places)

    def _is_page_number(self, index: int, marker: Marker) -> bool:
        """Whether a number alone on its line parts two halves of a sentence, or stands again on the line below with words."""
        if len(marker.path) > 1 or not 0 < index < len(self._marked.lines) - 1:
            return False
        below = self._marked.markers[index + 1]
        parts = self._marked.lines[index + 1].text[:1].islower() and not ends_sentence(
            self._marked.lines[index - 1].text
        )
        return parts or (below is not None and (below.kind, below.path) == (marker.kind, marker.path))

    def _is_titled_sentence(self, index: int, marker: Marker, rest: str) -> bool:
        """Whether "7 Liability. Neither party …" is one of a list of such numbers."""
        if run_in_heading(rest) is None:
            return False
        beside = [(marker.path[0] + step,) for step in (-1, 1)]
        return any(self._marked.positions.of(Kind.DECIMAL, path) for path in beside)

    def _counts(self, index: int, marker: Marker) -> bool:
        """Whether a number that seems to stand within a sentence is one of a list, whose items need not end in a full stop: the numbers
        before and after it begin lines nearby, and the line above does not end in what refers to a number.
        """
        last = marker.path[-1]
        before, after = ((*marker.path[:-1], last + step) for step in (-1, 1))
        preceding = self._marked.positions.before(index, marker.kind, before)
        near = preceding is not None and index - preceding <= _LIST_REACH
        following = self._marked.positions.after(index, marker.kind, after)
        goes_on = following is not None and following - index <= _LIST_REACH
        if not (near and marker.punctuated and (goes_on or last > _SHORTEST_LIST)):
            return False
        return not _REFERS.search(self._marked.lines[index - 1].text)
