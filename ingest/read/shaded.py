"""Tables whose rows are told by shading alone: every other row, or each with white between them.

The filings of stock exchanges set their tables so. Without the shades the lines of a wrapped cell would be rows of their own. A white
strip between two shades is one row; the header stands above the first, in bold or underlined; a last white row may stand below.
"""

from __future__ import annotations

import itertools
from bisect import bisect
from collections.abc import Iterator, Sequence

from ingest.read.gutters import gutters_of, parts_rows
from ingest.read.rules import Rule, Shade
from ingest.read.tokens import Token
from ingest.read.underlined import HEADER_PITCH, Band, bands_of, mixes

SAME = 2.0  # points: edges this near to each other are of one row
APART = 3.5  # points of white between two shaded cells of a row
LOWEST, HIGHEST = 6.0, 200.0  # points: how high a shaded row may be
FEWEST_ROWS = 3  # with words
FURTHEST = 40.0  # points between a header and the first row
HEAVY = 0.8  # of the letters of a header without an underline that are bold
WHITE = 2.0  # of the height of a shaded row: a higher white strip holds more than a row
MOST_SHADES = 2_000  # on a page; more are a drawing

_Layout = tuple[list[float], list[float]]  # the edges of the rows, the walls between the columns


def shaded_tables(
    shades: Sequence[Shade], horizontal: Sequence[Rule], vertical: Sequence[Rule], tokens: Sequence[Token]
) -> tuple[list[Rule], list[Rule]]:
    """The borders and the walls that such tables would have.

    Args:
        shades: the coloured rectangles of a page.
        horizontal: its lines across, which underline a header.
        vertical: its lines down; a table that has any is ruled.
        tokens: its words.
    """
    borders: list[Rule] = []
    walls: list[Rule] = []
    if len(shades) > MOST_SHADES:
        return borders, walls
    words = [token for token in tokens if token.style.angle == 0]
    lines = bands_of(words) if shades else []
    for rows in _stacks(_rows(shades)):
        left, right = rows[0].x0, rows[0].x1
        if any(v.start < rows[-1].y1 and rows[0].y0 < v.end and left - SAME <= v.at <= right + SAME for v in vertical):
            continue
        inside = [t for t in words if left <= t.middle[0] <= right]
        layout = _layout(rows, inside, lines, horizontal, tokens)
        if layout is not None:
            heights, inner = layout
            borders += [Rule(y, left, right) for y in heights]
            walls += [Rule(x, heights[0], heights[-1]) for x in (left, *inner, right)]
    return borders, walls


def _layout(
    rows: Sequence[Shade],
    inside: Sequence[Token],
    lines: Sequence[Band],
    horizontal: Sequence[Rule],
    tokens: Sequence[Token],
) -> _Layout | None:
    """The layout of a table with its header and its last white row; None where its columns or its header are in doubt."""
    left, right = rows[0].x0, rows[0].x1
    edges, inner = _whole(rows, inside) or _columns(rows, inside)
    if not inner:
        return None
    across = [line for line in lines if any(left <= t.middle[0] <= right for t in line.tokens)]
    body = [line for line in across if edges[0] < line.middle <= edges[-1]]
    head = _head(across, edges[0], [h for h in horizontal if left - SAME <= h.start and h.end <= right + SAME])
    foot = _foot(across, edges[-1], max(b - a for a, b in itertools.pairwise(edges)))
    (head, foot), inner = _fitting(head, body, foot, inner)
    first = "".join(t.text for line in body if line.middle <= edges[1] for t in line.tokens)
    if not head and not any(map(str.isdigit, first)):
        return None  # a first row of words alone would be taken for the header
    of = [bisect(edges, line.middle) for line in body]
    if mixes(tokens, body, [i for i, row in enumerate(of) if i == 0 or row != of[i - 1]], inner):
        return None
    above = [head[0].top - 1.0] if head else []
    below = [foot[-1].bottom + 1.0] if foot else []
    return [*above, *edges, *below], inner


def _whole(rows: Sequence[Shade], inside: Sequence[Token]) -> _Layout | None:
    """The layout where shades that touch are lines of one row, of which one alone has words in the first column."""
    joined: list[list[Shade]] = []
    for row in rows:
        if joined and row.y0 - joined[-1][-1].y1 <= SAME:
            joined[-1].append(row)
        else:
            joined.append([row])
    if len(joined) == len(rows):
        return None
    edges, inner = _columns([group[0]._replace(y1=group[-1].y1) for group in joined], inside)
    for group in joined if inner else ():
        if sum(_is_named([t for t in inside if row.y0 < t.middle[1] <= row.y1], inner) for row in group) > 1:
            return None
    return (edges, inner) if inner else None


def _columns(rows: Sequence[Shade], inside: Sequence[Token]) -> _Layout:
    """The edges of the rows, white strips with words among them, and the walls between their columns.

    There are no walls where a row has no words in its first column, as it may belong to the row above or to the one below; at the top
    and at the bottom of the table such rows are left out.
    """
    edges = [rows[0].y0]
    for y in itertools.chain.from_iterable((row.y0, row.y1) for row in rows):
        if y - edges[-1] > SAME:
            edges.append(y)
    bands = [[t for t in inside if top < t.middle[1] <= bottom] for top, bottom in itertools.pairwise(edges)]
    filled = [band for band in bands if band]
    middles = [(left + right) / 2 for left, right in gutters_of([t for band in filled for t in band])]
    inner = [x for x in middles if parts_rows(filled, x)]
    if not inner:
        return edges, []
    while bands and not _is_named(bands[-1], inner):
        bands, edges = bands[:-1], edges[:-1]
    while bands and not _is_named(bands[0], inner):
        bands, edges = bands[1:], edges[1:]
    filled = [band for band in bands if band]
    return edges, inner if len(filled) >= FEWEST_ROWS and all(_is_named(band, inner) for band in filled) else []


def _rows(shades: Sequence[Shade]) -> list[Shade]:
    """The shaded rows, each in one piece: cells of one height that touch."""
    rows: list[Shade] = []
    high = (shade for shade in shades if LOWEST <= shade.y1 - shade.y0 <= HIGHEST)
    for shade in sorted(high, key=lambda s: (round(s.y0 / SAME), s.x0)):
        last = rows[-1] if rows else None
        if last and abs(last.y0 - shade.y0) <= SAME and abs(last.y1 - shade.y1) <= SAME and shade.x0 - last.x1 <= APART:
            rows[-1] = last._replace(x1=max(last.x1, shade.x1))
        else:
            rows.append(shade)
    return rows


def _stacks(rows: Sequence[Shade]) -> Iterator[list[Shade]]:
    """Shaded rows of one extent below each other, no further apart than a row between them may be high."""
    stacks: list[list[Shade]] = []
    for row in sorted(rows, key=lambda r: r.y0):
        for stack in stacks:
            last = stack[-1]
            if (
                -SAME <= row.y0 - last.y1 <= WHITE * max(row.y1 - row.y0, last.y1 - last.y0)
                and abs(row.x0 - last.x0) <= APART
                and abs(row.x1 - last.x1) <= APART
            ):
                stack.append(row)
                break
        else:
            stacks.append([row])
    return (stack for stack in stacks if len(stack) > 1)


def _is_named(band: Sequence[Token], walls: Sequence[float]) -> bool:
    """Whether a row has words in its first column."""
    return any(token.middle[0] < walls[0] for token in band)


def _fitting(
    head: list[Band], body: list[Band], foot: list[Band], inner: list[float]
) -> tuple[tuple[list[Band], list[Band]], list[float]]:
    """The header and the last row, if they keep to the columns, and the walls between which they all stand."""
    rows = [token for line in body for token in line.tokens]
    white = [(a, b) for a, b in gutters_of(rows) if any(a <= x <= b for x in inner)]
    for parts in ((head, foot), (head, []), ([], foot)):
        if all(not part or _is_full(part, inner) for part in parts):
            tokens = [token for line in (*parts[0], *body, *parts[1]) for token in line.tokens]
            narrower = gutters_of(tokens)
            walls = [(left + right) / 2 for left, right in narrower if any(a <= left and right <= b for a, b in white)]
            if len(walls) == len(inner):
                return parts, walls
    return ([], []), inner


def _is_full(lines: Sequence[Band], walls: Sequence[float]) -> bool:
    """Whether the lines have words in the first and in the last column."""
    tokens = [token for line in lines for token in line.tokens]
    return any(t.middle[0] < walls[0] for t in tokens) and any(t.middle[0] > walls[-1] for t in tokens)


def _head(lines: Sequence[Band], top: float, underlines: Sequence[Rule]) -> list[Band]:
    """The lines of a header in bold or underlined above the first row."""
    head: list[Band] = []
    for line in reversed([line for line in lines if line.bottom <= top + SAME]):
        below = head[0].tokens[0].baseline if head else None
        far = (
            top - line.bottom > FURTHEST
            if below is None
            else below - line.tokens[0].baseline > HEADER_PITCH * line.size
        )
        letters = sum(len(t.text) for t in line.tokens)
        bold = sum(len(t.text) for t in line.tokens if t.style.bold) >= HEAVY * letters
        if far or not (bold or any(line.bottom - SAME <= rule.at <= top + SAME for rule in underlines)):
            break
        head.insert(0, line)
    return head


def _foot(lines: Sequence[Band], bottom: float, highest: float) -> list[Band]:
    """The lines of a last white row below the shades; none where more lines follow it than the other rows are high."""
    foot: list[Band] = []
    for line in (line for line in lines if line.middle > bottom):
        above = foot[-1].tokens[0].baseline if foot else bottom
        if line.tokens[0].baseline - above > HEADER_PITCH * line.size:
            break
        if line.bottom > bottom + highest + SAME:
            return []
        foot.append(line)
    return foot
