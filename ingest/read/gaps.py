"""Clauses that ran on in the line of the one before them: the numbers that are missing between two that begin lines. Pure.

Where 3.6 begins a line and the next number that does is 3.9, the 3.7 and the 3.8 that stand within the lines between them begin clauses,
since each follows from the one before and the last leads to 3.9. A number with a title in capitals that wide spaces set apart from the
words around it counts as one that begins a line, where it follows from the one before. Nothing else makes a number within a line one of
a clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.headings import is_capitals
from ingest.read.inline_numbers import InlineNumber, inline_numbers, is_at_start

_AT_START = re.compile(
    r"^[ \t\xa0]*(?:(?:ARTICLE|Article|SECTION|Section|CLAUSE|Clause)\s+)?(?P<value>\d{1,2}(?:\.\d{1,2}){0,3})[.:)]?"
    r"[ \t\xa0]+(?=[\w\"“(\[–—-])",
    re.MULTILINE,
)
_SENTENCE_BEFORE = re.compile(r"(?:[.;:!?)\]”\"’']\s*|[ \t\xa0]{3,})$")
_SET_APART = re.compile(
    r"(?<=[ \t\xa0]{3})(?P<value>\d{1,2})\.[ \t\xa0]{1,6}(?=[A-ZÀ-Þ])(?P<title>[^\n\t.;:]{3,60}?)(?=[ \t\xa0]{3}|[ \t\xa0]?$)",
    re.MULTILINE,
)
_REACH = 40  # numbers before one within which the one stands that it follows from
_FEW = 3  # numbers
_ENTRY = 60
"""Characters to a number, on average, below which more than a few numbers are the entries of a list of titles."""

Path = tuple[int, ...]


def ran_on(text: str) -> Iterator[int]:
    """Where each number begins that is missing between two that begin lines."""
    apart = list(_set_apart(text))
    yield from (at for at, _ in apart)
    begun = sorted([*_at_start(text), *apart])
    within = [number for number in inline_numbers(text) if _may_run_on(text, number)]
    starts = [number.start for number in within]
    for (at, before), (end, after) in pairwise(begun):
        if not _follows(before, after):
            between = within[bisect_right(starts, at) : bisect_left(starts, end)]
            chain = _chain(before, between, after)
            if len(chain) <= _FEW or end - at > _ENTRY * len(chain):
                yield from (number.start for number in chain)


def _at_start(text: str) -> Iterator[tuple[int, Path]]:
    return ((match.start("value"), _plain(match["value"])) for match in _AT_START.finditer(text))


def _set_apart(text: str) -> Iterator[tuple[int, Path]]:
    """The numbers with a title in capitals between wide spaces, each of which follows from the last number before it."""
    found = [
        (match.start("value"), _plain(match["value"]))
        for match in _SET_APART.finditer(text)
        if is_capitals(match["title"]) and not is_at_start(text, match.start("value"))
    ]
    apart = frozenset(found)
    last: tuple[int, Path] | None = None
    for number in sorted([*_at_start(text), *found]):
        if number in apart:
            if last is None or number[0] - last[0] < _ENTRY or not _follows(last[1], number[1]):
                continue
            yield number
        last = number


def _may_run_on(text: str, number: InlineNumber) -> bool:
    if is_at_start(text, number.start):
        return False
    if len(number.path) > 1 and not number.worded:
        return True
    return number.titled or (
        (number.stopped or number.worded)
        and bool(_SENTENCE_BEFORE.search(text[max(0, number.start - 10) : number.start]))
    )


def _plain(value: str) -> Path:
    """ "2.0" numbers the same clause as "2."."""
    path = tuple(map(int, value.split(".")))
    return path[:-1] if len(path) == 2 and path[1] == 0 else path


def _follows(before: Path, after: Path) -> bool:
    """Whether one number comes straight after another: its first part, the next beside it or above it, or the first part of that."""
    nexts = [(*before[:depth], before[depth] + 1) for depth in range(len(before))]
    return after == (*before, 1) or any(after in (each, (*each, 1)) for each in nexts)


def _chain(before: Path, between: Sequence[InlineNumber], after: Path) -> list[InlineNumber]:
    """The longest run of the numbers that follows from the one before and leads to the one after; empty where none does."""
    length: list[int] = []  # of the longest run that ends with each; 0 where none does
    earlier: list[int | None] = []
    for at, number in enumerate(between):
        ends = [i for i in range(max(0, at - _REACH), at) if length[i] and _follows(between[i].path, number.path)]
        longest = max(ends, key=lambda i: length[i], default=None)
        earlier.append(longest)
        length.append(length[longest] + 1 if longest is not None else int(_follows(before, number.path)))
    leads = [i for i, number in enumerate(between) if length[i] and _follows(number.path, after)]
    last = max(leads, key=lambda i: length[i], default=None)
    chain: list[InlineNumber] = []
    while last is not None:
        chain.append(between[last])
        last = earlier[last]
    return chain[::-1]
