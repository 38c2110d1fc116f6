"""Numbers that count on from nothing that is open, since those before them were lost or another part of the document begins: "1.52"
after "1.47", "1.2" after a cover page whose clauses went to "4.2". Three in a row that begin paragraphs vouch for each other, two that
have titles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.headings import looks_like_heading, run_in_heading
from ingest.marked_lines import MarkedLines
from ingest.markers import Marker, readings
from ingest.node import Node, Place, State

_FEWEST = 3  # numbers in a row
_FEWEST_TITLED = 2
_WORD = re.compile(r"[^\W\d_]{3}")
_CLAUSE_OF_CHAPTER = (
    2  # parts of its number: 1.2 may stand without its 1, but 1.2.1 and a lone 2 may as well be of a list
)
_REACH = 80  # lines from one number of the row to the next


class Resumption:
    """Finds where such a row of numbers begins.

    Args:
        marked: its lines.
        may_begin: whether a line could begin a clause of a number.
    """

    def __init__(self, marked: MarkedLines, may_begin: Callable[[int, Marker], bool]) -> None:
        self._marked = marked
        self._may_begin = may_begin

    def place(self, state: State, index: int, marker: Marker) -> Place | None:
        """Where the first number of such a row hangs, None for any other.

        Beside the same number, which stands twice, or a smaller one of its list, which does not go on below; within the number that it is
        a part of; within the clause that leads in to it or goes on after it; else at the top, below the heading above it. What is open
        stays open, since it may go on after all.
        """
        if marker.kind.is_item or not self._begins_row(index, marker):
            return None
        chain = state.chain
        goes_on = self._goes_on_after(chain, index)
        for depth in range(len(chain) - 1, -1, -1):
            other = chain[depth].marker
            if (
                _is_beside(other, marker)
                and other is not None
                and (other.path == marker.path or (other.path < marker.path and not goes_on))
            ):
                return Place(chain[depth].parent, depth, chain[depth])
        for node in reversed(chain):
            if _is_part_of(marker, node.marker):
                return Place(node, len(chain))
        if chain and (self._is_led_in(index) or goes_on):
            return Place(chain[-1], len(chain))
        if len(marker.path) != _CLAUSE_OF_CHAPTER:
            return None
        below = state.heading is not None and (not chain or state.heading.start > chain[-1].start)
        items = next(
            (at for at, node in enumerate(chain) if node.marker is None or node.marker.kind.is_item), len(chain)
        )
        return Place(state.heading if below else state.annex, items)

    def _begins_row(self, index: int, marker: Marker) -> bool:
        at, count, titled = index, 1, self._vouches(index, marker)
        if titled is None:
            return False
        for step in range(1, _FEWEST):
            following = self._next(at, marker, step)
            found = None if following is None else self._reading(following, marker, step)
            if following is None or found is None or (title := self._vouches(following, found)) is None:
                break
            at, count, titled = following, count + 1, titled and title
        return count >= _FEWEST or (count >= _FEWEST_TITLED and bool(titled))

    def _vouches(self, index: int, marker: Marker) -> bool | None:
        """Whether a number that begins a paragraph with words of its own has a title; None where it does not begin one."""
        line = self._marked.lines[index]
        rest = line.text[marker.rest :]
        if (
            _WORD.search(rest) is None
            or not line.gap
            or self._marked.judge.continues_sentence(index)
            or not self._may_begin(index, marker)
        ):
            return None
        if len(marker.path) == 1 and not marker.punctuated:
            return None
        return looks_like_heading(rest) or run_in_heading(rest) is not None

    def _next(self, index: int, marker: Marker, step: int) -> int | None:
        """The line of the number that is so many after a marker, where it stands near enough below a line."""
        place = self._marked.positions.after(index, marker.kind, (*marker.path[:-1], marker.path[-1] + step))
        return place if place is not None and place - index <= _REACH else None

    def _reading(self, index: int, marker: Marker, step: int) -> Marker | None:
        found = self._marked.markers[index]
        path = (*marker.path[:-1], marker.path[-1] + step)
        return (
            next((each for each in readings(found) if each.kind is marker.kind and each.path == path), None)
            if found
            else None
        )

    def _is_led_in(self, index: int) -> bool:
        return index > 0 and self._marked.lines[index - 1].text.endswith(":")

    def _goes_on_after(self, chain: Sequence[Node], index: int) -> bool:
        """Whether the next of an open number stands below, before that number itself stands again."""
        for node in chain:
            marker = node.marker
            if marker is None or marker.kind.is_item:
                continue
            following = self._marked.positions.after(index, marker.kind, (*marker.path[:-1], marker.path[-1] + 1))
            again = self._marked.positions.after(index, marker.kind, marker.path)
            if following is not None and (again is None or following < again):
                return True
        return False


def _is_beside(other: Marker | None, marker: Marker) -> bool:
    """Whether two numbers are of one list."""
    return (
        other is not None
        and other.kind is marker.kind
        and len(other.path) == len(marker.path)
        and other.path[:-1] == marker.path[:-1]
    )


def _is_part_of(marker: Marker, other: Marker | None) -> bool:
    """Whether 7.5.1 is beneath 7.5, or beneath 7."""
    if other is None or other.kind.is_item or len(other.path) >= len(marker.path):
        return False
    return marker.path[: len(other.path)] == other.path
