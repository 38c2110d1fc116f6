"""Running headers and footers: what stands at the same place at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.document import FurnitureKind
from ingest.pagenumbers import roman_value
from ingest.reading import Line, Reading
from ingest.slips import one_wording

DEEPEST = 8  # lines from the edge of a page
SAME_PLACE = 4.0  # points: how far lines may be apart to stand at the same place
FEWEST = 3  # pages that must agree; of a document of two, both
SHARE = 0.2  # of the pages, unless at the very same place
LONGEST_NUMBER = 4  # digits of a page number
LONGEST = 400  # characters: no header is longer
SHORT_DOCUMENT = 3  # pages: up to here repetition proves little, and the line must stand in a margin
AGREEING = 0.6  # of the pages: how many must agree on a number, or count on together
MARGIN = 0.12  # of the page's height

_NUMBERS = re.compile(r"\d+|\b[ivxl]{1,7}\b")
# Headings of one kind are no running header: "Article V" at the top of one page, "Article VII" of another.
_HEADING = re.compile(
    r"\W*(?:article|section|clause|part|partie|titre|title|chapter|chapitre|schedule|annexe?|appendix|exhibit|attachment)\b"
    r".{0,3}#.*"
    r"|\W*#[.)]?(?:#[.)]?)*\s.*"
)
# The line with which the filings of a stock exchange name their source at the foot of each page.
_SOURCE = re.compile(r"source:\s.{3,120},\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", re.I)


@dataclass(frozen=True, slots=True)
class Place:
    """A line near an edge of its page: its index, its wording with numbers set aside, and its distance from that edge.

    ``page`` counts the pages, whichever they are; ``distance`` is in points, 0 without geometry.
    """

    index: int
    page: int
    wording: str
    distance: float


def running_lines(reading: Reading, known: Collection[int]) -> dict[int, FurnitureKind]:
    """The lines (by index) that are running headers or footers.

    Args:
        reading: the lines.
        known: indexes of lines that are furniture already; they do not part a header from the edge.
    """
    found: dict[int, FurnitureKind] = {}
    for kind in (FurnitureKind.HEADER, FurnitureKind.FOOTER):
        edges = _despite_slips(_edges(reading, kind), {page for page, _ in reading.confidences})
        running = _running_wordings(reading, edges)
        for places in edges.values():
            found.update(dict.fromkeys(_peel(places, running, known), kind))
    found.update(_sources(reading))
    return found


def _edges(reading: Reading, kind: FurnitureKind) -> dict[int, list[Place]]:
    """For each page its lines from the edge inwards, no more than `DEEPEST`."""
    by_page: defaultdict[int, list[int]] = defaultdict(list)
    for i, line in enumerate(reading.lines):
        if line.furniture is None:
            by_page[line.page].append(i)
    header = kind is FurnitureKind.HEADER
    edges = {}
    for page, indexes in by_page.items():
        height = reading.page_heights[page - 1]
        if height:
            indexes = sorted(indexes, key=lambda i: reading.lines[i].y0)
        nearest = indexes[:DEEPEST] if header else indexes[::-1][:DEEPEST]
        edges[page] = [_place(reading.lines, i, height, header) for i in nearest]
    return edges


def _despite_slips(edges: dict[int, list[Place]], scanned: Collection[int]) -> dict[int, list[Place]]:
    """The lines at the edges, those of recognised pages with one wording where slips alone set them apart."""
    if not scanned:
        return edges
    names = one_wording(place.wording for page in edges if page in scanned for place in edges[page])
    return {
        page: [replace(place, wording=names[place.wording]) for place in places] if page in scanned else places
        for page, places in edges.items()
    }


def _place(lines: Sequence[Line], index: int, height: float, header: bool) -> Place:
    line = lines[index]
    distance = 0.0
    if height:
        distance = line.y0 if header else height - line.y1
    return Place(index, line.page, wording(line.text), distance)


def wording(text: str) -> str:
    """A line's words in small letters, each number as #, so that the header of each page reads the same."""
    return _NUMBERS.sub("#", " ".join(text.lower().split()))


def _running_wordings(reading: Reading, edges: Mapping[int, Sequence[Place]]) -> set[str]:
    """The wordings that stand at the edge of enough pages, and are not the column heads of a table."""
    groups: defaultdict[str, list[Place]] = defaultdict(list)
    for places in edges.values():
        for place in places:
            if len(place.wording) <= LONGEST:
                groups[place.wording].append(place)
    return {
        words
        for words, places in groups.items()
        if _repeats(places, reading) and not _heads_table(places, reading.lines) and runs(words, places, reading.lines)
    }


def _repeats(places: Sequence[Place], reading: Reading) -> bool:
    pages = {place.page for place in places}
    count = reading.page_count
    steady = max(Counter(round(place.distance / SAME_PLACE) for place in places).values())
    if count <= SHORT_DOCUMENT:
        return len(pages) >= min(2, count) and count > 1 and steady > 1 and all(_in_margin(p, reading) for p in places)
    if len(pages) < FEWEST:
        return False
    return len(pages) >= SHARE * count or steady >= FEWEST


def _in_margin(place: Place, reading: Reading) -> bool:
    height = reading.page_heights[place.page - 1]
    return not height or place.distance <= MARGIN * height


def runs(words: str, places: Sequence[Place], lines: Sequence[Line]) -> bool:
    """Whether lines of one wording may be a running line: not numbers alone, not headings, and their numbers agree."""
    return not _is_counted(words) and not _is_heading(words, places, lines) and _numbers_agree(places, lines)


def _is_counted(words: str) -> bool:
    """Whether nothing but a number is left: lone numbers are told by their sequence, not by repetition."""
    return not any(c.isalpha() for c in words)


def _is_heading(words: str, places: Sequence[Place], lines: Sequence[Line]) -> bool:
    """Whether the wording is a numbered heading whose number differs from page to page."""
    if not _HEADING.fullmatch(words):
        return False
    texts = Counter(lines[place.index].text for place in places)
    return max(texts.values()) < FEWEST


def _numbers_agree(places: Sequence[Place], lines: Sequence[Line]) -> bool:
    """Whether each number in the wording is mostly the same, or counts with the pages; in the rows of a table it is not."""
    rows = [[_value(n) for n in _NUMBERS.findall(lines[place.index].text.lower())] for place in places]
    usual = Counter(map(len, rows)).most_common(1)[0][0]  # recognition may lose a number, or print two as one
    whole = [(row, place) for row, place in zip(rows, places, strict=True) if len(row) == usual]
    enough = AGREEING * len(places)
    for column in zip(*(row for row, _ in whole), strict=True):
        same = max(Counter(column).values())
        counting = max(Counter(value - place.page for value, (_, place) in zip(column, whole, strict=True)).values())
        if max(same, counting) < enough:
            return False
    return True


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else roman_value(number)


def _heads_table(places: Sequence[Place], lines: Sequence[Line]) -> bool:
    """Whether the line stands over rows of its own table most of the time, as repeated column heads do."""
    heads = 0
    for place in places:
        line = lines[place.index]
        after = lines[place.index + 1] if place.index + 1 < len(lines) else None
        if line.table and after is not None and after.page == line.page and after.table:
            heads += line.text.count("\t") == after.text.count("\t")
    return 2 * heads > len(places)


def _peel(places: Sequence[Place], running: Collection[str], known: Collection[int]) -> Iterator[int]:
    """From the edge inwards, as long as the lines are running ones; an odd line may stand between two of them."""
    pending = 0
    for place in places:
        if place.wording in running:
            yield place.index
            pending = 0
        elif place.index not in known:
            pending += 1
            if pending > 1:
                return


def _sources(reading: Reading) -> dict[int, FurnitureKind]:
    """The source line at the very end of a page, told by its form even where only one page has it; of a text whose pages were run
    together each one that stands there again, with the page numbers above them.
    """
    last: dict[int, int] = {line.page: i for i, line in enumerate(reading.lines)}
    found = [i for i, line in enumerate(reading.lines) if _SOURCE.fullmatch(line.text)]
    again = Counter(reading.lines[i].text for i in found)
    merged = reading.page_count == 1 and not reading.page_heights[0]
    feet = [i for i in found if i == last[reading.lines[i].page] or (merged and again[reading.lines[i].text] > 1)]
    numbers = _numbers_above(feet, reading.lines) if merged else ()
    return dict.fromkeys([*feet, *numbers], FurnitureKind.FOOTER)


def _numbers_above(feet: Sequence[int], lines: Sequence[Line]) -> list[int]:
    """The lone numbers right above the feet of pages, where enough of them count up one by one and none does not."""
    above = [i - 1 for i in feet if i and lines[i - 1].text.isdecimal()]
    values = [int(lines[i].text) for i in above if len(lines[i].text) <= LONGEST_NUMBER]
    counts = len(values) == len(above) >= FEWEST and all(b - a == 1 for a, b in pairwise(values))
    return above if counts else []
