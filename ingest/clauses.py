"""Lines -> clause tree. Pure: the same lines give the same clauses.

The lines are read once, top to bottom, with the numbers that are open at that point. A number begins a clause only
where it counts on from one of them (4.2 after 4.1, (a) where a list can begin, Article 5 after Article 4), so that a
figure or a cross-reference at the start of a wrapped line does not. Headings without numbers are judged by
`ingest.headings`. What stands before the first clause, or after a contents page, is a clause of its own without a
number, so that clauses and furniture always partition the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field

from ingest.canonical import Canonical
from ingest.document import Clause, FurnitureKind, Page, Span, page_at
from ingest.headings import (
    LONGEST_HEADING,
    HeadingJudge,
    begins_signatures,
    is_capitals,
    is_title_case,
    run_in_heading,
)
from ingest.markers import Kind, Marker, find_marker, readings
from ingest.reading import Line

LARGEST_GAP = 3  # a number may skip this many values of its list (a clause lost in reading); more is another number
_ITEM_REACH = 300  # lines within which the second item of a list must follow the first
_REFERENCE_AFTER = re.compile(r"^(?:[a-zà-ÿ]|[,;)\]]|of\b|and\b|or\b|et\b|ou\b|\d)")


@dataclass(frozen=True, slots=True)
class ClauseTree:
    """The clauses of a document in order, and what about their numbers deserves a look."""

    clauses: tuple[Clause, ...]
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class _Node:
    start: int
    number: str | None = None
    heading: str | None = None
    parent: _Node | None = None
    marker: Marker | None = None
    declared: int | None = None
    strong: bool = False

    @property
    def level(self) -> int:
        return 1 if self.parent is None else self.parent.level + 1


@dataclass(slots=True)
class _State:
    """What is open while the lines are read: the container, the chain of numbers, the last heading."""

    nodes: list[_Node] = field(default_factory=list)
    container: _Node | None = None
    chain: list[_Node] = field(default_factory=list)
    heading: _Node | None = None
    warnings: list[str] = field(default_factory=list)


def find_clauses(canonical: Canonical) -> ClauseTree:
    """The clause tree of a canonical text.

    Args:
        canonical: text, pages, furniture and lines; lines are the body's, in order.
    """
    builder = _Builder([placed.line for placed in canonical.lines])
    starts = [placed.span.start for placed in canonical.lines]
    state = builder.read(starts)
    contents = sorted(f.span for f in canonical.furniture if f.kind is FurnitureKind.CONTENTS)
    tail = [f.span.start for f in canonical.furniture if f.kind is not FurnitureKind.CONTENTS]
    body_end = min(tail, default=len(canonical.text))
    return ClauseTree(_to_clauses(state.nodes, contents, body_end, canonical.pages), tuple(state.warnings))


class _Builder:
    """Decides line by line what begins a clause."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._judge = HeadingJudge(lines)
        self._markers = [None if line.table else find_marker(line.text) for line in lines]
        self._positions: dict[tuple[Kind, tuple[int, ...]], list[int]] = defaultdict(list)
        for index, marker in enumerate(self._markers):
            for reading in readings(marker) if marker else ():
                self._positions[reading.kind, reading.path].append(index)
        self._skip = -1  # last line that already belongs to the heading above it

    def read(self, starts: list[int]) -> _State:
        state = _State()
        for index in range(len(self._lines)):
            if index > self._skip:
                self._read_line(state, index, starts[index])
        return state

    def _read_line(self, state: _State, index: int, start: int) -> None:
        marker = self._markers[index]
        if marker is not None and self._open_numbered(state, index, start, marker):
            return
        if begins_signatures(self._lines[index].text) and not self._judge.continues_sentence(index):
            state.nodes.append(_Node(start, parent=state.container))
        elif self._judge.is_heading(index):
            self._open_heading(state, index, start)

    # --- numbered clauses

    def _open_numbered(self, state: _State, index: int, start: int, marker: Marker) -> bool:
        for reading in readings(marker):
            if not self._may_begin(index, reading):
                continue
            if reading.kind is Kind.ANNEX:
                self._open_annex(state, index, start, reading)
                return True
            place = self._place(state, index, reading)
            if place is not None:
                self._open_at(state, place, index, start, reading)
                return True
        return False

    def _open_annex(self, state: _State, index: int, start: int, marker: Marker) -> None:
        node = self._new_node(index, start, marker, None)
        is_title = not state.nodes  # a document that is an annex: its numbers are of the first level
        state.nodes.append(node)
        state.container, state.chain, state.heading = None if is_title else node, [], None

    def _open_at(self, state: _State, place: _Place, index: int, start: int, marker: Marker) -> None:
        node = self._new_node(index, start, marker, place.parent)
        if place.sibling is not None and place.sibling.marker is not None:
            self._note_gap(state, place.sibling.marker, marker)
            self._adopt_heading(state, place)
        state.nodes.append(node)
        state.chain = [*state.chain[: place.keep], node]

    def _note_gap(self, state: _State, before: Marker, now: Marker) -> None:
        if len(now.path) == len(before.path) and now.path[-1] > before.path[-1] + 1:
            state.warnings.append(
                f"The numbering goes from {before.printed} to {now.printed}: a clause may be missing."
            )

    def _adopt_heading(self, state: _State, place: _Place) -> None:
        """A heading that stands between 4.2 and 4.3 stands within 4."""
        sibling, heading = place.sibling, state.heading
        if sibling is None or heading is None or sibling.parent is None or heading.start < sibling.start:
            return
        if heading.level <= sibling.parent.level and not _is_above(heading, sibling):
            heading.parent = sibling.parent

    def _new_node(self, index: int, start: int, marker: Marker, parent: _Node | None) -> _Node:
        heading = self._heading_of(index, marker)
        line = self._lines[index]
        return _Node(start, marker.printed, heading, parent, marker, line.level, self._judge.is_strong(index))

    # --- may this number begin a clause at all?

    def _may_begin(self, index: int, marker: Marker) -> bool:
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

    def _is_annex(self, index: int) -> bool:
        marker = self._markers[index] if 0 <= index < len(self._lines) else None
        return marker is not None and marker.kind is Kind.ANNEX and not self._lines[index].gap

    def _may_be_decimal(self, index: int, marker: Marker, rest: str, wrapped: bool) -> bool:
        first = next((c for c in rest if not c.isspace()), "")
        if rest and not (first.isupper() or first in "“\"«‘'([*•–—-_"):
            return len(marker.path) > 1 and not wrapped and first.islower() and marker.punctuated
        if wrapped and (len(marker.path) == 1 or not rest) and not self._judge.is_emphasised(index):
            return False
        if len(marker.path) == 1 and not marker.punctuated:
            return self._judge.is_emphasised(index) or (is_title_case(rest) and len(rest) <= LONGEST_HEADING)
        return True

    # --- where does it hang?

    def _place(self, state: _State, index: int, marker: Marker) -> _Place | None:
        return (
            self._as_sibling(state, index, marker)
            or self._as_child(state, marker)
            or self._as_start(state, index, marker)
        )

    def _as_sibling(self, state: _State, index: int, marker: Marker) -> _Place | None:
        allowed = 1 if marker.kind.is_item else LARGEST_GAP
        for depth in range(len(state.chain) - 1, -1, -1):
            node = state.chain[depth]
            other = node.marker
            if other is None or not _same_list(other, marker):
                continue
            if marker.path[:-1] == other.path[:-1] and 0 < marker.path[-1] - other.path[-1] <= allowed:
                return _Place(node.parent, depth, node)
            # 5.1 straight after 4.3, its heading lost or without a number
            if len(marker.path) > 1 and 0 < marker.path[0] - other.path[0] <= LARGEST_GAP and max(marker.path[1:]) <= 1:
                return _Place(node.parent, depth, node)
        return None

    def _as_child(self, state: _State, marker: Marker) -> _Place | None:
        if marker.kind.is_item or len(marker.path) < 2:
            return None
        for depth in range(len(state.chain) - 1, -1, -1):
            other = state.chain[depth].marker
            if other is None or other.kind.is_item:
                continue
            if marker.path[: len(other.path)] == other.path and len(marker.path) > len(other.path):
                return _Place(state.chain[depth], depth + 1) if marker.path[len(other.path)] <= LARGEST_GAP else None
        return None

    def _as_start(self, state: _State, index: int, marker: Marker) -> _Place | None:
        if marker.kind.is_item:
            return self._as_first_item(state, index, marker)
        if len(marker.path) > 1:
            fresh = not any(n.marker and not n.marker.kind.is_item for n in state.chain)
            return _Place(self._holder(state), 0) if fresh and marker.path[-1] <= 1 else None
        return self._as_first_number(state, index, marker)

    def _as_first_number(self, state: _State, index: int, marker: Marker) -> _Place | None:
        if marker.kind is Kind.ARTICLE:
            parent, keep = self._outer_article(state, marker)
            return _Place(parent, keep) if marker.path[0] <= LARGEST_GAP or self._goes_on(index, marker) else None
        if marker.path[0] > 1 or not self._goes_on(index, marker):
            return None
        if state.heading is not None and state.chain and state.heading.start > state.chain[-1].start:
            return _Place(state.heading, 0)  # the numbering starts again under a heading
        if state.chain and not self._is_closed_list(state.chain[0], index):
            return _Place(state.chain[-1], len(state.chain))  # a numbered list within a clause
        return _Place(self._holder(state), 0)

    def _goes_on(self, index: int, marker: Marker) -> bool:
        """Whether the numbering goes on after its first number, or that number has a heading that vouches for it."""
        last = marker.path[-1]
        following = [(*marker.path[:-1], last + step) for step in range(1, LARGEST_GAP + 1)]
        if any(self._stands_after(index, marker.kind, path) for path in [*following, (*marker.path, 1)]):
            return True
        return _looks_like_heading(self._lines[index].text[marker.rest :])

    def _is_closed_list(self, node: _Node, index: int) -> bool:
        """Recitals A to D before clause 1: a list at the root that does not go on after this line."""
        marker = node.marker
        if marker is None or not marker.kind.is_item:
            return False
        return not self._has_next(index, marker)

    def _outer_article(self, state: _State, marker: Marker) -> tuple[_Node | None, int]:
        """ "Section 1" under "Chapter I" hangs on it; the first "Article 1" on the container."""
        for depth in range(len(state.chain) - 1, -1, -1):
            other = state.chain[depth].marker
            if other is not None and other.kind is Kind.ARTICLE and not _same_list(other, marker):
                return state.chain[depth], depth + 1
        return self._holder(state), 0

    def _as_first_item(self, state: _State, index: int, marker: Marker) -> _Place | None:
        if marker.path[0] != 1 or not self._has_next(index, marker):
            return None
        keep = len(state.chain)
        for depth, node in enumerate(state.chain):
            if node.marker is not None and node.marker.kind is marker.kind:
                keep = depth  # a list of this kind is open: the new one starts beside it
                break
        if keep and state.heading is not None and state.heading.start > state.chain[keep - 1].start:
            return _Place(state.heading, keep)
        return _Place(state.chain[keep - 1] if keep else self._holder(state), keep)

    def _holder(self, state: _State) -> _Node | None:
        """What the first number of a list hangs on when no number is open: the annex, if any."""
        return state.container

    def _has_next(self, index: int, marker: Marker) -> bool:
        return self._stands_after(index, marker.kind, (*marker.path[:-1], marker.path[-1] + 1))

    def _stands_after(self, index: int, kind: Kind, path: tuple[int, ...]) -> bool:
        """Whether a number of that kind and value begins a line further down (an item's: not far down)."""
        places = self._positions.get((kind, path), [])
        at = bisect_right(places, index)
        return at < len(places) and (not kind.is_item or places[at] - index <= _ITEM_REACH)

    # --- headings

    def _heading_of(self, index: int, marker: Marker) -> str | None:
        line = self._lines[index]
        rest = line.text[marker.rest :].strip(" –—-:.\t")
        if not rest:
            return self._heading_below(index)
        whole = (
            line.level is not None or self._judge.is_emphasised(index) or _looks_like_heading(line.text[marker.rest :])
        )
        if whole and len(rest) <= LONGEST_HEADING and not marker.kind.is_item and ". " not in rest:
            return self._with_continuation(index, rest)
        return run_in_heading(line.text[marker.rest :])

    def _stands_alone(self, index: int, marker: Marker, rest: str) -> bool:
        """Whether the words after the number look like a title, or are all that "Article 4" has on its line."""
        if _looks_like_heading(rest):
            return True
        below = index + 1
        alone = below < len(self._lines) and self._lines[below].text[:1].isupper() and len(rest) <= LONGEST_HEADING
        return marker.kind in (Kind.ANNEX, Kind.ARTICLE) and alone and rest[-1] not in ".;,"

    def _heading_below(self, index: int) -> str | None:
        """A number alone on its line: its heading stands on the next."""
        below = index + 1
        if below >= len(self._lines) or self._markers[below] is not None:
            return None
        text = self._lines[below].text
        if self._judge.is_emphasised(below) or _looks_like_heading(text):
            if len(text) > LONGEST_HEADING:
                return run_in_heading(text)
            self._skip = below
            return text.strip(" –—-:.")
        return run_in_heading(text)

    def _with_continuation(self, index: int, heading: str) -> str:
        """Joins the second line of a heading that wraps."""
        below = index + 1
        if below >= len(self._lines) or self._markers[below] is not None:
            return heading
        line, next_line = self._lines[index], self._lines[below]
        same_look = line.bold == next_line.bold and is_capitals(line.text) == is_capitals(next_line.text)
        distinct = (line.bold or is_capitals(line.text)) and self._judge.is_heading(below)
        if next_line.gap or next_line.level is not None or not (same_look and distinct) or len(line.text) < 40:
            return heading
        self._skip = below
        return f"{heading} {next_line.text}"

    def _open_heading(self, state: _State, index: int, start: int) -> None:
        line = self._lines[index]
        last = state.nodes[-1] if state.nodes else None
        if last is not None and self._extends_heading(last, state, index):
            last.heading = f"{last.heading} {line.text}"
            return
        node = _Node(start, None, line.text.strip(" :–—-"), None, None, line.level, self._judge.is_strong(index))
        node.parent = self._heading_parent(state, node)
        state.nodes.append(node)
        state.heading = node
        if node.declared is not None:
            state.chain = [n for n in state.chain if _is_above(n, node)]

    def _extends_heading(self, last: _Node, state: _State, index: int) -> bool:
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

    def _heading_parent(self, state: _State, node: _Node) -> _Node | None:
        if node.declared is not None:
            return _declared_parent(state.nodes, node.declared)
        numbered = [n for n in state.chain if n.marker is not None and not n.marker.kind.is_item]
        if node.strong or not numbered:
            strong = state.heading if state.heading is not None and not node.strong and not numbered else None
            return strong if strong is not None and strong.strong else state.container
        return numbered[-1]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number hangs: its parent, how much of the chain stays open above it, the sibling it counts on from."""

    parent: _Node | None
    keep: int
    sibling: _Node | None = None


def _same_list(one: Marker, other: Marker) -> bool:
    if one.kind is not other.kind or len(one.path) != len(other.path):
        return False
    if one.kind is Kind.ARTICLE:
        return one.printed.split()[0].lower() == other.printed.split()[0].lower()
    return True


def _is_above(node: _Node, below: _Node) -> bool:
    while below.parent is not None:
        below = below.parent
        if below is node:
            return True
    return False


def _declared_parent(nodes: list[_Node], level: int) -> _Node | None:
    for node in reversed(nodes):
        if node.declared is not None and node.declared < level:
            return node
    return None


def _looks_like_heading(text: str) -> bool:
    return (
        0 < len(text) <= LONGEST_HEADING
        and text.rstrip()[-1] not in ".;,:"
        and (is_capitals(text) or is_title_case(text) or len(text.split()) <= 4)
        and text[0].isupper()
    )


def _to_clauses(nodes: list[_Node], contents: list[Span], body_end: int, pages: tuple[Page, ...]) -> tuple[Clause, ...]:
    """Turn starts into spans that, with the furniture, cover the text exactly once."""
    by_start = {node.start: node for node in nodes}
    for start in [0, *(span.end for span in contents)]:
        if start < body_end and not any(span.start <= start < span.end for span in contents):
            by_start.setdefault(start, _Node(start))
    ordered = [by_start[start] for start in sorted(by_start)]
    stops = sorted({*(n.start for n in ordered), *(s.start for s in contents), body_end})
    ids = {id(node): f"c{position}" for position, node in enumerate(ordered, 1)}
    return tuple(
        Clause(
            id=ids[id(node)],
            number=node.number,
            heading=node.heading,
            level=node.level,
            parent=ids[id(node.parent)] if node.parent is not None else None,
            span=Span(node.start, stops[bisect_right(stops, node.start)]),
            page=page_at(pages, node.start),
        )
        for node in ordered
    )


def is_covered(clauses: tuple[Clause, ...], furniture: list[Span], length: int) -> bool:
    """Whether the spans, in order, cover ``length`` characters exactly once (the partition promise)."""
    at = 0
    for span in sorted([c.span for c in clauses] + furniture):
        if span.start != at:
            return False
        at = span.end
    return at == length
