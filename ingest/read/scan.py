"""A page that is a picture -> its lines, with boxes on the page as displayed, by optical character recognition.

The picture is turned upright (pages are fed into scanners sideways and upside down), its words are put in rows along its
slant, and from there on they are treated as the words of any other page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

from ingest.errors import DamagedFile
from ingest.ocr import Ocr
from ingest.read.characters import clean
from ingest.read.columns import cells_of
from ingest.read.glyphs import Style
from ingest.read.lines import Row, has_gap, line_of, rows_of, usual_distance
from ingest.read.recognise import Picture, Recogniser, SeenWord, mean_confidence, recogniser
from ingest.read.tokens import Token
from ingest.reading import Line, PlacedWord, ScannedPage

DPI = 200  # what office scanners use; more makes recognition slower, not better
LONGEST_SIDE = 5_000  # pixels; a larger page is rendered more coarsely
UPRIGHT = 0.85  # mean confidence from which a page is taken to be the right way up without trying the other ways
LEAST_CONFIDENCE = 0.3  # of a word; what is below is dirt
LONG = 1.5  # a word so many times as wide as high shows the slant of its line
TYPE_SIZE = 0.72  # of the height of a word's box, which has some room around the letters
SAME_SIZE = 0.2  # rows whose heights differ less than this, from the page's usual one, are of one size
SAME_ROW = 0.5  # of a word's height: how far its middle may be off the row's

_POINTS = 72.0


@dataclass(frozen=True, slots=True)
class _Turn:
    """How a rendered page was turned: quarter turns against the clock, and the picture's size in pixels before."""

    quarters: int
    width: int
    height: int

    def back(self, x: float, y: float) -> tuple[float, float]:
        """A point of the turned picture on the picture before."""
        if self.quarters == 1:
            return self.width - y, x
        if self.quarters == 2:
            return self.width - x, self.height - y
        if self.quarters == 3:
            return y, self.height - x
        return x, y


def read_scan(path: Path, number: int, engine: Ocr = Ocr.RAPIDOCR) -> ScannedPage:
    """Recognise one page of a PDF.

    Args:
        path: the file.
        number: the page, 1-based.
        engine: what recognises it.

    Raises:
        DamagedFile: the page cannot be rendered.
        RecognitionError: the engine is not there, or fails.
    """
    picture, scale = _rendered(path, number)
    return recognised(picture, scale, number, recogniser(engine))


def _rendered(path: Path, number: int) -> tuple[Picture, float]:
    """The page as displayed, in grey, and its pixels a point."""
    try:
        document = pdfium.PdfDocument(path)
        try:
            page = document[number - 1]
            scale = min(DPI / _POINTS, LONGEST_SIDE / max(*page.get_size(), 1.0))
            return np.array(page.render(scale=scale, grayscale=True).to_pil().convert("RGB")), scale
        finally:
            document.close()
    except pdfium.PdfiumError as error:
        raise DamagedFile(
            f"{path.name}: expected to render page {number}, got: {error}; the file is damaged, fetch it again"
        ) from error


def recognised(picture: Picture, scale: float, number: int, engine: Recogniser) -> ScannedPage:
    """The lines of a picture of a page.

    Args:
        picture: the page as displayed.
        scale: its pixels a point.
        number: the page's 1-based number.
        engine: recognises the words.
    """
    words, turn = _upright(picture, engine)
    words = [word for word in words if word.confidence >= LEAST_CONFIDENCE and clean(word.text)]
    if not any(c.isalnum() for word in words for c in word.text):
        return ScannedPage((), number, 0.0, 0)
    placed = _tokens(words, scale)
    pieces = cells_of(rows_of(token for row in placed for token, _ in row))
    seen = {id(token): word for row in placed for token, word in row}
    lines = _lines(pieces, number)
    back = tuple(_placed_back(line, cells, seen, turn, scale) for line, cells in zip(lines, pieces, strict=True))
    return ScannedPage(back, number, round(mean_confidence(words), 4), 90 * turn.quarters)


def _upright(picture: Picture, engine: Recogniser) -> tuple[list[SeenWord], _Turn]:
    """The words of the picture turned so that they are read best, and how it was turned.

    Sideways lines show by their shape; whether a page stands on its head only recognition tells.
    """
    height, width = picture.shape[:2]
    words = engine.words(picture)
    sideways = sum(len(word.text) for word in words if word.sideways) * 2 > sum(len(word.text) for word in words)
    # the engine reads some sideways lines all the same, but not in their order
    best = (-1.0 if sideways else mean_confidence(words), words, 0)
    for quarters in (1, 3) if sideways else (2, 1, 3):
        if best[0] >= UPRIGHT or not words:
            break
        turned = engine.words(np.ascontiguousarray(np.rot90(picture, quarters)))
        best = max(best, (mean_confidence(turned), turned, quarters), key=lambda found: found[0])
    return best[1], _Turn(best[2], width, height)


def _size(word: SeenWord) -> tuple[float, float]:
    """Width and height of the box around a word, in pixels."""
    xs, ys = [x for x, _ in word.corners], [y for _, y in word.corners]
    return max(xs) - min(xs), max(ys) - min(ys)


def _slant(words: Sequence[SeenWord]) -> float:
    """The angle of the writing in radians, positive when it falls to the right: the median over the longer words."""
    angles = [
        math.atan2(word.corners[1][1] - word.corners[0][1], word.corners[1][0] - word.corners[0][0])
        for word in words
        if _size(word)[0] > LONG * _size(word)[1]
    ]
    return median(angles) if angles else 0.0


def _tokens(words: Sequence[SeenWord], scale: float) -> list[list[tuple[Token, SeenWord]]]:
    """The words in rows from the top, each from the left, in points along and across the writing."""
    slant = _slant(words)
    cosine, sine = math.cos(-slant), math.sin(-slant)
    boxes: list[tuple[float, float, float, float, SeenWord]] = []
    for word in words:
        turned = [(cosine * x - sine * y, sine * x + cosine * y) for x, y in word.corners]
        xs, ys = [x / scale for x, _ in turned], [y / scale for _, y in turned]
        boxes.append((min(xs), min(ys), max(xs), max(ys), word))
    rows = _rows(boxes)
    usual = median(height for row in rows for height in _heights(row))
    return [_row(row, usual) for row in rows]


_Box = tuple[float, float, float, float, SeenWord]


def _rows(boxes: Sequence[_Box]) -> list[list[_Box]]:
    rows: list[list[_Box]] = []
    middles: list[float] = []
    for box in sorted(boxes, key=lambda b: (b[1] + b[3]) / 2):
        middle, height = (box[1] + box[3]) / 2, box[3] - box[1]
        if rows and abs(middle - middles[-1]) <= SAME_ROW * height:
            rows[-1].append(box)
            middles[-1] = median((b[1] + b[3]) / 2 for b in rows[-1])
        else:
            rows.append([box])
            middles.append(middle)
    return [sorted(row, key=lambda b: b[0]) for row in rows]


def _heights(row: Sequence[_Box]) -> list[float]:
    return [box[3] - box[1] for box in row]


def _row(row: Sequence[_Box], usual: float) -> list[tuple[Token, SeenWord]]:
    height = median(_heights(row))
    if abs(height - usual) <= SAME_SIZE * usual:
        height = usual  # boxes vary with the letters in them; type does not
    baseline = median(box[3] for box in row) - (1 - TYPE_SIZE) / 2 * height
    style = Style(round(TYPE_SIZE * height, 1), False, 0)
    return [(Token(clean(word.text), x0, y0, x1, y1, x0, x1, baseline, style), word) for x0, y0, x1, y1, word in row]


def _lines(pieces: Sequence[list[Row]], number: int) -> list[Line]:
    rows = [[token for cell in cells for token in cell] for cells in pieces]
    usual = usual_distance(rows)
    lines: list[Line] = []
    for i, (cells, row) in enumerate(zip(pieces, rows, strict=True)):
        table = len(cells) > 1
        within = table and i > 0 and len(pieces[i - 1]) > 1
        gap = not within and has_gap(rows[i - 1] if i else None, row, usual)
        lines.append(line_of(cells, number, table, gap))
    return lines


def _placed_back(line: Line, cells: list[Row], seen: dict[int, SeenWord], turn: _Turn, scale: float) -> Line:
    """The line with its words' boxes where they stand on the page as displayed, and how sure each word is."""
    tokens = [token for cell in cells for token in cell]
    words = tuple(
        _on_the_page(placed, seen[id(token)], turn, scale) for placed, token in zip(line.words, tokens, strict=True)
    )
    return replace(line, words=words)


def _on_the_page(placed: PlacedWord, word: SeenWord, turn: _Turn, scale: float) -> PlacedWord:
    corners: NDArray[np.float64] = np.array([turn.back(x, y) for x, y in word.corners]) / scale
    (x0, y0), (x1, y1) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    return replace(placed, x0=x0, y0=y0, x1=x1, y1=y1, confidence=round(word.confidence, 3))
