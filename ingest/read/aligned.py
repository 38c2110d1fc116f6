"""Tables that nothing draws and whose cells wrap: white columns that run down between the words, and white lines between the rows.

Where the rows stand as close as the lines of a cell, each begins with a line that has words in the first and in the last column, and
no other line has words in the first. Wherever a row could be two, or two rows one, no table is made and each line stays one.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ingest.read.gutters import gutters_of
from ingest.read.rules import Rule, Shade
from ingest.read.tokens import Token
from ingest.read.underlined import LOOSER, SOLID, Band, bands_of, mixes

CELL_GAP = 2.2  # mean widths of a character, as in ingest.read.columns
WIDEST = 0.6  # of the width of the writing: a longer run of words is prose, or a heading of the whole page
FURTHEST = 4.0  # type sizes from one line to the next
FEWEST_COLUMNS = 3  # in two a letter and its clause, or a term and what it means, stand as well
FEWEST_ROWS = 3
MOST_LINES = 400  # of a page; more are a drawing
_BULLETS = frozenset("-–—•·*o")

_Segment = tuple[float, float]


def aligned_tables(
    vertical: Sequence[Rule], tokens: Sequence[Token], shades: Sequence[Shade] = ()
) -> tuple[list[Rule], list[Rule]]:
    """The borders and the walls that such tables would have.

    Args:
        vertical: the vertical lines of a page, drawn or found; a table that has any is ruled.
        tokens: its words.
        shades: its coloured rectangles; where they tell rows apart, they tell all there is to be told.
    """
    borders: list[Rule] = []
    walls: list[Rule] = []
    bands = bands_of([token for token in tokens if token.style.angle == 0])
    if not bands or len(bands) > MOST_LINES:
        return borders, walls
    for lines in map(_without_foot, _regions(bands)):
        inner = _columns(lines)
        lines = _without_heading(lines, inner)
        starts = _rows(lines, inner) if len(inner) + 1 >= FEWEST_COLUMNS else []
        while (
            len(starts) > FEWEST_ROWS and len(_filled(lines[starts[-1] :], inner)) == 1
        ):  # what stands below the table
            lines, starts = lines[: starts[-1]], starts[:-1]
        if not starts or mixes(tokens, lines, starts, inner):
            continue
        reach = [token for band in lines for token in band.tokens]
        left, right = min(t.x0 for t in reach) - 1.0, max(t.x1 for t in reach) + 1.0
        top, bottom = lines[0].top - 1.0, lines[-1].bottom + 1.0
        if any(rule.start < bottom and top < rule.end and left <= rule.at <= right for rule in vertical):
            continue
        if len({round(shade.y0) for shade in shades if shade.y0 < bottom and top < shade.y1}) > 1:
            continue
        heights = [top, *((lines[i - 1].bottom + lines[i].top) / 2 for i in starts[1:]), bottom]
        borders += [Rule(height, left, right) for height in heights]
        walls += [Rule(x, top, bottom) for x in (left, *inner, right)]
    return borders, walls


def _regions(bands: Sequence[Band]) -> Iterator[list[Band]]:
    """Runs of lines without prose, from the first that has several cells to the last that keeps to the columns."""
    tokens = [token for band in bands for token in band.tokens]
    width = max(t.x1 for t in tokens) - min(t.x0 for t in tokens)
    run: list[Band] = []
    for band in (*bands, None):
        if band is not None and _is_open(band, width) and (not run or _near(run[-1], band)):
            run.append(band)
            continue
        while run:
            taken, run = _kept(run)
            if taken:
                yield taken
        if band is not None and _is_open(band, width):
            run = [band]


def _is_open(band: Band, width: float) -> bool:
    """Whether a line has no long run of words, and no line drawn with dashes."""
    if not any(any(map(str.isalnum, token.text)) for token in band.tokens):
        return len(band.tokens) == 1 and band.tokens[0].text in _BULLETS
    return all(x1 - x0 <= WIDEST * width for x0, x1 in _segments(band))


def _near(above: Band, below: Band) -> bool:
    return below.tokens[0].baseline - above.tokens[0].baseline <= FURTHEST * max(above.size, below.size)


def _segments(band: Band) -> list[_Segment]:
    """From where to where the runs of words of a line reach, wide gaps between them."""
    gap = _gap([band])
    found: list[_Segment] = []
    for token in band.tokens:
        if found and token.x0 - found[-1][1] <= gap:
            found[-1] = (found[-1][0], max(found[-1][1], token.x1))
        else:
            found.append((token.x0, token.x1))
    return found


def _gap(bands: Sequence[Band]) -> float:
    """The narrowest space between two cells."""
    tokens = [token for band in bands for token in band.tokens]
    return CELL_GAP * sum(t.x1 - t.x0 for t in tokens) / sum(len(t.text) for t in tokens)


def _kept(run: Sequence[Band]) -> tuple[list[Band], list[Band]]:
    """The lines of a run, from its first of several cells, that leave its columns white, and the rest of the run."""
    first = next((i for i, band in enumerate(run) if len(_segments(band)) >= FEWEST_COLUMNS), None)
    if first is None:
        return [], []
    white = list(itertools.pairwise(_segments(run[first])))
    spaces = [(left[1], right[0]) for left, right in white]
    end = first
    while end < len(run):
        narrowed = _narrowed(spaces, run[end])
        if narrowed is None:
            break
        spaces, end = narrowed, end + 1
    return list(run[first:end]), list(run[end:])


def _without_foot(lines: list[Band]) -> list[Band]:
    """The lines without a page's number below them: a last line that stands where no other line has words."""
    reach = [segment for band in lines[:-1] for segment in _segments(band)]
    while len(lines) > 1 and len(alone := _segments(lines[-1])) == 1:
        if any(x0 < alone[0][1] and alone[0][0] < x1 for x0, x1 in reach):
            break
        lines = lines[:-1]
        reach = [segment for band in lines[:-1] for segment in _segments(band)]
    return lines


def _without_heading(lines: list[Band], inner: Sequence[float]) -> list[Band]:
    """The lines without the heading of what follows: last lines in the first column alone that stand off what is above them."""
    pitches = [below.tokens[0].baseline - above.tokens[0].baseline for above, below in itertools.pairwise(lines)]
    while pitches and _filled(lines[-1:], inner) == {0} and pitches[-1] > LOOSER * min(pitches):
        lines, pitches = lines[:-1], pitches[:-1]
    return lines


def _narrowed(spaces: Sequence[_Segment], band: Band) -> list[_Segment] | None:
    """What a line leaves white of the spaces between columns; None where its words stand in the whole of one."""
    gap = _gap([band])
    left: list[_Segment] = []
    for start, end in spaces:
        inside = [(t.x0, t.x1) for t in band.tokens if t.x0 < end and start < t.x1]
        edges = [start, *itertools.chain.from_iterable(inside), end]
        widest = max(zip(edges[::2], edges[1::2], strict=True), key=lambda e: e[1] - e[0])
        if widest[1] - widest[0] < gap:
            return None
        left.append(widest)
    return left


def _columns(lines: Sequence[Band]) -> list[float]:
    """The walls between the columns; a column of bullets belongs to the one to its right."""
    if not lines:
        return []
    gap = _gap(lines)
    tokens = [token for band in lines for token in band.tokens]
    inner = [(left + right) / 2 for left, right in gutters_of(tokens) if right - left >= gap]
    for wall in list(inner):
        before = max((other for other in inner if other < wall), default=float("-inf"))
        within = [t.text for t in tokens if before < t.middle[0] < wall]
        if all(text in _BULLETS for text in within):
            inner.remove(wall)
    return inner


def _rows(lines: Sequence[Band], inner: Sequence[float]) -> list[int]:
    """The indexes of the lines at which rows begin; none where that is in doubt, and where no cell wraps."""
    filled = [_filled([band], inner) for band in lines]
    pitches = [below.tokens[0].baseline - above.tokens[0].baseline for above, below in itertools.pairwise(lines)]
    tight = min((p for p, band in zip(pitches, lines, strict=False) if p >= SOLID * band.size), default=0.0)
    last = len(inner)
    whole = [{0, last} <= columns for columns in filled]
    starts = [0, *(i for i, pitch in enumerate(pitches, 1) if pitch > LOOSER * tight)]
    if len(starts) < FEWEST_ROWS:
        starts = [i for i, columns in enumerate(filled) if 0 in columns]
        if starts[:1] != [0] or not all(whole[i] for i in starts):
            return []
    rows = [range(a, b) for a, b in itertools.pairwise([*starts, len(lines)])]
    if len(rows) < FEWEST_ROWS or all(len(row) == 1 for row in rows[1:]):
        return []
    if any(sum(whole[i] for i in row) > 1 for row in rows[1:]) or not _heads(lines, rows, whole):
        return []
    named_lower = any(0 not in filled[row[0]] and any(0 in filled[i] for i in row) for row in rows[1:])
    if named_lower and len(rows[0]) > 1:  # the last lines of the header may be the first of a row, above its name
        return []
    named = [row for row in rows if any(0 in filled[i] for i in row)]
    if not _are_names([_first_cell(lines, row, inner) for row in named]):
        return []
    full = [row for row in named if {0, last} <= set[int]().union(*(filled[i] for i in row))]
    return starts if len(full) >= FEWEST_ROWS and len(named) * 2 > len(rows) else []


def _filled(lines: Sequence[Band], inner: Sequence[float]) -> set[int]:
    """The columns in which lines have words."""
    return {bisect_right(inner, t.middle[0]) for band in lines for t in band.tokens}


def _first_cell(lines: Sequence[Band], row: range, inner: Sequence[float]) -> str:
    return " ".join(t.text for i in row for t in lines[i].tokens if t.middle[0] < inner[0])


def _are_names(cells: Sequence[str]) -> bool:
    """Whether first cells name rows: none goes on in the sentence of the one above, and few are fields of a form or a signature."""
    fields = sum(cell.endswith(":") for cell in cells)
    return not any(cell[:1].islower() for cell in cells) and fields * 2 < len(cells)


def _heads(lines: Sequence[Band], rows: Sequence[range], whole: Sequence[bool]) -> bool:
    """Whether the first row is one: a header of several whole lines has no figures, and what stands below it has."""
    if sum(whole[i] for i in rows[0]) <= 1:
        return True
    figures = [any(map(str.isdigit, t.text)) for i in rows[0] for t in lines[i].tokens]
    below = [any(map(str.isdigit, "".join(t.text for i in row for t in lines[i].tokens))) for row in rows[1:]]
    return not any(figures) and all(below)
