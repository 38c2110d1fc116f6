"""Tables of a plain text that are laid out with spaces: found as on a page that a typewriter set, by the code that reads those."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.read.glyphs import Style
from ingest.read.page import Piece, pieces_of
from ingest.read.rules import Rules
from ingest.read.tokens import Token
from ingest.table_header import header_rows

WIDE, HIGH = 6.0, 12.0  # points: a letter of a typewriter, and a line
LONGEST = 200  # characters of a line that somebody laid out
PROSE = 50  # characters: a line as long as this without a wide space is prose
FEWEST = 3  # rows
COLUMNS = 3  # in rows of two cells a title and its page, or two signatures, stand as well
_GAP = re.compile(r"\S {3,}\S")
_RULE = re.compile(r"[\s\-=_+|*~.]*")  # a line drawn with dashes
_SUM = re.compile(
    r"(?:[€$£]|EUR|USD|GBP|CHF)\s?\d[\d.,  ]*\S{0,3}|\d[\d.,  ]*\s?(?:[€$£%]|EUR|USD|GBP|CHF)(?:\s\S+){0,3}"
)
_LABEL = re.compile(r"[(\[]?\w{1,4}[.)\]]|\d+(?:\.\d+)+\.?|\W|[oþ]")  # of an item of a list
_DRAWN = re.compile(r"[-=_*+|]{3,}")
_STYLE = Style(10.0, False, 0)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A table: its first line, the one after its last, and its rows with tabs between their cells."""

    start: int
    stop: int
    rows: tuple[str, ...]


def laid_out(lines: Sequence[str]) -> Iterator[LaidOut]:
    """The tables of a page in order.

    Args:
        lines: as they stand in the file.
    """
    for chunk in _chunks(lines):
        if sum(_GAP.search(lines[i]) is not None for i in chunk) >= FEWEST:
            yield from _tables([(i, lines[i]) for i in chunk])


def _chunks(lines: Sequence[str]) -> Iterator[range]:
    """Runs of lines without prose."""
    start = 0
    for i, line in enumerate([*lines, "." * (LONGEST + 1)]):
        text = line.strip()
        if len(text) > LONGEST or (len(text) > PROSE and not _GAP.search(text) and not _RULE.fullmatch(text)):
            if i - start >= FEWEST:
                yield range(start, i)
            start = i + 1


def _tables(lines: Sequence[tuple[int, str]]) -> Iterator[LaidOut]:
    kept = [(i, line) for i, line in lines if not line.strip() or not _RULE.fullmatch(line)]
    numbers = [i for i, _ in kept]
    tokens = [token for at, (_, line) in enumerate(kept) for token in _tokens(at, line)]
    pieces = pieces_of(tokens, Rules((), (), has_image=False))
    for table, run in itertools.groupby(pieces, lambda piece: piece.table):
        found = list(run)
        if table and _is_table(found):
            at = [round(token.baseline / HIGH) for piece in found for cell in piece.cells for token in cell]
            yield LaidOut(numbers[min(at)], numbers[max(at)] + 1, tuple(map(_row, found)))


def _tokens(number: int, line: str) -> Iterator[Token]:
    baseline = HIGH * number
    for match in re.finditer(r"\S+", line.expandtabs()):
        x0, x1 = WIDE * match.start(), WIDE * match.end()
        yield Token(match[0], x0, baseline - 8.0, x1, baseline + 2.0, x0, x1, baseline, _STYLE)


def _row(piece: Piece) -> str:
    return "\t".join(" ".join(token.text for token in cell) for cell in piece.cells).rstrip("\t")


def _is_table(rows: Sequence[Piece]) -> bool:
    """Whether rows stand under a header of enough columns, or give a name and a sum each.

    Without either they may be items of a list whose lines were put side by side.
    """
    words = [_row(row).split("\t") for row in rows]
    if (
        len(rows) < FEWEST
        or any(len(set(row)) == 1 for row in words)
        or any(_LABEL.fullmatch(words[0][0]) or _DRAWN.search(c) for row in words for c in row)
    ):
        return False
    if sum(len(row) == 2 and _SUM.fullmatch(row[1]) is not None for row in words) >= max(2, len(rows) - 1):
        return True
    header = sum(map(bool, words[0]))
    wide = sum(len(row) >= COLUMNS for row in words)
    again = any(c and row[at : at + 1] == [c] for row in words[1:] for at, c in enumerate(words[0]))
    return header >= COLUMNS and wide * 2 > len(rows) and not again and header_rows(words) > 0
