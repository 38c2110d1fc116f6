"""Lines that are page numbers: by their form ("Page 3 of 12"), or lone numbers by their place and their sequence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.document import FurnitureKind
from ingest.reading import Line, Reading

MARGIN = 0.1  # of the page's height at the top and the bottom
EDGE_LINES = 4  # where a format has no heights: this many lines from either end of a page
# Lone numbers inside a page (a text laid out anew keeps the page numbers of its first print): so many in sequence, and so
# many lines apart, are page numbers; numbered headings on a line of their own stand closer.
FEWEST_IN_SEQUENCE = 3
LINES_APART = 20  # in the median
FEWEST_LINES_APART = 5
LARGEST_STEP = 3  # a page without a number, or one whose number is not on a line of its own, leaves a gap
SAME_PLACE = 15.0  # points between the middles of two page numbers
INDENT = 1.5  # type sizes to the right of the text's left edge
LONGEST = 200  # characters of a footer that ends in its page
LONGEST_LONE = 24  # characters of a line that is but a page number
PAGE_OF = "page of"  # the form of a line that ends in "page 3 of 12"

_EXPLICIT = re.compile(
    r"(?:page|p\.|pg\.?)\s*+\|?\s*+[-–]?\s*+(?:\d{1,4}|[ivxl]{1,7})(?:\s*+(?:of|/|sur|de)\s*\d{1,4})?\s*[-–]?"
    r"|(?:\d{1,4})\s*\|\s*page"
    r"|\d{1,4}\s*(?:of|/|sur)\s*\d{1,4}",
    re.I,
)
# On a line of its own this is a page number wherever it stands.
_UNMISTAKABLE = re.compile(
    r"page\s*\d{1,4}\s*(?:of|/|sur|de)\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—]|(\d{1,4})\s*[-–—]\s*\1\s*[-–—]", re.I
)
_OWN_PAGE = re.compile(r"\bpage\s*+[|:]?\s*+(\d{1,4})(?:\s*(?:of|/|sur|de)\s*\d{1,4})?$", re.I)
_LAST_PAGE = re.compile(r"\bpage\s*+[|:]?\s*+(\d{1,4})\s*(?:of|/|sur|de)\s*\d{1,4}$", re.I)
_LONE = re.compile(r"(?:[-–—~]\s*|\[)?(\d{1,4})(?:\s*[-–—~]|\])?")
_ROMAN = re.compile(r"(?:[-–—]\s*|\()?([ivxl]{1,7})(?:\s*[-–—]|\))?")
_PREFIXED = re.compile(r"((?:(?:exhibit|annexe?|appendix|schedule)\s+)?[A-Z]{1,3}\s?[-–]\s?)(\d{1,3})", re.I)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that may be a page number: its index, its page, its value, and the kind of numeral."""

    index: int
    page: int
    value: int
    form: str


def page_number_lines(reading: Reading) -> dict[int, FurnitureKind]:
    """The lines (by index) that are page numbers, each a header or a footer by where it stands."""
    edge = _edge_kinds(reading)
    found = {i: kind for i, kind in edge.items() if _is_explicit(reading.lines[i])}
    for i, line in enumerate(reading.lines):
        if i not in found and _UNMISTAKABLE.fullmatch(line.text) and line.furniture is None:
            found[i] = FurnitureKind.FOOTER
    candidates = [c for c in _candidates(reading.lines) if c.index not in found]
    for candidate in _in_step([c for c in candidates if c.index in edge]):
        found[candidate.index] = edge[candidate.index]
    for candidate in _inner_sequences(reading.lines, candidates):
        found.setdefault(candidate.index, FurnitureKind.FOOTER)
    return found


def _is_explicit(line: Line) -> bool:
    """Whether the line says "page", or names its own page at its end, as in "Master Agreement, page 7"."""
    if _EXPLICIT.fullmatch(line.text):
        return True
    match = _OWN_PAGE.search(line.text) if len(line.text) <= LONGEST else None
    return match is not None and int(match.group(1)) == line.page


def _edge_kinds(reading: Reading) -> dict[int, FurnitureKind]:
    """The lines in the margins of their pages; of each page without heights the first and the last lines."""
    kinds: dict[int, FurnitureKind] = {}
    by_page: dict[int, list[int]] = {}
    for i, line in enumerate(reading.lines):
        height = reading.page_heights[line.page - 1]
        if not height:
            by_page.setdefault(line.page, []).append(i)
        elif line.y1 <= MARGIN * height:
            kinds[i] = FurnitureKind.HEADER
        elif line.y0 >= (1 - MARGIN) * height:
            kinds[i] = FurnitureKind.FOOTER
    if reading.page_count > 1:
        for indexes in by_page.values():
            kinds.update(dict.fromkeys(indexes[:EDGE_LINES], FurnitureKind.HEADER))
            kinds.update(dict.fromkeys(indexes[-EDGE_LINES:], FurnitureKind.FOOTER))
    return kinds


def _candidates(lines: Sequence[Line]) -> Iterator[_Candidate]:
    for i, line in enumerate(lines):
        if len(line.text) > LONGEST or line.furniture is not None:
            continue
        if match := _LAST_PAGE.search(line.text):
            yield _Candidate(i, line.page, int(match.group(1)), PAGE_OF)
        elif len(line.text) > LONGEST_LONE:
            continue
        elif match := _LONE.fullmatch(line.text):
            yield _Candidate(i, line.page, int(match.group(1)), "arabic")
        elif match := _ROMAN.fullmatch(line.text):
            yield _Candidate(i, line.page, roman_value(match.group(1)), "roman")
        elif match := _PREFIXED.fullmatch(line.text):
            yield _Candidate(i, line.page, int(match.group(2)), match.group(1).upper())


def roman_value(numeral: str) -> int:
    """The value of a lower-case roman numeral up to lxxxix."""
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def _in_step(candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Numbers in a margin that count with the pages: two that keep the same distance from their page, or one that is it.

    A clause number in a margin keeps no step with the pages.
    """
    offsets: dict[tuple[str, int], set[int]] = {}
    for c in candidates:
        offsets.setdefault((c.form, c.value - c.page), set()).add(c.page)
    for c in candidates:
        if len(offsets[c.form, c.value - c.page]) > 1 or (c.form == "arabic" and c.value == c.page > 1):
            yield c


def _inner_sequences(lines: Sequence[Line], candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Numbers anywhere that count up at one place of the line, far enough apart; lone ones off the text's left edge."""
    left: dict[int, float] = {}
    for line in lines:
        left[line.page] = min(line.x0, left.get(line.page, line.x0))
    chains: list[list[_Candidate]] = []
    for c in candidates:
        if c.form == PAGE_OF or (c.form == "arabic" and _stands_off(lines[c.index], left[c.page])):
            chain = next((chain for chain in reversed(chains) if _goes_on(lines, chain[-1], c)), None)
            if chain is None:
                chains.append([c])
            else:
                chain.append(c)
    for chain in chains:
        apart = [after.index - before.index for before, after in pairwise(chain)]
        if len(chain) >= FEWEST_IN_SEQUENCE and median(apart) >= LINES_APART:
            yield from chain


def _goes_on(lines: Sequence[Line], last: _Candidate, new: _Candidate) -> bool:
    if (
        new.form != last.form
        or not 0 < new.value - last.value <= LARGEST_STEP
        or new.index - last.index < FEWEST_LINES_APART
    ):
        return False
    before, after = lines[last.index], lines[new.index]
    return abs(before.x0 + before.x1 - after.x0 - after.x1) / 2 <= SAME_PLACE


def _stands_off(line: Line, left: float) -> bool:
    """Whether a lone number is indented beyond the left edge of its page's text, or dashed; a clause number is not."""
    return not line.text[0].isdigit() or line.x0 > left + INDENT * max(line.size, 1.0)
