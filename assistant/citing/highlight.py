"""Where cited words stand on the page of the original, and that page as a picture with the words marked.

Boxes are in points (1/72 inch) from the top left corner of the page as displayed.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw

from assistant.answer import Citation, FoundPassage
from ingest.document import Boxes, Span, WordBox
from ingest.errors import DamagedFile, FileMissing
from ingest.library import Library

_LONGEST_SIDE = 4000  # pixels; keeps the picture of a poster-sized page under 50 MB in memory
_MARK = (255, 226, 110)  # multiplied into the page, so that black ink stays black
_MARGIN = 1.5  # points around the words
_WIDEST_GAP = 1.5  # heights of a line; words further apart on one line are marked apart (columns, table cells)
_STEP = 1.1  # times the height of its tallest word that a mark may be high
_WORD = 4  # characters of a word whose shape tells how it stands
_ENOUGH = 12  # such words of a page
_TURNS = {90: Image.Transpose.ROTATE_270, 270: Image.Transpose.ROTATE_90}
_PDFIUM = threading.Lock()  # the engine is not safe to use from two threads at once


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A rectangle over neighbouring words of one line of a page."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


def boxes(library: Library, place: Citation | FoundPassage) -> list[WordBox]:
    """The boxes of the words of a citation or passage, in reading order; none when the format has no geometry.

    Raises:
        UnknownContract: when the document is not in the library any more.
    """
    return list(library.boxes(place.document_id).within(Span(place.start, place.end)))


def marked_lines(words: Iterable[WordBox]) -> list[MarkedLine]:
    """Join the boxes of words that follow each other on one line, so that the space between them is marked too.

    A line that runs downhill, as on a scan, is marked in steps: one rectangle over all of it would cover the lines beside it as well.
    """
    lines: list[MarkedLine] = []
    tallest = 0.0
    for word in words:
        box = MarkedLine(word.page, word.x0, word.y0, word.x1, word.y1)
        if not lines or not _follows(lines[-1], box):
            lines.append(box)
            tallest = _height(box)
            continue
        tallest = max(tallest, _height(box))
        joined = _joined(lines[-1], box)
        if _height(joined) <= _STEP * tallest:
            lines[-1] = joined
        else:
            lines.append(replace(box, x0=min(box.x0, lines[-1].x1)))
            tallest = _height(box)
    return lines


def page_image(path: Path, page: int, scale: float) -> Image.Image:
    """A page of a PDF as a picture, as displayed (its rotation applied).

    Args:
        path: the PDF.
        page: the 1-based number of the page.
        scale: pixels a point; less is used for a page so large that its picture would not fit in memory.

    Raises:
        FileMissing: the file is gone.
        DamagedFile: the file or the page cannot be drawn.
        ValueError: the document has no such page.
    """
    return _render(path, page, scale)[0]


def highlighted_page(path: Path, page: int, marks: Sequence[MarkedLine], scale: float, turn: int = 0) -> Image.Image:
    """A page of a PDF as a picture, the marks that stand on it laid over its words like a highlighter pen.

    Other args and errors are those of `page_image`; marks of other pages are left out.

    Args:
        turn: by how many degrees the picture is turned clockwise: 0, 90 or 270.
    """
    image, pixels = _render(path, page, scale)
    overlay = Image.new("RGB", image.size, "white")
    pen = ImageDraw.Draw(overlay)
    for mark in marks:
        if mark.page == page:
            corners = (mark.x0 - _MARGIN, mark.y0 - _MARGIN, mark.x1 + _MARGIN, mark.y1 + _MARGIN)
            pen.rounded_rectangle([corner * pixels for corner in corners], radius=2 * pixels, fill=_MARK)
    marked = ImageChops.multiply(image, overlay)
    return marked.transpose(_TURNS[turn]) if turn else marked


def turn_of(words: Boxes, page: int) -> int:
    """By how many degrees a page has to be turned clockwise for its words to stand upright; 0 where most do, or there are too few.

    Words stand upright that are wider than high. Those that do not follow each other down the page, or up.
    """
    own = [i for i, number in enumerate(words.pages) if number == page and words.ends[i] - words.starts[i] >= _WORD]
    boxes = [words[i] for i in own]
    upright = sum(box.x1 - box.x0 > box.y1 - box.y0 for box in boxes)
    if len(boxes) < _ENOUGH or 2 * upright > len(boxes):
        return 0
    down = sum(after.y0 > before.y0 for before, after in pairwise(boxes))
    return 270 if 2 * down > len(boxes) else 90


def _render(path: Path, page: int, scale: float) -> tuple[Image.Image, float]:
    """The picture of a page, and the pixels a point that it was drawn with."""
    if not path.is_file():
        raise FileMissing(f"expected the original at {path}, found no file; add the document again")
    try:
        with _PDFIUM, pdfium.PdfDocument(path) as document:
            if not 1 <= page <= len(document):
                raise ValueError(f"expected a page from 1 to {len(document)}, got {page}")
            sheet = document[page - 1]
            pixels = min(scale, _LONGEST_SIDE / max(sheet.get_size()))
            return sheet.render(scale=pixels).to_pil().convert("RGB"), pixels
    except pdfium.PdfiumError as error:
        raise DamagedFile(
            f"expected a page that can be drawn, got an error on page {page} of {path.name} ({error}); "
            "the words of the clause can still be read"
        ) from error


def _joined(one: MarkedLine, other: MarkedLine) -> MarkedLine:
    x0, y0, x1, y1 = min(one.x0, other.x0), min(one.y0, other.y0), max(one.x1, other.x1), max(one.y1, other.y1)
    return MarkedLine(one.page, x0, y0, x1, y1)


def _height(mark: MarkedLine) -> float:
    return mark.y1 - mark.y0


def _follows(line: MarkedLine, word: MarkedLine) -> bool:
    """Whether the word stands next on the line: same page, heights that overlap by half, and no wide gap."""
    height = min(_height(line), _height(word))
    shared = min(line.y1, word.y1) - max(line.y0, word.y0)
    gap = word.x0 - line.x1
    return line.page == word.page and shared > height / 2 and -height < gap < _WIDEST_GAP * height
