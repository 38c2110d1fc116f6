"""Tables of a document: rows and columns of cells, each cell a span with the headers that it stands under and beside.

Readers write a table row as a line whose cells are parted by tabs, with an empty cell wherever a cell above or to the left
spans this place too; so the table is found again in the canonical text, and nothing of it is stored twice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document, Span
from ingest.table_header import header_rows, heads_anew

LONGEST_SECTION = 80  # characters: a line without cells between two rows heads the rows below it, unless it is longer
# A row that sums up has an empty first cell of its own; no cell above spans it.
_TOTAL = re.compile(r"(?:grand |sub-?|sous-?)?tota(?:l|ux)\b|sum\b|somme\b", re.I)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its 0-based row and column, and its words; the span is empty where the cell is."""

    row: int
    column: int
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table that may run on over pages.

    ``rows`` are its lines from the top, cells from the left; a row may be shorter than the others, when its last cells are
    empty. The first ``header_rows`` of them name the columns; ``repeated`` are rows that say the same again on a later page.
    ``text`` is the document's.
    """

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int
    repeated: frozenset[int]
    text: str

    @property
    def span(self) -> Span:
        """From the first cell to the last."""
        return Span(self.rows[0][0].span.start, self.rows[-1][-1].span.end)

    @property
    def header(self) -> Span | None:
        """The rows that name the columns; None when there are none."""
        if not self.header_rows:
            return None
        return Span(self.rows[0][0].span.start, self.rows[self.header_rows - 1][-1].span.end)

    def words(self, cell: Cell) -> str:
        """What a cell says, on one line."""
        return " ".join(cell.span.of(self.text).split())

    def cells(self) -> Iterator[Cell]:
        """The cells that are neither empty nor headers of columns, row by row."""
        for number, row in enumerate(self.rows):
            if number >= self.header_rows and number not in self.repeated:
                yield from (cell for cell in row if self.words(cell))

    def cell_at(self, offset: int) -> Cell | None:
        """The cell that holds the character at an offset of the text; None between cells and outside of the table."""
        found = (cell for row in self.rows for cell in row if cell.span.start <= offset < cell.span.end)
        return next(found, None)

    def column_headers(self, cell: Cell) -> tuple[Cell, ...]:
        """The cells that name a cell's column, from the top; one that spans columns names each of them."""
        if cell.row < self.header_rows:
            return ()
        named = (self._column_header(number, cell.column) for number in range(self.header_rows))
        return tuple(header for header in named if header is not None)

    def row_headers(self, cell: Cell) -> tuple[Cell, ...]:
        """The cells that name a cell's row: the line that heads its section, the first cell, and what stands between.

        A first cell that spans rows names each of them, together with the second cell of the row.
        """
        if cell.row < self.header_rows:
            return ()
        section = self._section(cell)
        if cell.column == 0:
            return (section,) if section is not None else ()
        first, above = self._first(cell.row)
        spanning = first is not None and (above or self._continues(cell.row + 1))
        second = self.rows[cell.row][1] if spanning and cell.column > 1 and len(self.rows[cell.row]) > 1 else None
        return tuple(c for c in (section, first, second) if c is not None and c != cell and self.words(c))

    def described(self, cell: Cell) -> str:
        """A cell with its headers on one line: "P2 › Night › 30 minutes"."""
        return " › ".join(self.words(c) for c in (*self.row_headers(cell), *self.column_headers(cell), cell))

    def _column_header(self, row: int, column: int) -> Cell | None:
        """The cell of a header row over a column, or the one to its left that spans it.

        Not where a second row names the columns that the first left open; and nothing spans from the first column on.
        """
        cells = self.rows[row]
        if column < len(cells) and self.words(cells[column]):
            return cells[column]
        if row > 0 or column == 0:
            return None
        return next((cell for cell in reversed(cells[1:column]) if self.words(cell)), None)

    def _first(self, row: int) -> tuple[Cell | None, bool]:
        """The first cell of a row, or the one above that spans it, and whether it is the one above."""
        if self._is_total(row):
            return next(cell for cell in self.rows[row] if self.words(cell)), False
        for number in range(row, self.header_rows - 1, -1):
            cells = self.rows[number]
            if number in self.repeated:
                continue
            if self.words(cells[0]):
                return (cells[0] if len(cells) > 1 else None), number < row
        return None, False

    def _continues(self, row: int) -> bool:
        """Whether a row has no first cell of its own."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return len(cells) > 1 and not self.words(cells[0]) and not self._is_total(row)

    def _is_total(self, row: int) -> bool:
        first = next((words for cell in self.rows[row] if (words := self.words(cell))), "")
        return _TOTAL.match(first) is not None

    def _section(self, cell: Cell) -> Cell | None:
        for number in range(cell.row - 1, self.header_rows - 1, -1):
            if len(self.rows[number]) == 1 and number not in self.repeated:
                return self.rows[number][0]
        return None


def tables_of(document: Document) -> tuple[Table, ...]:
    """The tables of a document in order; contents pages, running headers and footers are none."""
    furniture = [f.span for f in document.furniture]
    end = document.pages[-1].span.end if document.pages else len(document.text)
    lines = [line for line in _lines(document.text, 0, end) if not any(f.contains(line) for f in furniture)]
    blocks = _over_pages(document, _blocks(document.text, lines))
    return tuple(_table(document.text, block) for block in blocks if len(block) > 1)


def table_at(document: Document, span: Span) -> Table | None:
    """The table in which a row, or a part of one, stands; None outside of tables."""
    text = document.text
    start = text.rfind("\n", 0, span.start) + 1
    first, last = start, _end(text, start)
    if "\t" not in text[first:last]:
        return None
    breaks = {page.span.start for page in document.pages}
    while first > 0 and _goes_on(text, first, breaks):
        first = text.rfind("\n", 0, first - 1) + 1
    while last + 1 < len(text) and _goes_on(text, last + 1, breaks):
        last = _end(text, last + 1)
    blocks = _over_pages(document, _blocks(text, list(_lines(text, first, last))))
    found = (block for block in blocks if block[0].start <= start <= block[-1].end and len(block) > 1)
    return next((_table(text, block) for block in found), None)


def _goes_on(text: str, start: int, breaks: Collection[int]) -> bool:
    """Whether the line that begins there, or the one before it, is not the empty line that ends a table."""
    before = text.rfind("\n", 0, start - 1) + 1
    empty = not text[before : start - 1].strip() or not text[start : _end(text, start)].strip()
    return not empty or any(before <= place <= start + 1 for place in breaks)


def _over_pages(document: Document, blocks: Sequence[list[Span]]) -> list[list[Span]]:
    """Blocks of rows with those put together between which nothing but a page break stands, if they are as wide."""
    breaks = {page.span.start for page in document.pages}
    joined: list[list[Span]] = []
    for block in blocks:
        between = Span(joined[-1][-1].end, block[0].start) if joined else None
        if (
            between is not None
            and not between.of(document.text).strip()
            and any(between.start < place <= between.end for place in breaks)
            and _width(document.text, joined[-1]) == _width(document.text, block)
        ):
            joined[-1] += block
        else:
            joined.append(list(block))
    return [part for block in joined for part in _by_heads(document.text, block, breaks)]


def _by_heads(text: str, block: Sequence[Span], breaks: Collection[int]) -> Iterator[list[Span]]:
    """Rows parted where one of them names the columns anew, or names them at the top of a page though those before have no header, so
    that each table has one header.
    """
    rows = [_words(text, line) for line in block]
    start = 0
    for at in range(1, len(block) - 1):
        if block[at].start in breaks and not header_rows(rows[start:at]):
            anew = True
        else:
            anew = at > start + 1 and heads_anew(rows[start], rows[at]) and header_rows(rows[start:]) > 0
        if anew and header_rows(rows[at:]):
            yield list(block[start:at])
            start = at
    yield list(block[start:])


def _width(text: str, block: Sequence[Span]) -> int:
    return max(line.of(text).count("\t") for line in block)


def _end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines between two offsets, empty ones included, without their line breaks."""
    while start < end:
        stop = min(_end(text, start), end)
        yield Span(start, stop)
        start = stop + 1


def _blocks(text: str, lines: Sequence[Span]) -> list[list[Span]]:
    """Runs of rows; a short line between two rows belongs to them, an empty line parts them."""
    blocks: list[list[Span]] = []
    for i, line in enumerate(lines):
        row = "\t" in line.of(text)
        joined = bool(blocks) and i > 0 and blocks[-1][-1] == lines[i - 1] and lines[i - 1].end + 1 == line.start
        if row and joined:
            blocks[-1].append(line)
        elif row:
            blocks.append([line])
        elif joined and i + 1 < len(lines) and 0 < len(line) <= LONGEST_SECTION and "\t" in lines[i + 1].of(text):
            blocks[-1].append(line)
    return blocks


def _table(text: str, lines: Sequence[Span]) -> Table:
    rows = tuple(_row(text, line, number) for number, line in enumerate(lines))
    words = [_folded(line.of(text)) for line in lines]
    count = header_rows([_words(text, line) for line in lines])
    heads = set(words[:count])
    repeated = frozenset(number for number in range(count, len(rows)) if words[number] in heads)
    return Table(rows, count, repeated, text)


def _words(text: str, line: Span) -> list[str]:
    return [" ".join(words.split()) for words in line.of(text).split("\t")]


def _row(text: str, line: Span, number: int) -> tuple[Cell, ...]:
    cells, start = [], line.start
    for column, words in enumerate(line.of(text).split("\t")):
        cells.append(Cell(number, column, Span(start, start + len(words))))
        start += len(words) + 1
    return tuple(cells)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
