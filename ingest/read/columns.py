"""Tables without ruling lines: rows of a page that share white columns.

A wide gap alone makes no table (justified text has wide gaps, and so has the space behind a clause number); a gap counts
when a neighbouring line is blank at the same place and one of its cells begins, ends or is centred there too.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ingest.read.lines import Row, distance_between

# In mean widths of a character of the line: about three spaces of proportional type, and two and a bit of a typewriter's.
CELL_GAP = 2.2
# How far the edges of cells of one column may be apart, in type sizes.
EDGE_SLACK = 0.4
NEIGHBOUR_DISTANCE = 4.0  # in type sizes, from baseline to baseline

# What stands before a clause or a list item: "1.2.3", "(a)", "iv)", "Article 4", a bullet.
_LABEL = re.compile(
    r"(?:(?:article|section|clause|annexe?|schedule|exhibit)\s+)?[(\[]?[\w.]{1,8}[.):\]-]*|\W{1,4}", re.I
)

# What is none: a name and its price, "Basic" and "EUR 120".
_NAME = re.compile(r"(?!article|section|clause|annexe?|schedule|exhibit)[^\W\d_]{3,8}", re.I)
_SUM = re.compile(r"(?:[A-Z]{0,2}[€$£]|EUR|USD|GBP|CHF)\s?\d[\d.,  ]*|\d[\d.,  ]*\s?(?:[€$£%]|EUR|USD|GBP|CHF)")


def cells_of(rows: Sequence[Row]) -> list[list[Row]]:
    """The cells of each row; a row that belongs to no table has one cell, the row itself."""
    split = [_split(row) for row in rows]
    result: list[list[Row]] = []
    for i, cells in enumerate(split):
        neighbours = [
            split[j]
            for j in (i - 1, i + 1)
            if 0 <= j < len(split) and _near(rows[min(i, j)], rows[max(i, j)]) and len(split[j]) > 1
        ]
        shared = any(_share_column(cells, other) for other in neighbours)
        result.append(cells if shared and not _is_label(cells) else [rows[i]])
    return result


def _split(row: Row) -> list[Row]:
    """A row cut at its wide gaps."""
    characters = sum(len(token.text) for token in row)
    limit = CELL_GAP * sum(token.end - token.start for token in row) / characters
    cells = [[row[0]]]
    for before, token in itertools.pairwise(row):
        if token.start - before.end > limit:
            cells.append([token])
        else:
            cells[-1].append(token)
    return cells


def _near(above: Row, below: Row) -> bool:
    return above[0].style.angle == below[0].style.angle and 0 < distance_between(above, below) <= NEIGHBOUR_DISTANCE


def _share_column(cells: Sequence[Row], others: Sequence[Row]) -> bool:
    """Whether a gap of both rows overlaps, and the cells to its right are aligned."""
    slack = EDGE_SLACK * max(cells[0][0].style.size, 1.0)
    for left, right in itertools.pairwise(cells):
        for other_left, other_right in itertools.pairwise(others):
            overlap = min(right[0].start, other_right[0].start) - max(left[-1].end, other_left[-1].end)
            if overlap > slack and _aligned(right, other_right, slack):
                return True
    return False


def _aligned(cell: Row, other: Row, slack: float) -> bool:
    begins = abs(cell[0].start - other[0].start)
    ends = abs(cell[-1].end - other[-1].end)
    centres = abs(cell[0].start + cell[-1].end - other[0].start - other[-1].end) / 2
    return min(begins, ends, centres) <= slack


def _is_label(cells: Sequence[Row]) -> bool:
    """Whether the row is a label and its text, which is a list item or a clause, not a table."""
    if len(cells) != 2:
        return False
    first, second = (" ".join(token.text for token in cell) for cell in cells)
    return _LABEL.fullmatch(first) is not None and not (_NAME.fullmatch(first) and _SUM.fullmatch(second))
