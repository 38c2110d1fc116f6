"""Lines -> nodes of the clause tree, read once from top to bottom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ingest.captions import Captions
from ingest.headings import LONGEST_HEADING, HeadingJudge, is_capitals, run_in_heading
from ingest.inserted import plain
from ingest.list_tail import ListTails
from ingest.markers import Kind, Marker, readings
from ingest.node import Node, Place, State, is_above
from ingest.numbering import Numbering
from ingest.quoted_lines import quoted_lines
from ingest.reading import Line
from ingest.run_on import first_item, is_second
from ingest.signature_block import begins_signatures

_COVER = 400  # characters of what stands before a title on the cover
_SIGNATURE_LINES = 25  # lines within which the names of a signature block stand


class Outline:
    """Decides line by line what begins a clause.

    Args:
        lines: the body lines of a document in order.
        starts: where each line begins, in characters of the canonical text.
    """

    def __init__(self, lines: Sequence[Line], starts: Sequence[int]) -> None:
        self._lines = lines
        self._starts = starts
        self._judge = HeadingJudge(lines)
        self._quoted = quoted_lines(lines)
        self._numbering = Numbering(lines, self._judge, self._quoted)
        self._captions = Captions(lines, self._numbering.markers, self._judge)
        self._tails = ListTails(lines, starts)

    def read(self) -> State:
        """Every node, in order, and the warnings."""
        state = State()
        for index in range(len(self._lines)):
            if index > self._captions.taken and index not in self._quoted and not self._numbering.is_running(index):
                self._read_line(state, index, self._starts[index])
        return state

    def _read_line(self, state: State, index: int, start: int) -> None:
        marker = self._numbering.markers[index]
        if marker is not None and self._open_numbered(state, index, start, marker):
            return
        if begins_signatures(self._lines[index].text) and not self._judge.continues_sentence(index):
            state.nodes.append(Node(start, parent=state.annex))
            state.signatures = index
        elif self._judge.is_heading(index) and not self._is_signatory(state, index):
            self._open_heading(state, index, start)
        elif not self._judge.continues_sentence(index):
            self._close_list(state, index, start)

    def _close_list(self, state: State, index: int, start: int) -> None:
        """Part what goes on with the sentence that introduces a list, or begins a definition, from the list's last item."""
        keep = self._tails.introducing(state.chain, index)
        parent = state.chain[keep - 1] if keep else None
        if keep is None and (keep := self._tails.defining(state.chain, index)) is not None:
            parent = state.chain[keep].parent
        if keep is None or not all(self._numbering.is_closed_list(item, index) for item in state.chain[keep:]):
            return
        state.nodes.append(Node(start, parent=parent))
        state.chain = state.chain[:keep]

    def _is_signatory(self, state: State, index: int) -> bool:
        """Whether a line stands in a signature block, where names are set off as headings are elsewhere."""
        begun = state.signatures is not None and index - state.signatures <= _SIGNATURE_LINES
        return begun and self._lines[index].level is None

    def _open_numbered(self, state: State, index: int, start: int, marker: Marker) -> bool:
        for reading in readings(marker):
            if not self._numbering.may_begin(index, reading):
                continue
            if reading.kind is Kind.ANNEX:
                self._open_annex(state, index, start, reading)
                return True
            if is_second(reading) and not self._judge.continues_sentence(index):
                self._open_run_on(state, index, reading)
            place = self._numbering.place(state, index, reading)
            if place is not None:
                self._open_at(state, place, index, start, reading)
                return True
        return False

    def _open_run_on(self, state: State, index: int, second: Marker) -> None:
        """Open the first item of the list too, where it stands within the lines of the clause above (see `ingest.run_on`)."""
        clause = state.nodes[-1] if state.nodes else None
        if clause is None or clause.marker is None or not state.chain or state.chain[-1] is not clause:
            return
        if not _may_hold(state, clause.marker, second):
            return
        first_line = bisect_right(self._starts, clause.start) - 1
        rest = clause.start - self._starts[first_line] + clause.marker.rest
        for line in range(first_line, index):
            text = self._lines[line].text
            found = first_item(text, second, rest if line == first_line else 0)
            if found is not None:
                offset, marker = found
                heading = run_in_heading(text[offset + marker.rest :])
                node = Node(self._starts[line] + offset, marker.printed, heading, clause, marker)
                state.nodes.append(node)
                state.chain.append(node)
                return

    def _open_annex(self, state: State, index: int, start: int, marker: Marker) -> None:
        node = self._new_node(index, start, marker, None)
        is_title = self._is_on_cover(
            state, index, start
        )  # a document that is an annex: its numbers are of the first level
        state.nodes.append(node)
        state.annex, state.chain, state.heading = None if is_title else node, [], None
        state.signatures = None

    def _is_on_cover(self, state: State, index: int, start: int) -> bool:
        """Whether nothing stands before the line but the lines of a cover: a company's name, a logo's words, the kind of document."""
        if not state.nodes:
            return True
        headings = all(node.number is None for node in state.nodes)
        return headings and self._lines[index].page == 1 and start < _COVER

    def _open_at(self, state: State, place: Place, index: int, start: int, marker: Marker) -> None:
        node = self._new_node(index, start, marker, place.parent)
        if place.sibling is not None and place.sibling.marker is not None:
            self._note_gap(state, place.sibling.marker, marker)
            self._adopt_heading(state, place)
        state.nodes.append(node)
        state.chain = [*state.chain[: place.keep], node]
        state.signatures = None

    def _note_gap(self, state: State, before: Marker, now: Marker) -> None:
        if now.path == before.path:
            state.warnings.append(f"The number {now.printed} stands twice: the text may cite either clause.")
        elif len(now.path) == len(before.path) and plain(now.path[-1]) > plain(before.path[-1]) + 1:
            state.warnings.append(
                f"The numbering goes from {before.printed} to {now.printed}: a clause may be missing."
            )

    def _adopt_heading(self, state: State, place: Place) -> None:
        """A heading that stands between 4.2 and 4.3 stands within 4."""
        sibling, heading = place.sibling, state.heading
        if sibling is None or heading is None or sibling.parent is None or heading.start < sibling.start:
            return
        if heading.level <= sibling.parent.level and not is_above(heading, sibling):
            heading.parent = sibling.parent

    def _new_node(self, index: int, start: int, marker: Marker, parent: Node | None) -> Node:
        heading = self._captions.of(index, marker)
        line = self._lines[index]
        return Node(start, marker.printed, heading, parent, marker, line.level, self._judge.is_strong(index))

    def _open_heading(self, state: State, index: int, start: int) -> None:
        line = self._lines[index]
        last = state.nodes[-1] if state.nodes else None
        if last is not None and self._extends_heading(last, state, index):
            above = self._lines[index - 1]
            if (
                line.page == above.page or line.text != above.text
            ):  # one that is set again over the page has its words once
                last.heading = f"{last.heading} {line.text}"
            return
        node = Node(start, None, line.text.strip(" :–—-"), None, None, line.level, self._judge.is_strong(index))
        node.parent = self._heading_parent(state, node)
        state.nodes.append(node)
        state.heading = node
        if node.declared is not None:
            state.chain = [n for n in state.chain if is_above(n, node)]

    def _extends_heading(self, last: Node, state: State, index: int) -> bool:
        """Two heading lines on end, in one look and without a gap, are one heading."""
        line = self._lines[index]
        above = self._lines[index - 1] if index else None
        return (
            above is not None
            and last.heading is not None
            and last.number is None
            and line.level is None
            and not line.gap
            and last.heading.endswith(above.text.strip(" :–—-"))
            and above.bold == line.bold
            and is_capitals(above.text) == is_capitals(line.text)
            and len(last.heading) + len(line.text) <= 2 * LONGEST_HEADING
        )

    def _heading_parent(self, state: State, node: Node) -> Node | None:
        if node.declared is not None:
            return _declared_parent(state.nodes, node.declared)
        numbered = [n for n in state.chain if n.marker is not None and not n.marker.kind.is_item]
        if node.strong or not numbered:
            strong = state.heading if state.heading is not None and not node.strong and not numbered else None
            return strong if strong is not None and strong.strong else state.annex
        return numbered[-1]


def _may_hold(state: State, clause: Marker, second: Marker) -> bool:
    """Whether a list whose second item this is may have begun within the clause: no such list is open, and 4.2 belongs to 4."""
    if not second.kind.is_item:
        return clause.path == second.path[:-1] and not clause.kind.is_item
    return all(node.marker is None or node.marker.kind is not second.kind for node in state.chain)


def _declared_parent(nodes: list[Node], level: int) -> Node | None:
    for node in reversed(nodes):
        if node.declared is not None and node.declared < level:
            return node
    return None
