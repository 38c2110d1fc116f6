"""An HTML table -> its rows of cells, with an empty place wherever a merged cell covers it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

WORDS_OF_A_CELL = 250  # a cell with more words is a column of running text: the table only lays out the page
MOST_SPANNED = 64  # columns or rows: a wider span is nonsense
MOST_CELLS = 200_000
ROW_HOLDERS = frozenset({"tr", "thead", "tbody", "tfoot"})
# what stands alone in the first cell of a list that is laid out as a table
_MARKER = re.compile(
    r"[•·▪■●○◦–—*-]|\(?[A-Za-z0-9]{1,4}[.)]|\(?[ivxlcIVXLC]+[.)]|\d+(?:\.\d+)*\.?|(?:article|section)\s+\S{1,8}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, None for a place that a merged cell covers; an item of a list is no table row."""

    cells: tuple[Any | None, ...]
    is_item: bool = False


def rows_of(table: Any) -> list[Row] | None:
    """The rows of a ``table`` element; None when the table only lays out the page."""
    rows = _placed(table)
    if rows is None or max((len(row) for row in rows), default=0) < 2:
        return None
    filled = [[cell for cell in row if cell is not None and _words(cell)] for row in rows]
    if any(len(_words(cell)) > WORDS_OF_A_CELL for row in filled for cell in row):
        return None
    if all(len(row) <= 1 for row in filled) or any(cell.find(".//table") is not None for row in filled for cell in row):
        return None
    is_list = all(len(row) == 2 and _MARKER.fullmatch(" ".join(_words(row[0]))) for row in filled if row)
    return [Row(tuple(row), is_list) for row in rows]


def _placed(table: Any) -> list[list[Any | None]] | None:
    """The cells where they stand; None for nonsense beyond the bound."""
    rows: list[list[Any | None]] = []
    covered: dict[int, int] = {}  # column -> rows that a cell above still covers
    total = 0
    for element in _row_elements(table):
        row: list[Any | None] = []
        for cell in (child for child in element if child.tag in ("td", "th")):
            _skip_covered(row, covered)
            columns = _span(cell, "colspan")
            below = _span(cell, "rowspan") - 1
            for offset in range(columns):
                if below:
                    covered[len(row)] = below
                row.append(None if offset else cell)
        _skip_covered(row, covered)
        total += len(row)
        if total > MOST_CELLS:
            return None
        rows.append(row)
    return rows


def _skip_covered(row: list[Any | None], covered: dict[int, int]) -> None:
    """Leave empty the places that cells of rows above cover."""
    while covered.get(len(row), 0) > 0:
        covered[len(row)] -= 1
        row.append(None)


def _row_elements(table: Any) -> list[Any]:
    """The rows of a table itself, not those of tables within it."""
    found = []
    for child in table:
        if child.tag == "tr":
            found.append(child)
        elif child.tag in ROW_HOLDERS:
            found += [row for row in child if row.tag == "tr"]
    return found


def _span(cell: Any, name: str) -> int:
    said = cell.get(name) or "1"
    return min(max(int(said), 1), MOST_SPANNED) if re.fullmatch(r"\s*\d{1,4}\s*", said) else 1


def _words(cell: Any) -> list[str]:
    return "".join(cell.itertext()).split()
