"""Walls of tables that are ruled between their rows alone: white columns that run down between the words."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from ingest.read.rules import Rule
from ingest.read.tokens import Token

SAME = 3.5  # points: borders whose ends are this near to each other's are of one table
FEWEST_BORDERS = 4  # three rows; fewer are lines about a heading
HIGHEST_BAND = 200.0  # points: what stands further apart are lines of the page
GUTTER = 6.0  # points: the narrowest white column; the space between two words is less
BOTH_SIDES = 0.5  # of the rows: how many must have words on either side of a white column


def gutter_walls(horizontal: Sequence[Rule], vertical: Sequence[Rule], tokens: Sequence[Token]) -> list[Rule]:
    """The walls that the words of a page show where its lines draw none.

    Args:
        horizontal: the borders, each in one piece.
        vertical: the walls that are drawn.
        tokens: the words of the page.
    """
    walls: list[Rule] = []
    for borders in _stacks(horizontal):
        top, bottom = borders[0], borders[-1]
        if any(v.start < bottom.at and top.at < v.end and top.start - SAME <= v.at <= top.end + SAME for v in vertical):
            continue
        inside = [t for t in tokens if top.at < t.middle[1] < bottom.at and top.start <= t.middle[0] <= top.end]
        bands = [
            [t for t in inside if above.at < t.middle[1] <= below.at] for above, below in itertools.pairwise(borders)
        ]
        inner = [(left + right) / 2 for left, right in gutters_of(inside) if parts_rows(bands, (left + right) / 2)]
        if inner:
            walls += [Rule(x, top.at, bottom.at) for x in (top.start, *inner, top.end)]
    return walls


def _stacks(horizontal: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Borders of one extent below each other."""
    stacks: list[list[Rule]] = []
    for rule in sorted(horizontal, key=lambda r: r.at):
        for stack in stacks:
            last = stack[-1]
            if (
                rule.at - last.at <= HIGHEST_BAND
                and abs(rule.start - last.start) <= SAME
                and abs(rule.end - last.end) <= SAME
            ):
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return (stack for stack in stacks if len(stack) >= FEWEST_BORDERS)


def gutters_of(tokens: Sequence[Token]) -> Iterator[tuple[float, float]]:
    """The ranges across the page in which no word stands, between the first word and the last."""
    reach: float | None = None
    for x0, x1 in sorted((t.x0, t.x1) for t in tokens):
        if reach is not None and x0 - reach >= GUTTER:
            yield reach, x0
        reach = x1 if reach is None else max(reach, x1)


def parts_rows(bands: Sequence[Sequence[Token]], x: float) -> bool:
    """Whether enough of the rows have words on either side of a place."""
    filled = [band for band in bands if band]
    both = sum(any(t.x1 <= x for t in band) and any(t.x0 >= x for t in band) for band in filled)
    return bool(filled) and both >= BOTH_SIDES * len(filled)
