"""Pages that are set in two columns: rows of words that run across both are parted, the left column first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

WHITE = 8.0  # points: the narrowest space between two columns
MIDDLE = (0.3, 0.7)  # of the width of the writing: where columns may meet
STEP = 2.0  # points
FEWEST_ROWS = 8  # that both columns share; fewer are signatures beside each other, or a short table
FEWEST_WORDS = 3.5  # a row of a column on average; the cells of a table have fewer

Extent = tuple[float, float]
"""From where to where a word runs across the page, in points."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class _Split:
    """How a row lies to a place across the page: how many words stand to its left; None when one stands across it."""

    left: int | None
    count: int


def in_reading_order(rows: Sequence[Sequence[tuple[Extent, Item]]]) -> list[list[Item]]:
    """The rows of a page from the top, those of two columns as rows of the left one and then rows of the right one.

    Args:
        rows: words from the left, each with its extent.
    """
    plain = [[item for _, item in row] for row in rows]
    place = _meeting([[extent for extent, _ in row] for row in rows])
    if place is None:
        return plain
    splits = [_split([extent for extent, _ in row], place) for row in rows]
    ordered: list[list[Item]] = []
    start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and splits[end].left is not None:
            end += 1
        if _are_columns(splits[start:end]):
            ordered += [
                row[: split.left] for row, split in zip(plain[start:end], splits[start:end], strict=True) if split.left
            ]
            ordered += [row[split.left :] for row, split in zip(plain[start:end], splits[start:end], strict=True)]
        else:
            ordered += plain[start:end]
        ordered += plain[end : end + 1]
        start = end + 1
    return [row for row in ordered if row]


def _meeting(rows: Sequence[Sequence[Extent]]) -> float | None:
    """Where most rows have a white space, if half of them have it at one place."""
    extents = [extent for row in rows for extent in row]
    if not extents:
        return None
    low, high = min(x0 for x0, _ in extents), max(x1 for _, x1 in extents)
    places = [low + share * (high - low) for share in MIDDLE]
    tried = [places[0] + STEP * i for i in range(int((places[1] - places[0]) / STEP) + 1)]
    votes = {place: sum(_has_white(row, place) for row in rows) for place in tried}
    best = max(votes.values(), default=0)
    if best < max(FEWEST_ROWS, len(rows) / 2):
        return None
    agreed = [place for place, count in votes.items() if count == best]
    return agreed[len(agreed) // 2]


def _has_white(row: Sequence[Extent], place: float) -> bool:
    split = _split(row, place)
    return split.left is not None and 0 < split.left < split.count


def _split(row: Sequence[Extent], place: float) -> _Split:
    left = sum(x1 <= place for _, x1 in row)
    right = sum(x0 >= place for x0, _ in row)
    if left + right < len(row):
        return _Split(None, len(row))
    narrow = 0 < left < len(row) and row[left][0] - row[left - 1][1] < WHITE
    return _Split(None if narrow else left, len(row))


def _are_columns(splits: Sequence[_Split]) -> bool:
    """Whether rows are running text on both sides: enough of them, and enough words in each."""
    left = [split.left for split in splits if split.left]
    right = [split.count - split.left for split in splits if split.left is not None and split.left < split.count]
    if min(len(left), len(right)) < FEWEST_ROWS:
        return False
    return min(sum(left) / len(left), sum(right) / len(right)) >= FEWEST_WORDS
