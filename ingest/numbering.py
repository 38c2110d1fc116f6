"""Which numbers begin a clause, and where they hang.

A number begins a clause only where it counts on from one that is open (4.2 after 4.1, Article 5 after Article 4) or
where a list can begin, so that a figure or a cross-reference at the start of a wrapped line does not.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ingest.first_numbers import FirstNumbers
from ingest.headings import HeadingJudge
from ingest.marked_lines import MarkedLines
from ingest.markers import Kind, Marker
from ingest.node import Node, Place, State
from ingest.openings import Openings
from ingest.reading import Line
from ingest.resumption import Resumption
from ingest.sequence import LARGEST_GAP, distance, follows, same_list


class Numbering:
    """The numbers that the lines of one document begin with.

    Args:
        lines: the body lines of the document in order.
        judge: of the same lines.
        quoted: the lines (by index) that stand within a quotation, whose numbers are not the document's own.
    """

    def __init__(self, lines: Sequence[Line], judge: HeadingJudge, quoted: Collection[int] = ()) -> None:
        self._marked = MarkedLines(lines, judge, quoted)
        self._openings = Openings(self._marked)
        self._first = FirstNumbers(self._marked)
        self._resumption = Resumption(self._marked, self._openings.may_begin)

    @property
    def markers(self) -> Sequence[Marker | None]:
        """What each line begins with."""
        return self._marked.markers

    def may_begin(self, index: int, marker: Marker) -> bool:
        """Whether the line could begin a clause of that number, whatever stands before it."""
        return self._openings.may_begin(index, marker)

    def is_running(self, index: int) -> bool:
        """Whether the line is the name of an annex that stands on page after page."""
        return self._openings.is_running(index)

    def is_closed_list(self, node: Node, index: int) -> bool:
        """Whether a list at the root does not go on below a line, or starts again first."""
        return self._first.is_closed_list(node, index)

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
        is_paragraph = self._marked.lines[index].gap and not self._marked.judge.continues_sentence(index)
        return (
            is_paragraph
            and marker.rest < len(self._marked.lines[index].text)
            and self._marked.positions.has_next(index, marker)
        )

    def _skipped(self, index: int, marker: Marker) -> int:
        """How far an item may count on: by one, or by two where it begins a sentence and the list goes on after it ((d), then (f), (g))."""
        goes_on = marker.punctuated and self._marked.positions.has_next(index, marker)
        return 2 if goes_on and not self._marked.judge.continues_sentence(index) else 1

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
            return self._first.item(state, index, marker)
        if len(marker.path) > 1:
            fresh = not any(n.marker and not n.marker.kind.is_item for n in state.chain)
            return Place(state.annex, 0) if fresh and marker.path[-1] <= 1 else None
        return self._first.number(state, index, marker)
