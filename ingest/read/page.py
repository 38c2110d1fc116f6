"""One page of a PDF -> its lines: ruled tables cell by cell, everything else in content order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pypdfium2 as pdfium

from ingest.read.characters import CONCEALED
from ingest.read.columns import NEIGHBOUR_DISTANCE, cells_of
from ingest.read.concealed import Concealment, concealed
from ingest.read.glyphs import Frame, Styles, read_glyphs
from ingest.read.grid import Cell, Grid, grids_of
from ingest.read.lines import Row, has_gap, line_of, rows_of, usual_distance
from ingest.read.rules import Rules, rules_of
from ingest.read.tokens import Token, tokens_of
from ingest.reading import Line, PlacedWord

# A page with fewer characters than this beside a picture is a picture: a page number over a scan.
FEWEST_CHARACTERS = 12
# So is a page that a picture covers with fewer than these: the line that a signing service or a filing system prints
# across each page. It shows in the picture of the page, so it is read along.
STAMP_CHARACTERS = 150
_MARKS = np.array(sorted(map(ord, CONCEALED)), dtype=np.uint32)
COVERED = 0.6  # of the page
ROWS_BACK = 3  # of a table, whose distances tell how far its rows lie apart
OTHER_TABLE = 2.0  # of these distances: a row further below begins another table
MOST = 0.6  # of a page's characters: when so many run one way, the page is read that way


@dataclass(frozen=True, slots=True)
class PdfPage:
    """What reading a page gives: its lines, its frame, whether it is but a picture, and what was not displayed.

    The lines' places are those on the page turned so that most of its words are upright, as ``frame`` says; the boxes of their words
    are those on the page as displayed.

    ``outside`` is the number of characters that lie beyond the visible page, ``marks`` that of characters without a glyph, which could
    turn or part words unseen; both are left out. ``concealed`` says how many words are hidden, and how.
    """

    lines: tuple[Line, ...]
    frame: Frame
    is_image: bool
    outside: int
    concealed: Mapping[Concealment, int] = field(default_factory=dict)
    marks: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A row of running text, which has one cell, or a row of a table.

    ``torn`` are the identities of its words that go on with the one before them; ``grid`` is that of the ruled table, 0 elsewhere.
    """

    cells: list[Row]
    table: bool
    torn: Collection[int] = ()
    grid: int = 0


def read_page(page: pdfium.PdfPage, number: int) -> PdfPage:
    """The lines of a page.

    Args:
        page: an open page.
        number: its 1-based number.
    """
    frame = Frame.of(page)
    content = _content(page, frame)
    tokens, rules = content.tokens, content.rules
    characters = sum(len(token.text) for token in tokens)
    covered = rules.image_share >= COVERED and characters < STAMP_CHARACTERS
    is_image = rules.has_image and (covered or characters < FEWEST_CHARACTERS)
    turned = _direction(tokens)
    if not turned:
        return content.page(lines_of(pieces_of(tokens, rules), number), frame, is_image)
    # a table set sideways has its rows across the page only once the page is turned
    upright = replace(frame, rotation=(frame.rotation + turned) % 360)
    page.set_rotation(upright.rotation)  # pdfium puts the characters of sideways lines in an order of its own
    content = _content(page, upright)
    page.set_rotation(frame.rotation)
    lines = lines_of(pieces_of(content.tokens, content.rules), number)
    return content.page(tuple(_turned_back(line, turned, frame) for line in lines), upright, is_image)


@dataclass(frozen=True, slots=True)
class _Content:
    """The words that are displayed, the ruling lines, and what is not displayed as `PdfPage` tells it."""

    tokens: list[Token]
    rules: Rules
    outside: int
    concealed: Mapping[Concealment, int]
    marks: int

    def page(self, lines: tuple[Line, ...], frame: Frame, is_image: bool) -> PdfPage:
        """The page that it makes with its lines."""
        return PdfPage(lines, frame, is_image, self.outside, {} if is_image else self.concealed, self.marks)


def _content(page: pdfium.PdfPage, frame: Frame) -> _Content:
    textpage = page.get_textpage()
    try:
        glyphs = read_glyphs(textpage, frame)
        styles = Styles(glyphs, frame)
        tokens, outside = tokens_of(glyphs, styles, frame)
        marks = int(np.isin(glyphs.codes, _MARKS).sum())
        return _Content(tokens, rules_of(page, frame), outside, concealed(page, styles.objects), marks)
    finally:
        textpage.close()


def _direction(tokens: Sequence[Token]) -> int:
    """By how many degrees most of the words have to be turned clockwise to be read; 0 where they differ."""
    letters: Counter[int] = Counter()
    for token in tokens:
        letters[token.style.angle] += len(token.text)
    return next((a for a in (90, 180, 270) if letters[a] > MOST * letters.total()), 0)


def _turned_back(line: Line, turned: int, frame: Frame) -> Line:
    """The line of a page that was turned clockwise, with its words' boxes on the page as displayed."""
    return replace(line, words=tuple(_word_back(word, turned, frame) for word in line.words))


def _word_back(word: PlacedWord, turned: int, frame: Frame) -> PlacedWord:
    wide, high = frame.width, frame.height
    if turned == 90:
        return replace(word, x0=word.y0, y0=high - word.x1, x1=word.y1, y1=high - word.x0)
    if turned == 180:
        return replace(word, x0=wide - word.x1, y0=high - word.y1, x1=wide - word.x0, y1=high - word.y0)
    return replace(word, x0=wide - word.y1, y0=word.x0, x1=wide - word.y0, y1=word.x1)


def pieces_of(tokens: list[Token], rules: Rules) -> list[Piece]:
    """A page in reading order: each ruled table stands where its first word stands.

    Args:
        tokens: its words in content order.
        rules: its ruling lines.
    """
    grids = grids_of(rules, tokens)
    cells = [_cell_of(token, grids) for token in tokens]
    for (grid, cell), token in zip(cells, tokens, strict=True):
        if grid is not None and cell is not None:
            cell.tokens.append(token)
    layouts = {id(grid) for grid in grids if grid.is_layout}
    printed = {token.text.lower() for token in tokens} if grids else set()
    done: set[int] = set()
    pieces: list[Piece] = []
    plain: list[Token] = []
    for (grid, _), token in zip(cells, tokens, strict=True):
        if grid is None or id(grid) in layouts:
            plain.append(token)
        elif id(grid) not in done:
            done.add(id(grid))
            pieces += _plain(plain)
            plain = []
            torn = grid.torn(printed)
            pieces += [Piece(row, len(row) > 1, torn, len(done)) for row in grid.table_rows()]
    return pieces + _plain(plain)


def _cell_of(token: Token, grids: list[Grid]) -> tuple[Grid | None, Cell | None]:
    for grid in grids:
        cell = grid.cell_at(*token.middle)
        if cell is not None:
            return grid, cell
    return None, None


def _plain(tokens: list[Token]) -> list[Piece]:
    return [Piece(cells, len(cells) > 1) for cells in cells_of(rows_of(tokens))]


def lines_of(pieces: list[Piece], number: int) -> tuple[Line, ...]:
    """The lines of a page's pieces, one each; ``number`` is the page's, 1-based."""
    rows = [[token for cell in piece.cells for token in cell] for piece in pieces]
    usual = usual_distance(rows)
    lines = []
    above: Row | None = None
    for i, (piece, row) in enumerate(zip(pieces, rows, strict=True)):
        within = piece.table and i > 0 and pieces[i - 1].table and not _parted(pieces, i)
        gap = not within and has_gap(above, row, usual)
        lines.append(line_of(piece.cells, number, piece.table, gap, piece.torn))
        above = row[-1:]  # a table row may be many lines high: the next line's distance counts from its last
    return tuple(lines)


def _parted(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a row begins another table than the row before it: it stands far below it, and twice as far as the rows above lie apart."""
    above, below = pieces[at - 1], pieces[at]
    if above.grid == below.grid != 0:
        return False
    distance = _pitch(above, below)
    pitches = []
    for i in range(at - 1, max(at - 1 - ROWS_BACK, 0), -1):
        if not pieces[i - 1].table:
            break
        pitches.append(_pitch(pieces[i - 1], pieces[i]))
    size = max(token.style.size for cell in above.cells for token in cell)
    return bool(pitches) and distance > NEIGHBOUR_DISTANCE * size and distance > OTHER_TABLE * max(pitches)


def _pitch(above: Piece, below: Piece) -> float:
    """From the lowest baseline of a row to the highest of the next, in points."""
    lowest = max(token.baseline for cell in above.cells for token in cell)
    return min(token.baseline for cell in below.cells for token in cell) - lowest
