"""Ruled tables: ruling lines -> grids of cells, and the words of each cell.

A grid is a group of lines that touch. Its rows are the bands between its horizontal lines; the cells of a band lie
between the vertical lines that cross it, so that a cell may span columns; a cell without a line above it
continues the cell above, so that it may span rows.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from ingest.read.aligned import aligned_tables
from ingest.read.gutters import gutter_walls
from ingest.read.lines import Row, rows_of
from ingest.read.rules import Rule, Rules
from ingest.read.shaded import shaded_tables
from ingest.read.tokens import Token
from ingest.read.torn import goes_on
from ingest.read.underlined import underlined_tables

TOUCH = 3.5  # points: lines this near to each other meet
MOST_RULES = 2_000  # more on one page is a drawing
# A cell with more words than this is a column of running text (a layout made with a table), not a cell.
WORDS_OF_A_CELL = 250


@dataclass(slots=True)
class Cell:
    """A cell of a band, from ``x0`` to ``x1`` in points, and its words."""

    x0: float
    x1: float
    tokens: list[Token] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the heights of its bands' edges, top down, and the cells of each band, left to right.

    A cell that spans bands stands in each of them as the same object.
    """

    edges: tuple[float, ...]
    bands: tuple[tuple[Cell, ...], ...]

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell that holds a point, None outside of the grid."""
        band = bisect_right(self.edges, y) - 1
        if not 0 <= band < len(self.bands):
            return None
        return next((cell for cell in self.bands[band] if cell.x0 <= x <= cell.x1), None)

    def table_rows(self) -> list[list[Row]]:
        """The words of each band, cell by cell, the same columns in each.

        A cell that spans bands has its words in the first, one that spans columns in the first of them.
        """
        columns = _starts([cell.x0 for band in self.bands for cell in band])
        seen: set[int] = set()
        result = []
        for band in self.bands:
            cells: list[Row] = [[] for _ in columns]
            for cell in band:
                if id(cell) not in seen:
                    cells[bisect_right(columns, cell.x0 + TOUCH) - 1] += _in_order(cell.tokens)
            seen.update(map(id, band))
            if any(cells):
                result.append(cells)
        return result

    def torn(self, printed: Collection[str]) -> set[int]:
        """The identities of the words that go on with the one before them, which their cell tore.

        Args:
            printed: the words of the page in small letters.
        """
        cells = {id(cell): cell for band in self.bands for cell in band}.values()
        return {id(t) for cell in cells for t in goes_on(_in_order(cell.tokens), cell.x0, cell.x1, printed)}

    @property
    def is_layout(self) -> bool:
        """Whether a cell holds running text."""
        return any(len(cell.tokens) > WORDS_OF_A_CELL for band in self.bands for cell in band)


def _in_order(tokens: Sequence[Token]) -> Row:
    """The words of a cell line by line; content order decides unless it jumps up."""
    rows = rows_of(tokens)
    rows.sort(key=lambda row: row[0].baseline)
    return [token for row in rows for token in row]


def grids_of(rules: Rules, tokens: Sequence[Token] = ()) -> list[Grid]:
    """The tables that the lines of a page draw; a box without inner lines is none.

    Args:
        rules: the lines.
        tokens: the words of the page, which show the columns of a table that is ruled between its rows alone.
    """
    if len(rules.horizontal) + len(rules.vertical) > MOST_RULES:
        return []
    horizontal = joined(rules.horizontal)
    vertical = joined((*rules.vertical, *_implied_walls(rules.horizontal)))
    vertical += gutter_walls(horizontal, vertical, tokens)
    borders, walls = underlined_tables(rules.horizontal, vertical, tokens)
    vertical += walls
    edges, inner = shaded_tables(rules.shades, [*horizontal, *borders], vertical, tokens)
    rows, columns = aligned_tables([*vertical, *inner], tokens, rules.shades)
    horizontal, vertical = joined((*horizontal, *borders, *edges, *rows)), [*vertical, *inner, *columns]
    if len(horizontal) < 2 or len(vertical) < 2:
        return []
    grids = (_grid(h, v) for h, v in _groups(horizontal, vertical))
    return [grid for grid in grids if grid is not None]


def _implied_walls(pieces: Sequence[Rule]) -> list[Rule]:
    """Walls of a table without vertical lines: borders are drawn a piece a cell, so the pieces' joints tell.

    A joint is taken for a wall between two borders of the same extent that both have it.
    """
    borders = [(rule, _joints(rule, pieces)) for rule in joined(pieces)]
    walls = []
    for (top, joints), (bottom, below) in itertools.pairwise(borders):
        same = abs(top.start - bottom.start) <= TOUCH and abs(top.end - bottom.end) <= TOUCH
        inner = [x for x in joints if any(abs(x - other) <= TOUCH for other in below)]
        if same and inner:
            walls += [Rule(x, top.at, bottom.at) for x in (top.start, *inner, top.end)]
    return walls


def _joints(border: Rule, pieces: Iterable[Rule]) -> list[float]:
    """Where one piece of a border ends and the next begins."""
    own = [piece for piece in pieces if abs(piece.at - border.at) <= TOUCH]
    return [piece.end for piece in own if border.start + TOUCH < piece.end < border.end - TOUCH]


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one line (borders are drawn cell by cell) put together."""
    result: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (round(r.at / TOUCH), r.start)):
        for i in range(len(result) - 1, max(len(result) - 4, -1), -1):
            last = result[i]
            if abs(last.at - rule.at) <= TOUCH and last.start - TOUCH <= rule.start <= last.end + TOUCH:
                result[i] = Rule(last.at, last.start, max(last.end, rule.end))
                break
        else:
            result.append(rule)
    return result


def _groups(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that touch, directly or through others."""
    parent = list(range(len(horizontal) + len(vertical)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(horizontal):
        for j, v in enumerate(vertical, len(horizontal)):
            if _meet(h, v):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate((*horizontal, *vertical)):
        groups.setdefault(root(i), ([], []))[0 if i < len(horizontal) else 1].append(rule)
    return list(groups.values())


def _meet(h: Rule, v: Rule) -> bool:
    return h.start - TOUCH <= v.at <= h.end + TOUCH and v.start - TOUCH <= h.at <= v.end + TOUCH


def _grid(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> Grid | None:
    edges = _places(horizontal)
    bands: list[list[Cell]] = []
    for top, bottom in itertools.pairwise(edges):
        walls = _places([v for v in vertical if v.start <= (top + bottom) / 2 <= v.end])
        above = bands[-1] if bands else []
        bands.append([_cell(x0, x1, top, horizontal, above) for x0, x1 in itertools.pairwise(walls)])
    if len(bands) < 1 or max(len(band) for band in bands) < 2:
        return None
    return Grid(tuple(edges), tuple(tuple(band) for band in bands))


def _cell(x0: float, x1: float, top: float, horizontal: Sequence[Rule], above: Sequence[Cell]) -> Cell:
    middle = (x0 + x1) / 2
    closed = any(abs(h.at - top) <= TOUCH and h.start <= middle <= h.end for h in horizontal)
    if not closed:
        for cell in above:
            if abs(cell.x0 - x0) <= TOUCH and abs(cell.x1 - x1) <= TOUCH:
                return cell
    return Cell(x0, x1)


def _places(rules: Sequence[Rule]) -> list[float]:
    """Where lines run, those next to each other taken for one."""
    return _starts([rule.at for rule in rules])


def _starts(places: Iterable[float]) -> list[float]:
    """Places in order, those next to each other taken for one."""
    result: list[float] = []
    for at in sorted(places):
        if not result or at - result[-1] > TOUCH:
            result.append(at)
    return result
