"""Where the first number of a list of clauses hangs: at the top, below a heading, or within the clause that is open."""

from __future__ import annotations

import re

from ingest.headings import looks_like_heading
from ingest.marked_lines import MarkedLines
from ingest.markers import Kind, Marker
from ingest.node import Node, Place, State
from ingest.sequence import LARGEST_GAP, same_list

_LIST_REACH = 12  # lines within which the items of a list without full stops follow each other
_HEADINGS = 3  # without numbers make a document that is not arranged by numbers
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


class FirstNumbers:
    """Places the first numbers of one document's lists.

    Args:
        marked: its lines.
    """

    def __init__(self, marked: MarkedLines) -> None:
        self._marked = marked

    def number(self, state: State, index: int, marker: Marker) -> Place | None:
        """Where the number of a clause hangs that is the first of its list, None when it begins no list."""
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
        while at > 0 and index - at < _LONGEST_LEAD and self._marked.judge.continues_sentence(at):
            at -= 1
        if at < 0 or self._marked.markers[at] is not None:
            return False
        numbered = [node for node in state.nodes if node.marker is not None]
        said = " ".join(line.text for line in self._marked.lines[at:index])
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
            for at, line in enumerate(self._marked.lines)
            if line.level is not None and line.level <= heading.declared and self._marked.markers[at] is None
        ]
        if len(beside) < _HEADINGS or self._marked.positions.of(Kind.DECIMAL, (1, 1)):
            return False
        end = next((at for at in beside if at > index), len(self._marked.lines))
        value = 1
        while (at := self._marked.positions.after(index, Kind.DECIMAL, (value + 1,))) is not None and at < end:
            value += 1
        again = self._marked.positions.after(end, Kind.DECIMAL, (1,))
        return at is None or (again is not None and again < at)

    def _lost_its_first(self, state: State, index: int, marker: Marker) -> bool:
        """Whether the first number of all is a 2 or 3 with a title and the next two follow: the first ran on in another line."""
        if not 1 < marker.path[0] <= LARGEST_GAP or not marker.punctuated or not self._is_titled(index, marker):
            return False
        if any(node.marker is not None and node.marker.kind is marker.kind for node in state.nodes):
            return False
        return all(self._marked.positions.stands_after(index, marker.kind, (marker.path[0] + step,)) for step in (1, 2))

    def _heads_its_first(self, state: State, index: int, marker: Marker) -> bool:
        """Whether "5. TERMINATION" stands above its 5.1, and what is open is of a smaller number: the number before it was lost."""
        if not marker.punctuated or marker.path[0] < 2 or marker.rest >= len(self._marked.lines[index].text):
            return False
        numbered = [n.marker for n in state.chain if n.marker is not None and not n.marker.kind.is_item]
        if any(
            open_.kind is not Kind.DECIMAL or not 0 < marker.path[0] - open_.path[0] <= LARGEST_GAP
            for open_ in numbered
        ):
            return False
        first = self._marked.positions.after(index, Kind.DECIMAL, (*marker.path, 1))
        if first is None or first - index > _LIST_REACH:
            return False
        return all(found is None or found.kind is not Kind.DECIMAL for found in self._marked.markers[index + 1 : first])

    def _is_titled(self, index: int, marker: Marker) -> bool:
        """Whether the number has a title in capitals or bold: a new part of the document, not an item of a clause."""
        return self._marked.judge.is_emphasised(index) and looks_like_heading(
            self._marked.lines[index].text[marker.rest :]
        )

    def _goes_on(self, index: int, marker: Marker) -> bool:
        """Whether the numbering goes on after its first number, or that number has a heading that vouches for it."""
        last = marker.path[-1]
        following = [(*marker.path[:-1], last + step) for step in range(1, LARGEST_GAP + 1)]
        if any(
            self._marked.positions.stands_after(index, marker.kind, path) for path in [*following, (*marker.path, 1)]
        ):
            return True
        return looks_like_heading(self._marked.lines[index].text[marker.rest :])

    def is_closed_list(self, node: Node, index: int) -> bool:
        """Recitals A to D before clause 1: a list at the root that does not go on, or starts again first."""
        marker = node.marker
        if marker is None or not marker.kind.is_item:
            return False
        if self._is_lone(node, index):
            return False
        following = self._marked.positions.after(index, marker.kind, (*marker.path[:-1], marker.path[-1] + 1))
        again = self._marked.positions.after(index, marker.kind, (1,))
        return following is None or (again is not None and again < following)

    def _is_lone(self, node: Node, index: int) -> bool:
        """Whether the node is "A." without any "B." further down: a part, whose clauses come below it."""
        marker = node.marker
        if marker is None or marker.kind not in (Kind.UPPER_LETTER, Kind.UPPER_ROMAN) or marker.path != (1,):
            return False
        return self._marked.positions.after(index, marker.kind, (2,)) is None

    def _outer_article(self, state: State, marker: Marker) -> tuple[Node | None, int]:
        """ "Section 1" under "Chapter I" hangs on it; the first "Article 1" on the container."""
        for depth in range(len(state.chain) - 1, -1, -1):
            other = state.chain[depth].marker
            if other is not None and other.kind is Kind.ARTICLE and not same_list(other, marker):
                return state.chain[depth], depth + 1
        return state.annex, 0

    def item(self, state: State, index: int, marker: Marker) -> Place | None:
        """Where the first item of a list hangs, None for any other."""
        if marker.path[0] != 1 or not (
            self._marked.positions.has_next(index, marker) or self._is_lone_part(index, marker)
        ):
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
