"""Tables whose header is underlined column by column, and that no other line rules: the underlines tell the columns, the white space
between lines of words the rows.

That is how word processors and the filings of stock exchanges set price lists. Cells whose words wrap would otherwise be lines of their
own, the price of a service beside the last words of its description.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.read.rules import Rule
from ingest.read.tokens import Token

SAME = 2.0  # points: underlines this near to one height are of one header
FEWEST_COLUMNS = 3  # that are underlined; two lines beside each other may be for signatures
APART = 3.5  # points between two underlines; pieces that touch are one border
ABOVE = 14.0  # points above an underline in which the words of its header stand
HEADER_PITCH = 1.6  # of the type size: lines of one header are no further apart
WRAPPED = 1.4  # of the type size: lines of one cell are no further apart
LOOSER = 1.25  # of the smallest distance of lines: what is further apart is another row
NARROWEST = 4.0  # points between the words of two columns; the space between two words is less
FURTHEST = 2.5  # of the type size: white space above a line beyond which it stands below the table
SOLID = 0.8  # of the type size: baselines nearer than this are of one line (a tick beside its words)
RAISED = 0.5  # of the type size: words that follow and stand so much higher begin another column
FEWEST_ROWS = 2
FURTHER = 1.5  # of the widest space between the lines above: the last line stands below the table
_FOOT = 2  # lines
_LABEL = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]")


@dataclass(frozen=True, slots=True)
class Band:
    """Words at one height: from where to where they reach down the page, in points."""

    tokens: list[Token]
    top: float
    bottom: float

    @property
    def size(self) -> float:
        """The size of its type in points."""
        return max(self.tokens[0].style.size, 1.0)

    @property
    def middle(self) -> float:
        """The height of the middle of its first word."""
        return self.tokens[0].middle[1]


def underlined_tables(
    pieces: Sequence[Rule], vertical: Sequence[Rule], tokens: Sequence[Token]
) -> tuple[list[Rule], list[Rule]]:
    """The borders and the walls that such tables would have.

    Args:
        pieces: the horizontal lines of a page as they are drawn.
        vertical: its vertical lines; a table that has any is ruled.
        tokens: its words.
    """
    borders: list[Rule] = []
    walls: list[Rule] = []
    bands = bands_of([token for token in tokens if token.style.angle == 0])
    for columns in _headers(pieces, tokens):
        at, left, right = columns[0].at, columns[0].start, columns[-1].end
        inner = [(one.end + other.start) / 2 for one, other in itertools.pairwise(columns)]
        head = _head(bands, at, inner)
        body = _body(bands, at, inner)
        if not head or len(body) < FEWEST_ROWS:
            continue
        reach = [token for band in (*head, *body) for token in band.tokens]
        if any(token.x1 < left for token in reach):  # a first column without a header
            inner = [left - 1.0, *inner]
        left, right = min(left, *(token.x0 for token in reach)) - 1.0, max(right, *(token.x1 for token in reach)) + 1.0
        top, bottom = head[0].top - 1.0, body[-1].bottom + 1.0
        if any(rule.start < bottom and top < rule.end and left <= rule.at <= right for rule in vertical):
            continue
        starts = _rows(body, inner)
        if mixes(tokens, body, starts, inner):
            continue
        heights = [top, at, *((body[i - 1].bottom + body[i].top) / 2 for i in starts[1:]), bottom]
        borders += [Rule(height, left, right) for height in heights]
        walls += [Rule(x, top, bottom) for x in (left, *inner, right)]
    return borders, walls


def _headers(pieces: Sequence[Rule], tokens: Sequence[Token]) -> Iterator[list[Rule]]:
    """The underlines of each header, from the left: words stand on each of them."""
    for _, group in itertools.groupby(
        sorted(set(pieces), key=lambda r: (round(r.at / SAME), r.start)), lambda r: round(r.at / SAME)
    ):
        columns: list[Rule] = []
        for rule in group:
            if columns and rule.start <= columns[-1].end:
                columns[-1] = Rule(columns[-1].at, columns[-1].start, max(columns[-1].end, rule.end))
            else:
                columns.append(rule)
        if len(columns) < FEWEST_COLUMNS or any(b.start - a.end < APART for a, b in itertools.pairwise(columns)):
            continue
        if all(any(_stands_on(token, column) for token in tokens) for column in columns):
            yield columns


def _stands_on(token: Token, column: Rule) -> bool:
    return (
        column.at - ABOVE <= token.y1 <= column.at + SAME
        and column.start - SAME <= token.middle[0] <= column.end + SAME
    )


def bands_of(tokens: Sequence[Token]) -> list[Band]:
    """The words of a page by their heights, from the top; words whose baselines differ by less than a third of their size share a band."""
    bands: list[Band] = []
    for token in sorted(tokens, key=lambda t: (t.baseline, t.x0)):
        last = bands[-1] if bands else None
        if last is not None and token.baseline - last.tokens[0].baseline <= last.size / 3:
            bands[-1] = Band([*last.tokens, token], min(last.top, token.y0), max(last.bottom, token.y1))
        else:
            bands.append(Band([token], token.y0, token.y1))
    return [Band(sorted(band.tokens, key=lambda t: t.x0), band.top, band.bottom) for band in bands]


def _head(bands: Sequence[Band], at: float, walls: Sequence[float]) -> list[Band]:
    """The lines of the header above its underlines, from the top."""
    head: list[Band] = []
    for band in reversed([band for band in bands if band.bottom <= at + SAME]):
        below = head[-1].tokens[0].baseline if head else at
        if below - band.tokens[0].baseline > HEADER_PITCH * band.size or not _keeps_columns(band, walls):
            break
        head.append(band)
    return head[::-1]


def _body(bands: Sequence[Band], at: float, walls: Sequence[float]) -> list[Band]:
    """The lines below the underlines as far as they keep to the columns."""
    body: list[Band] = []
    above = at
    for band in (band for band in bands if band.tokens[0].baseline > at + SAME):
        if band.top - above > FURTHEST * band.size or not _keeps_columns(band, walls):
            break
        body.append(band)
        above = band.bottom
    return _without_foot(body)


def _without_foot(body: list[Band]) -> list[Band]:
    """The lines without a page's foot below them, which stands off more than they stand off each other."""
    spaces = [below.top - above.bottom for above, below in itertools.pairwise(body)]
    for at in range(max(1, len(spaces) - _FOOT), len(spaces)):
        if spaces[at] > FURTHER * max(*spaces[:at], body[at].size):
            return body[: at + 1]
    return body


def _keeps_columns(band: Band, walls: Sequence[float]) -> bool:
    """Whether no word of a band crosses a wall, and the words on its two sides lie apart."""
    for wall in walls:
        if any(token.x0 < wall - 1.0 and wall + 1.0 < token.x1 for token in band.tokens):
            return False
    for before, after in itertools.pairwise(band.tokens):
        if any(before.middle[0] < wall < after.middle[0] for wall in walls) and after.x0 - before.x1 < NARROWEST:
            return False
    return True


def _rows(body: Sequence[Band], walls: Sequence[float]) -> list[int]:
    """The indexes of the lines at which rows begin: further apart than the lines of a cell, whole a second time, or with a second number or
    letter in a column.
    """
    pitches = [below.tokens[0].baseline - above.tokens[0].baseline for above, below in itertools.pairwise(body)]
    tight = min((pitch for pitch, band in zip(pitches, body, strict=False) if pitch >= SOLID * band.size), default=0.0)
    starts = [0]
    whole, labels = _is_whole(body[0], walls), _labels(body[0], walls)
    for i, pitch in enumerate(pitches, 1):
        band = body[i]
        apart = pitch > LOOSER * tight or pitch > WRAPPED * band.size
        if apart or (whole and _is_whole(band, walls)) or labels & _labels(band, walls):
            starts.append(i)
            whole, labels = False, set()
        whole, labels = whole or _is_whole(band, walls), labels | _labels(band, walls)
    return starts


def _labels(band: Band, walls: Sequence[float]) -> set[int]:
    """The columns in which a line has nothing but the number or letter of an item."""
    columns: dict[int, list[str]] = {}
    for token in band.tokens:
        columns.setdefault(bisect_right(walls, token.middle[0]), []).append(token.text)
    return {at for at, words in columns.items() if len(words) == 1 and _LABEL.fullmatch(words[0])}


def mixes(tokens: Sequence[Token], body: Sequence[Band], starts: Sequence[int], walls: Sequence[float]) -> bool:
    """Whether a cell would hold two columns, whose header is one: its words, in the order of the file, go back up."""
    rows = {id(token): bisect_right(starts, i) for i, band in enumerate(body) for token in band.tokens}
    last: dict[tuple[int, int], Token] = {}
    for token in tokens:
        if (row := rows.get(id(token))) is not None:
            cell = (row, bisect_right(walls, token.middle[0]))
            before = last.get(cell)
            if before is not None and before.baseline - token.baseline > RAISED * max(token.style.size, 1.0):
                return True
            last[cell] = token
    return False


def _is_whole(band: Band, walls: Sequence[float]) -> bool:
    """Whether a line has words in the first and in the last column."""
    return band.tokens[0].middle[0] < walls[0] and band.tokens[-1].middle[0] > walls[-1]
