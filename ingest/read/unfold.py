"""Text whose line breaks were lost: the paragraphs are found again by the numbers that count on from each other.

Programs that copy a page out of a browser or a filing system often put each page of a contract on one line. A number is then the
beginning of a clause when it follows on from the one before ("4.2" after "4.1", "5" after "4.2.1") and when no word before it
makes it a reference or a quantity ("Section 4.2", "within 30"). Of all such numbers the longest run is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.read.gaps import ran_on
from ingest.read.inline_numbers import InlineNumber, inline_numbers, is_at_start

LONG = 2_000  # characters; few paragraphs are longer
FOLDED = 0.25  # of a text's characters in such lines, from which its line breaks are taken to be lost
FEWEST = 4  # numbers that count on from each other
_ANEW = 2  # numbers that beginning anew has to gain
_ENTRIES = 5  # lines of a contents page
_LONGEST_ENTRY = 200  # characters

_WIDE = re.compile(r"[ \t\xa0]{3,}")  # what a paragraph break became
_CONTENTS = re.compile(r"\bTABLE OF CONTENTS\b(?:\s+Page\b)?", re.IGNORECASE)
_ENTRY = re.compile(r".{2,150}?[\s.·…_](?:\d{1,3}|[ivx]{1,5})\s*", re.DOTALL)


def unfolded(text: str) -> str:
    """The text with line breaks before its paragraphs, and between the entries of its contents page, where they were lost.

    Only white space changes.
    """
    folded = _is_folded(text)
    if folded:
        text = "\n".join(_WIDE.sub("\n\n", line) if len(line) > LONG else line for line in text.split("\n"))
    breaks = sorted({each for each in _breaks(text, folded) if not is_at_start(text, each)})
    if not breaks:
        return text
    parts = [text[a:b].rstrip(" ") for a, b in zip([0, *breaks], [*breaks, len(text)], strict=True)]
    return "\n\n".join(part for part in parts if part)


def _is_folded(text: str) -> bool:
    return sum(len(line) for line in text.split("\n") if len(line) > LONG) > FOLDED * len(text)


def _breaks(text: str, folded: bool) -> Iterator[int]:
    if not folded:
        yield from ran_on(text)
    numbers = list(inline_numbers(text))
    pages = list(_contents(text, numbers))
    for page in pages:
        yield from page
    if pages:
        yield from (at for match in _CONTENTS.finditer(text) for at in match.span())
    run = _longest([n for n in numbers if not any(page[0] <= n.start < page[-1] for page in pages)]) if folded else []
    if len(run) >= FEWEST:
        yield from (number.start for number in run)


def _contents(text: str, numbers: Sequence[InlineNumber]) -> Iterator[list[int]]:
    """For each contents page, where its entries begin, and where the last of them ends."""
    run: list[int] = []
    ends = [number.start for number in numbers[1:]] + [len(text)]
    for number, end in zip(numbers, ends, strict=False):  # without numbers there is one end
        whole = _ENTRY.fullmatch(text, number.rest, end) if end - number.rest < _LONGEST_ENTRY else None
        entry = whole or _ENTRY.match(text, number.rest, min(end, number.rest + _LONGEST_ENTRY))
        if entry is not None:
            run.append(number.start)
        if entry is None or entry.end() < end:  # other words follow
            if len(run) > _ENTRIES:
                yield [*run, entry.end() if entry is not None else number.start]
            run = []


def _longest(numbers: Sequence[InlineNumber]) -> list[InlineNumber]:
    """The longest run, which may begin anew (a schedule), by dynamic programming: for each number the longest that ends with it."""
    length: list[int] = []
    before: list[int | None] = []
    at: dict[tuple[int, ...], int] = {}  # of the longest run so far that ends with this number
    within: dict[tuple[int, ...], int] = {}  # … that ends with it or with one below it
    top: int | None = None  # where the longest so far ends
    for i, number in enumerate(numbers):
        best, missing = _best_before(number.path, at, within, length, top)
        before.append(best)
        length.append(1 if best is None else length[best] + 1 - missing)
        top = i if top is None or length[i] >= length[top] else top
        for depth in range(1, len(number.path) + 1):
            key = number.path[:depth]
            if key not in within or length[within[key]] <= length[i]:
                within[key] = i
        if number.path not in at or length[at[number.path]] <= length[i]:
            at[number.path] = i
    last = top
    run: list[InlineNumber] = []
    while last is not None:
        run.insert(0, numbers[last])
        last = before[last]
    return run


def _best_before(
    path: tuple[int, ...],
    at: dict[tuple[int, ...], int],
    within: dict[tuple[int, ...], int],
    length: Sequence[int],
    top: int | None,
) -> tuple[int | None, int]:
    """The end of the longest run that this number may follow, and how many numbers are missing between the two.

    It follows its elder sibling, its parent where it is the first, the last article where it is n.1; or the one before these. A first
    number may follow any, at a cost.
    """
    above, last = path[:-1], path[-1]
    found = [(within.get((*above, last - 1)), 0), (within.get((*above, last - 2)), 1)]
    if above and last <= 2:
        found += [(at.get(above), last - 1), (within.get((*above[:-1], above[-1] - 1)), last - 1)]
    if set(path) == {1}:
        found.append((top, _ANEW))
    known = [(each, missing) for each, missing in found if each is not None]
    return max(known, key=lambda each: length[each[0]] - each[1], default=(None, 0))
