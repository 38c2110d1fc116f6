"""The words of a PDF page -> its physical lines."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from ingest.read.tokens import Token
from ingest.reading import Line, PlacedWord

# In type sizes: how far a word may stand off its line's baseline (superscripts), and lap over the word before it.
BASELINE_SLACK = 0.45
OVERLAP = 0.3
# In usual line distances: from here on the space above a line is a paragraph's.
GAP = 1.3
USUAL_DISTANCES = (0.9, 2.6)  # in type sizes: from solid setting to double spacing
DEFAULT_DISTANCE = 1.2
BOLD_SHARE = 0.8

Row = list[Token]


def rows_of(tokens: Iterable[Token]) -> list[Row]:
    """Words in content order, cut where the baseline changes or the writing jumps back."""
    rows: list[Row] = []
    for token in tokens:
        if rows and _continues(rows[-1], token):
            rows[-1].append(token)
        else:
            rows.append([token])
    return rows


def _continues(row: Row, token: Token) -> bool:
    last = row[-1]
    if last.style.angle != token.style.angle:
        return False
    size = max(last.style.size, token.style.size, 1.0)
    if token.start < last.end - OVERLAP * size:
        return False
    return min(abs(token.baseline - last.baseline), abs(token.baseline - row[0].baseline)) <= BASELINE_SLACK * size


def line_of(
    cells: Sequence[Row], page: int, table: bool = False, gap: bool = False, torn: Collection[int] = ()
) -> Line:
    """One line out of the words of its cells; cells are separated by tabs, words by a space.

    A leading empty cell keeps its tab, so that columns can be told; trailing ones are dropped.
    ``torn`` are the identities of words that follow the one before them without a space.
    """
    words: list[PlacedWord] = []
    parts: list[str] = []
    position = 0
    for i, cell in enumerate(cells):
        position += 1 if i else 0
        text = ""
        for j, token in enumerate(cell):
            space = " " if j and id(token) not in torn else ""
            position += len(space)
            text += space + token.text
            end = position + len(token.text)
            words.append(PlacedWord(position, end, token.x0, token.y0, token.x1, token.y1))
            position = end
        parts.append(text)
    tokens = [token for cell in cells for token in cell]
    return Line(
        text="\t".join(parts).rstrip("\t"),
        page=page,
        words=tuple(words),
        x0=min(t.x0 for t in tokens),
        y0=min(t.y0 for t in tokens),
        x1=max(t.x1 for t in tokens),
        y1=max(t.y1 for t in tokens),
        size=_size(tokens),
        bold=_bold(tokens),
        gap=gap,
        table=table,
    )


def _size(tokens: Sequence[Token]) -> float:
    """The size in which most of the characters are set."""
    sizes: dict[float, int] = {}
    for token in tokens:
        sizes[token.style.size] = sizes.get(token.style.size, 0) + len(token.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _bold(tokens: Sequence[Token]) -> bool:
    letters = sum(len(t.text) for t in tokens)
    return sum(len(t.text) for t in tokens if t.style.bold) >= BOLD_SHARE * letters


def usual_distance(rows: Sequence[Row]) -> float:
    """The commonest distance from one line to the next in type sizes, `DEFAULT_DISTANCE` where there is none."""
    seen: Counter[float] = Counter()
    for above, below in itertools.pairwise(rows):
        distance = distance_between(above, below)
        if USUAL_DISTANCES[0] <= distance <= USUAL_DISTANCES[1]:
            seen[round(distance, 1)] += 1
    if not seen:
        return DEFAULT_DISTANCE
    # of equally common ones the smallest: single-line paragraphs must not pass for the line distance
    return min(seen, key=lambda distance: (-seen[distance], distance))


def distance_between(above: Row, below: Row) -> float:
    """From baseline to baseline, in sizes of the smaller first word; negative when the second line stands higher."""
    size = max(min(above[0].style.size, below[0].style.size), 1.0)
    return (below[0].baseline - above[0].baseline) / size


def has_gap(above: Row | None, below: Row, usual: float) -> bool:
    """Whether more than the usual line distance parts a line from the one before it; a jump upwards does."""
    if above is None:
        return False
    if above[0].style.angle != below[0].style.angle:
        return True
    distance = distance_between(above, below)
    return distance > GAP * usual or distance < -BASELINE_SLACK
