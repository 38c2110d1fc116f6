"""Which numbers begin a clause, and where they hang.

A number begins a clause only where it counts on from one that is open (4.2 after 4.1, Article 5 after Article 4) or
where a list can begin, so that a figure or a cross-reference at the start of a wrapped line does not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from ingest.headings import (
    LONGEST_HEADING,
    HeadingJudge,
    ends_sentence,
    is_title_case,
    looks_like_heading,
    run_in_heading,
)
from ingest.inserted import rank
from ingest.markers import Kind, Marker, begins_with_item, find_marker, readings
from ingest.node import Node, Place, State
from ingest.reading import Line
from ingest.resumption import Resumption
from ingest.sequence import distance, follows, same_list

LARGEST_GAP = 3  # a number may skip this many values of its list (a clause lost in reading); more is another number
_ITEM_REACH = 300  # lines within which the second item of a list must follow the first
_SHORTEST_LIST = 2  # items after which the last one needs none to follow
_PARTS_REACH = 40  # lines within which the numbered parts of a sentence follow each other
_LIST_REACH = 12  # lines within which the items of a list without full stops follow each other
_HEADINGS = 3  # without numbers make a document that is not arranged by numbers
_RUNNING = 3  # times that a bare "Exhibit 10" stands in a document whose pages bear it
_REFERS = re.compile(
    r"(?:\b(?:articles?|sections?|clauses?|paragraphs?|paragraphes?|annexe?s?|schedules?|exhibits?|items?|and|or|to|of|in|at|by|from|"
    r"under|with|et|ou|à|de|du|des|le|la|les|l.|no|n°|point)|[,;:(&–—-])\s*$",
    re.IGNORECASE,
)
_NAMES_NUMBER = re.compile(
    r"\b(?:articles?|sections?|clauses?|paragraphs?|paragraphes?|under|of|to|in|by|with|à|de|du|des)\s*$", re.IGNORECASE
)
_ENDS_PART = re.compile(r"[.;:][\"”’»)\]]*$|[,;]\s*(?:and|or|et|ou)$")
_OPENS_TERMS = re.compile(
    r"\b(?:now,?\s+therefore|agree[sd]?\s+(?:as\s+follows|that)|as\s+follows|(?:est|a\s+été|sont)\s+convenus?|ce\s+qui\s+suit)\b",
    re.IGNORECASE,
)
_LEADS_TO_TERMS = re.compile(
    r"(?:accordingly|(?:now,?\s+)?therefore|in\s+consideration|the\s+parties|les\s+parties|il\s+(?:a\s+été|est)|ceci|en\s+conséquence|"
    r"dans\s+ces\s+conditions|c['’]est\s+pourquoi)\b.{0,600}\b(?:as\s+follows|ce\s+qui\s+suit)\s*:?$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 8  # lines of such a paragraph
_REFERENCE_AFTER = re.compile(r"^(?:[a-zà-ÿ]|[,;)\]]|of\b|and\b|or\b|et\b|ou\b|\d)")


class Numbering:
    """The numbers that the lines of one document begin with.

    Args:
        lines: the body lines of the document in order.
        judge: of the same lines.
    """

    def __init__(self, lines: Sequence[Line], judge: HeadingJudge) -> None:
        self._lines = lines
        self._judge = judge
        self.markers = [None if line.table else find_marker(line.text) for line in lines]
        self._positions: dict[tuple[Kind, tuple[int, ...]], list[int]] = defaultdict(list)
        for index, marker in enumerate(self.markers):
            for reading in readings(marker) if marker else ():
                self._positions[reading.kind, reading.path].append(index)
        self._alone: dict[str, list[int]] = defaultdict(list)
        for index, marker in enumerate(self.markers):
            if marker is not None and marker.kind is Kind.ANNEX and marker.rest >= len(lines[index].text):
                self._alone[lines[index].text].append(index)

        self._resumption = Resumption(lines, self.markers, self._positions, judge, self.may_begin)

    def may_begin(self, index: int, marker: Marker) -> bool:
        """Whether the line could begin a clause of that number, whatever stands before it."""
        line = self._lines[index]
        rest = line.text[marker.rest :]
        if line.level is not None or line.number is not None:
            return True
        wrapped = self._judge.continues_sentence(index)
        if marker.kind is Kind.ANNEX:
            return not wrapped and self._is_annex_heading(index, rest)
        if marker.kind is Kind.ARTICLE:
            return not _REFERENCE_AFTER.match(rest) and (not wrapped or self._judge.is_emphasised(index))
        if marker.kind is Kind.DECIMAL:
            return self._may_be_decimal(index, marker, rest, wrapped)
        return not (marker.kind.value.endswith(".") and rest[:1].islower() and wrapped)

    def _is_annex_heading(self, index: int, rest: str) -> bool:
        if _REFERENCE_AFTER.match(rest) or len(rest) > LONGEST_HEADING or rest.endswith((".", ";", ",")):
            return False
        return not any(self._is_annex(index + step) for step in (-1, 1))  # a list of the annexes

    def is_running(self, index: int) -> bool:
        """Whether the line is the name of an annex that stands on page after page: it names the document, not a part of it."""
        again = self._alone.get(self._lines[index].text, [])
        return len(again) >= _RUNNING and index != again[0]

    def _is_annex(self, index: int) -> bool:
        marker = self.markers[index] if 0 <= index < len(self._lines) else None
        return marker is not None and marker.kind is Kind.ANNEX and not self._lines[index].gap

    def _may_be_decimal(self, index: int, marker: Marker, rest: str, wrapped: bool) -> bool:
        first = next((c for c in rest if not c.isspace()), "")
        if rest and not (first.isupper() or first in "“\"«‘'([*•–—-_"):
            if not (len(marker.path) > 1 and not wrapped and first.islower()):
                return False
            return marker.punctuated or begins_with_item(rest) or self._is_part_of_sentence(index, marker)
        if (
            wrapped
            and (len(marker.path) == 1 or not rest or rank(marker.path[-1]))
            and not self._judge.is_emphasised(index)
        ):
            return self._counts(index, marker)
        if not rest and self._is_page_number(index, marker):
            return False
        if len(marker.path) == 1 and not marker.punctuated:
            titled = is_title_case(rest) and len(rest) <= LONGEST_HEADING
            return titled or self._judge.is_emphasised(index) or self._is_titled_sentence(index, marker, rest)
        return True

    def _is_part_of_sentence(self, index: int, marker: Marker) -> bool:
        """Whether a number before a word in small letters is one of the parts of a sentence ("4.1.1 to host …"): the one before or
        after it begins a line nearby, and the line above ends a part or leads in, and does not refer to the number.
        """
        line, above = self._lines[index], self._lines[index - 1].text if index else ""
        if _NAMES_NUMBER.search(above) or not (line.gap or _ENDS_PART.search(above)):
            return False
        last = marker.path[-1]
        beside = (self._positions.get((marker.kind, (*marker.path[:-1], last + step)), []) for step in (-1, 1))
        return any(abs(at - index) <= _PARTS_REACH for places in beside for at in places)

    def _is_page_number(self, index: int, marker: Marker) -> bool:
        """Whether a number alone on its line parts two halves of a sentence, or stands again on the line below with words."""
        if len(marker.path) > 1 or not 0 < index < len(self._lines) - 1:
            return False
        below = self.markers[index + 1]
        parts = self._lines[index + 1].text[:1].islower() and not ends_sentence(self._lines[index - 1].text)
        return parts or (below is not None and (below.kind, below.path) == (marker.kind, marker.path))

    def _is_titled_sentence(self, index: int, marker: Marker, rest: str) -> bool:
        """Whether "7 Liability. Neither party …" is one of a list of such numbers."""
        if run_in_heading(rest) is None:
            return False
        beside = [(marker.path[0] + step,) for step in (-1, 1)]
        return any(self._positions.get((Kind.DECIMAL, path)) for path in beside)

    def _counts(self, index: int, marker: Marker) -> bool:
        """Whether a number that seems to stand within a sentence is one of a list, whose items need not end in a full stop: the numbers
        before and after it begin lines nearby, and the line above does not end in what refers to a number.
        """
        last = marker.path[-1]
        before, after = ((*marker.path[:-1], last + step) for step in (-1, 1))
        places = self._positions.get((marker.kind, before), [])
        at = bisect_right(places, index - 1)
        near = at > 0 and index - places[at - 1] <= _LIST_REACH
        following = self._next_place(index, marker.kind, after)
        goes_on = following is not None and following - index <= _LIST_REACH
        if not (near and marker.punctuated and (goes_on or last > _SHORTEST_LIST)):
            return False
        return not _REFERS.search(self._lines[index - 1].text)

    def place(self, state: State, index: int, marker: Marker) -> Place | None:
        """Where the number hangs, None when it counts on from nothing that is open."""
        return (
            self._as_sibling(state, index, marker)
            or self._as_child(state, marker)
            or self._as_start(state, index, marker)
            or self._resumption.place(state, index, marker)
        )

    def _as_sibling(self, state: State, index: int, marker: Marker) -> Place | None:
        for depth in range(len(state.chain) - 1, -1, -1):
            other = state.chain[depth].marker
            if other is not None and same_list(other, marker) and follows(other, marker):
                return Place(state.chain[depth].parent, depth, state.chain[depth])
        allowed = self._skipped(index, marker) if marker.kind.is_item else LARGEST_GAP
        for depth in range(len(state.chain) - 1, -1, -1):
            node = state.chain[depth]
            other = node.marker
            if other is None or not same_list(other, marker):
                continue
            if 0 < (distance(other, marker) or 0) <= allowed:
                return Place(node.parent, depth, node)
            if marker.path == other.path and self._is_repeat(state, index, depth, marker):
                return Place(node.parent, depth, node)
            # 5.1 straight after 4.3, its heading lost or without a number
            if len(marker.path) > 1 and 0 < marker.path[0] - other.path[0] <= LARGEST_GAP and max(marker.path[1:]) <= 1:
                return Place(node.parent, depth, node)
        return None

    def _is_repeat(self, state: State, index: int, depth: int, marker: Marker) -> bool:
        """Whether a number stands a second time, by a slip: a paragraph of its own, after which the list goes on."""
        if marker.kind is not Kind.DECIMAL or len(marker.path) < 2 or depth != len(state.chain) - 1:
            return False
        is_paragraph = self._lines[index].gap and not self._judge.continues_sentence(index)
        return is_paragraph and marker.rest < len(self._lines[index].text) and self._has_next(index, marker)

    def _skipped(self, index: int, marker: Marker) -> int:
        """How far an item may count on: by one, or by two where it begins a sentence and the list goes on after it ((d), then (f), (g))."""
        goes_on = marker.punctuated and self._has_next(index, marker)
        return 2 if goes_on and not self._judge.continues_sentence(index) else 1

    def _as_child(self, state: State, marker: Marker) -> Place | None:
        if marker.kind.is_item or len(marker.path) < 2:
            return None
        for depth in range(len(state.chain) - 1, -1, -1):
            other = state.chain[depth].marker
            if other is None or other.kind.is_item:
                continue
            if marker.path[: len(other.path)] == other.path and len(marker.path) > len(other.path):
                return Place(state.chain[depth], depth + 1) if marker.path[len(other.path)] <= LARGEST_GAP else None
        return None

    def _as_start(self, state: State, index: int, marker: Marker) -> Place | None:
        if marker.kind.is_item:
            return self._as_first_item(state, index, marker)
        if len(marker.path) > 1:
            fresh = not any(n.marker and not n.marker.kind.is_item for n in state.chain)
            return Place(state.annex, 0) if fresh and marker.path[-1] <= 1 else None
        return self._as_first_number(state, index, marker)

    def _as_first_number(self, state: State, index: int, marker: Marker) -> Place | None:
        if marker.kind is Kind.ARTICLE:
            parent, keep = self._outer_article(state, marker)
            return Place(parent, keep) if marker.path[0] <= LARGEST_GAP or self._goes_on(index, marker) else None
        if (
            self._lost_its_first(state, index, marker)
            or _runs_through(state, marker)
            or self._heads_its_first(state, index, marker)
        ):
            return Place(state.annex, 0)
        if marker.path[0] > 1 or not self._goes_on(index, marker):
            return None
        again = any(n.marker is not None and n.marker.kind is marker.kind for n in state.nodes)
        if again and state.heading is not None and state.chain and state.heading.start > state.chain[-1].start:
            opens = _OPENS_TERMS.search(
                state.heading.heading or ""
            )  # what follows are the clauses, not parts of these words
            return Place(state.annex if opens else state.heading, 0)  # the numbering starts again under a heading
        within = (
            again
            or any(n.marker is not None and not n.marker.kind.is_item for n in state.chain)
            or (bool(state.chain) and self._is_lone(state.chain[0], index))
        )
        if (
            within
            and state.chain
            and not (self.is_closed_list(state.chain[0], index) or self._is_titled(index, marker))
            and not self._is_led_from_recitals(state, index)
        ):
            return Place(state.chain[-1], len(state.chain))  # a numbered list within a clause
        return Place(state.heading if self._is_list_of_heading(state, index) else state.annex, 0)

    def _is_led_from_recitals(self, state: State, index: int) -> bool:
        """Whether the paragraph above leads from numbered recitals, none of which has a title, to what is agreed."""
        at = index - 1
        while at > 0 and index - at < _LONGEST_LEAD and self._judge.continues_sentence(at):
            at -= 1
        if at < 0 or self.markers[at] is not None:
            return False
        numbered = [node for node in state.nodes if node.marker is not None]
        said = " ".join(line.text for line in self._lines[at:index])
        return all(node.heading is None for node in numbered) and _LEADS_TO_TERMS.match(said) is not None

    def _is_list_of_heading(self, state: State, index: int) -> bool:
        """Whether the first numbers of all are a list below the last heading: one of several that the file itself declares to be headings
        and that bear no numbers, where the list has no sub-clauses and does not go on below the next of them.
        """
        heading = state.heading
        if heading is None or heading.declared is None or heading is not state.nodes[-1]:
            return False
        beside = [
            at
            for at, line in enumerate(self._lines)
            if line.level is not None and line.level <= heading.declared and self.markers[at] is None
        ]
        if len(beside) < _HEADINGS or (Kind.DECIMAL, (1, 1)) in self._positions:
            return False
        end = next((at for at in beside if at > index), len(self._lines))
        value = 1
        while (at := self._next_place(index, Kind.DECIMAL, (value + 1,))) is not None and at < end:
            value += 1
        again = self._next_place(end, Kind.DECIMAL, (1,))
        return at is None or (again is not None and again < at)

    def _lost_its_first(self, state: State, index: int, marker: Marker) -> bool:
        """Whether the first number of all is a 2 or 3 with a title and the next two follow: the first ran on in another line."""
        if not 1 < marker.path[0] <= LARGEST_GAP or not marker.punctuated or not self._is_titled(index, marker):
            return False
        if any(node.marker is not None and node.marker.kind is marker.kind for node in state.nodes):
            return False
        return all(self._stands_after(index, marker.kind, (marker.path[0] + step,)) for step in (1, 2))

    def _heads_its_first(self, state: State, index: int, marker: Marker) -> bool:
        """Whether "5. TERMINATION" stands above its 5.1, and what is open is of a smaller number: the number before it was lost."""
        if not marker.punctuated or marker.path[0] < 2 or marker.rest >= len(self._lines[index].text):
            return False
        numbered = [n.marker for n in state.chain if n.marker is not None and not n.marker.kind.is_item]
        if any(
            open_.kind is not Kind.DECIMAL or not 0 < marker.path[0] - open_.path[0] <= LARGEST_GAP
            for open_ in numbered
        ):
            return False
        first = self._next_place(index, Kind.DECIMAL, (*marker.path, 1))
        if first is None or first - index > _LIST_REACH:
            return False
        return all(found is None or found.kind is not Kind.DECIMAL for found in self.markers[index + 1 : first])

    def _is_titled(self, index: int, marker: Marker) -> bool:
        """Whether the number has a title in capitals or bold: a new part of the document, not an item of a clause."""
        return self._judge.is_emphasised(index) and looks_like_heading(self._lines[index].text[marker.rest :])

    def _goes_on(self, index: int, marker: Marker) -> bool:
        """Whether the numbering goes on after its first number, or that number has a heading that vouches for it."""
        last = marker.path[-1]
        following = [(*marker.path[:-1], last + step) for step in range(1, LARGEST_GAP + 1)]
        if any(self._stands_after(index, marker.kind, path) for path in [*following, (*marker.path, 1)]):
            return True
        return looks_like_heading(self._lines[index].text[marker.rest :])

    def is_closed_list(self, node: Node, index: int) -> bool:
        """Recitals A to D before clause 1: a list at the root that does not go on, or starts again first."""
        marker = node.marker
        if marker is None or not marker.kind.is_item:
            return False
        if self._is_lone(node, index):
            return False
        following = self._next_place(index, marker.kind, (*marker.path[:-1], marker.path[-1] + 1))
        again = self._next_place(index, marker.kind, (1,))
        return following is None or (again is not None and again < following)

    def _is_lone(self, node: Node, index: int) -> bool:
        """Whether the node is "A." without any "B." further down: a part, whose clauses come below it."""
        marker = node.marker
        if marker is None or marker.kind not in (Kind.UPPER_LETTER, Kind.UPPER_ROMAN) or marker.path != (1,):
            return False
        return self._next_place(index, marker.kind, (2,)) is None

    def _outer_article(self, state: State, marker: Marker) -> tuple[Node | None, int]:
        """ "Section 1" under "Chapter I" hangs on it; the first "Article 1" on the container."""
        for depth in range(len(state.chain) - 1, -1, -1):
            other = state.chain[depth].marker
            if other is not None and other.kind is Kind.ARTICLE and not same_list(other, marker):
                return state.chain[depth], depth + 1
        return state.annex, 0

    def _as_first_item(self, state: State, index: int, marker: Marker) -> Place | None:
        if marker.path[0] != 1 or not (self._has_next(index, marker) or self._is_lone_part(index, marker)):
            return None
        keep = len(state.chain)
        for depth, node in enumerate(state.chain):
            if node.marker is not None and node.marker.kind is marker.kind:
                keep = depth  # a list of this kind is open: the new one starts beside it
                break
        if keep and state.heading is not None and state.heading.start > state.chain[keep - 1].start:
            while (
                keep
                and state.heading.start > state.chain[keep - 1].start
                and self.is_closed_list(state.chain[keep - 1], index)
            ):
                keep -= 1  # the recitals A to E end where "I." begins below a heading of its own
            return Place(state.heading, keep)
        return Place(state.chain[keep - 1] if keep else state.annex, keep)

    def _is_lone_part(self, index: int, marker: Marker) -> bool:
        """Whether "A. CALIFORNIA" is the one part there is: in capitals or bold, on a line of its own."""
        return marker.kind in (Kind.UPPER_LETTER, Kind.UPPER_ROMAN) and self._is_titled(index, marker)

    def _has_next(self, index: int, marker: Marker) -> bool:
        return self._stands_after(index, marker.kind, (*marker.path[:-1], marker.path[-1] + 1))

    def _stands_after(self, index: int, kind: Kind, path: tuple[int, ...]) -> bool:
        """Whether a number of that kind and value begins a line further down (an item's: not far down)."""
        place = self._next_place(index, kind, path)
        return place is not None and (not kind.is_item or place - index <= _ITEM_REACH)

    def _next_place(self, index: int, kind: Kind, path: tuple[int, ...]) -> int | None:
        places = self._positions.get((kind, path), [])
        at = bisect_right(places, index)
        return places[at] if at < len(places) else None


def _runs_through(state: State, marker: Marker) -> bool:
    """Whether the number goes on from one before the last heading, whose numbers run through the headings that the file declares."""
    if state.heading is None or state.heading.declared is None:
        return False
    before = next((node for node in reversed(state.nodes) if node.marker and not node.marker.kind.is_item), None)
    if (
        before is None
        or before.marker is None
        or before.parent is not state.annex
        or any(node is before for node in state.chain)
    ):
        return False
    return same_list(before.marker, marker) and before.marker.path[0] + 1 == marker.path[0]
