"""Running lines of a first print: a text laid out anew carries its old headers and footers in the middle of its pages.

They stand next to the old page numbers (`ingest.pagenumbers` finds those by their sequence) and say the same each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from ingest.reading import Line, Reading
from ingest.running import Place, runs, wording

REACH = 6  # lines before and after a page number
FEWEST = 3  # page numbers that must have the same line beside them
SHARE = 0.3  # of the page numbers
LONGEST = 200  # characters


def first_print_lines(reading: Reading, numbers: Collection[int]) -> set[int]:
    """The lines (by index) beside page numbers that repeat beside others.

    Args:
        reading: the lines.
        numbers: indexes of the lines that are page numbers.
    """
    found: set[int] = set()
    for step in (-1, 1):
        beside = [
            list(_beside(reading.lines, index, ordinal, step, numbers)) for ordinal, index in enumerate(sorted(numbers))
        ]
        groups: defaultdict[str, list[Place]] = defaultdict(list)
        for places in beside:
            for place in places:
                groups[place.wording].append(place)
        running = {words for words, places in groups.items() if _runs(words, places, reading.lines, len(numbers))}
        for places in beside:
            found.update(_peel(places, running))
    return found


def _beside(lines: Sequence[Line], index: int, ordinal: int, step: int, numbers: Collection[int]) -> Iterator[Place]:
    """The lines from a page number on, upwards or downwards, up to the next page number."""
    for i in range(index + step, index + step * (REACH + 1), step):
        if not 0 <= i < len(lines) or i in numbers or len(lines[i].text) > LONGEST:
            return
        yield Place(i, ordinal, wording(lines[i].text), 0.0)


def _runs(words: str, places: Sequence[Place], lines: Sequence[Line], count: int) -> bool:
    pages = {place.page for place in places}
    return len(pages) >= max(FEWEST, SHARE * count) and runs(words, places, lines)


def _peel(places: Sequence[Place], running: Collection[str]) -> Iterator[int]:
    """Outwards from the page number, as long as the lines repeat."""
    for place in places:
        if place.wording not in running:
            return
        yield place.index
