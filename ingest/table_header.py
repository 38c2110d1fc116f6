"""Which rows of a table name its columns. Pure.

A header is told by its cells: short, no figures by themselves, no sentences. Where a first row has a long cell or a figure within its
words ("Fee rate per US$1 million traded"), the cells below tell: a column of figures is named by the words above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST_HEADER = 12  # words of a cell of a header row
LONGEST_OVER_FIGURES = 30  # words, over a column of nothing but figures
MOST_HEADER_ROWS = 3
FEWEST_FIGURES = 2  # below a long header
WIDE = 4  # columns; in fewer a first cell "Target availability:" is the term of what stands beside it
_FIGURE = re.compile(r"\d")
# "US$7.50", "EUR 300", "< 95 %", "[***]" where the figure was taken out.
_STARTS_AS_FIGURE = re.compile(
    r"(?:[<>≥≤+(~-]|[A-Z]{0,2}[€$£]|(?:EUR|USD|GBP|CHF|CAD|AUD)\b)?\s?\d|[$€£]?\s?\[?\*{1,3}\]?(?!\w)"
)
_YEAR = re.compile(r"(?:FY|year |année |an )?(?:19|20)\d\d(?:[/–-]\d{2,4})?", re.I)
_FORM = (":", ";")  # what a form's field ends in: "Name:"

Rows = Sequence[Sequence[str]]
"""The words of the cells of each row, on one line each."""


def header_rows(rows: Rows) -> int:
    """How many of the first rows name the columns; none in a list of terms and their values.

    Args:
        rows: at least one.
    """
    if not _may_head(rows, 0) or (max(map(len, rows)) == 2 and not _heads_pairs(rows)):
        return 0
    if _heads_groups(rows):
        return 2
    count = 1
    while count < min(MOST_HEADER_ROWS, len(rows) - 1):
        above, row = rows[count - 1], rows[count]
        under = not row[0] and _may_head(rows, count)
        spanned = any(not words for words in above[1:]) or len(above) < len(row)
        if not (under and spanned):
            break
        count += 1
    return count


def heads_anew(header: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row below a header names the columns anew: it says two of its cells again, and others in its first or last column.

    Args:
        header: the words of the row that names the columns.
        row: those of a row below it, no figures among them.
    """
    named = {words.casefold() for words in header if words}
    again = sum(words.casefold() in named for words in row if words)
    return 2 <= again < len([words for words in row if words]) and not any(map(_is_figure, row))


def _may_head(rows: Rows, at: int) -> bool:
    """Whether a row may name columns: short cells, none of which is a figure by itself, a sentence or a field of a form."""
    row = rows[at]
    if len(row) < 2 or any(map(_is_figure, row)):
        return False
    fields = [column for column, words in enumerate(row) if words.endswith(_FORM)]
    if fields and not (fields == [0] and len(row) >= WIDE) and not _ends_in_colons(rows, at):
        return False
    return all(_is_short(rows, at, column) for column in range(len(row)))


def _is_short(rows: Rows, at: int, column: int) -> bool:
    count = len(rows[at][column].split())
    return count <= LONGEST_HEADER or (
        count <= LONGEST_OVER_FIGURES and not rows[at][column].endswith(".") and _over_figures(rows, at, column)
    )


def _over_figures(rows: Rows, at: int, column: int) -> bool:
    """Whether there is nothing but figures below a cell."""
    below = [row[column] for row in rows[at + 1 :] if len(row) > column]
    return len(below) >= FEWEST_FIGURES and all(map(_is_figure, below))


def _ends_in_colons(rows: Rows, at: int) -> bool:
    """Whether all cells of a row end in a colon, and none of those below does behind the first column: no field of a form."""
    filled = [words for words in rows[at] if words]
    below = [words for row in rows[at + 1 :] for words in row[1:]]
    return (
        len(filled) > 1
        and len(below) > 1
        and all(words.endswith(":") for words in filled)
        and not any(words.endswith(_FORM) or not words for words in below)
    )


def _is_figure(words: str) -> bool:
    """Whether the words are a quantity: "99.9%", "15 minutes"; the code "P1" is none, and a year names a column."""
    return _STARTS_AS_FIGURE.match(words) is not None and _YEAR.fullmatch(words) is None


def _heads_pairs(rows: Rows) -> bool:
    """Whether the first of rows of two cells names them: what follows it has figures, or more words, and it has not."""
    rest = [" ".join(row[1:]) for row in rows[1:]]
    if not rest:
        return False
    if any(_FIGURE.search(words) and not _over_figures(rows, 0, column) for column, words in enumerate(rows[0])):
        return False
    figures = sum(bool(_FIGURE.search(words)) for words in rest)
    longer = sum(len(words.split()) > LONGEST_HEADER for words in rest)
    return (figures + longer) * 2 >= len(rest)


def _heads_groups(rows: Rows) -> bool:
    """Whether the first row names groups of columns and the second each column, its first too; figures stand below both."""
    if len(rows) < 4 or rows[0][0] or not (rows[1][0] and _may_head(rows, 1)):
        return False
    first, second = rows[0], rows[1]
    spans = len(first) < len(second) or any(not words for words in first[1:])
    repeats = len({words.casefold() for words in second[1:]}) < len(second) - 1
    figures = [row for row in rows[2:] if any(map(_is_figure, row[1:]))]
    return spans and repeats and all(second) and len(figures) * 2 >= len(rows) - 2
