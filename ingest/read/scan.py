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
from ingest.read.glyphs import Style
from ingest.read.halves import in_reading_order
from ingest.read.mend import mended, parts_of
from ingest.read.page import lines_of, pieces_of
from ingest.read.picture import STRAIGHT, Matrix, Picture, bearing, despeckled, fullest_part, rules_in, straightened
from ingest.read.recognise import LONGEST_SIDE, Corners, Recogniser, SeenWord, mean_confidence, recogniser
from ingest.read.tokens import Token
from ingest.reading import Line, PlacedWord, ScannedPage

DPI = 200  # what office scanners use; more makes recognition slower, not better
UPRIGHT = 0.85  # mean confidence from which a page is taken to be the right way up without trying the other ways
LEAST_CONFIDENCE = 0.3  # of a word; what is below is dirt
LONG = 1.5  # a word so many times as wide as high shows the slant of its line
TYPE_SIZE = 0.72  # of the height of a word's box, which has some room around the letters
SAME_SIZE = 0.2  # rows whose heights differ less than this, from the page's usual one, are of one size
SAME_ROW = 0.5  # of a word's height: how far its middle may be off the row's
OVERLAP = 0.3  # of the narrower word's width: words that share more of the line's length stand on different lines
NEAR_ROWS = 4  # from below upwards: the rows that a word may belong to, since words come by their height

_POINTS = 72.0


@dataclass(frozen=True, slots=True)
class _Turn:
    """How a rendered page was turned: quarter turns against the clock, and the picture's size in pixels before.

    ``slant`` leads back from a picture that was made straight after that.
    """

    quarters: int
    width: int
    height: int
    slant: Matrix | None = None

    def back(self, x: float, y: float) -> tuple[float, float]:
        """A point of the turned picture on the picture before."""
        if self.slant is not None:
            x, y = (self.slant @ (x, y, 1.0)).tolist()
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
    words, turn, upright = _upright(despeckled(picture), engine)
    words = [part for word in words for part in _parts(word) if part.confidence >= LEAST_CONFIDENCE]
    height = upright.shape[0] / scale
    if not any(c.isalnum() for word in words for c in word.text):
        return ScannedPage((), number, 0.0, 0, height)
    slant = _slant(words)
    placed = _tokens(words, slant, scale)
    seen = {id(token): word for row in placed for token, word in row}
    pieces = pieces_of([token for row in placed for token, _ in row], rules_in(upright, slant, scale))
    lines = tuple(
        _placed_back(line, [token for cell in piece.cells for token in cell], seen, turn, scale)
        for line, piece in zip(lines_of(pieces, number), pieces, strict=True)
    )
    return ScannedPage(lines, number, round(mean_confidence(words), 4), 90 * turn.quarters, height)


def _parts(word: SeenWord) -> list[SeenWord]:
    """The words that were recognised as one, each with its share of the box by its letters."""
    parts = parts_of(mended(clean(word.text)))
    letters = sum(map(len, parts))
    found, start = [], 0
    for part in parts:
        if part:
            share = start / letters, (start + len(part)) / letters
            found.append(replace(word, text=part, corners=_cut(word, *share) if len(parts) > 1 else word.corners))
        start += len(part)
    return found


def _cut(word: SeenWord, start: float, end: float) -> Corners:
    """The part of a word's box from one share of its width to another."""
    top_left, top_right, bottom_right, bottom_left = word.corners

    def between(left: tuple[float, float], right: tuple[float, float], share: float) -> tuple[float, float]:
        return left[0] + share * (right[0] - left[0]), left[1] + share * (right[1] - left[1])

    return (
        between(top_left, top_right, start),
        between(top_left, top_right, end),
        between(bottom_left, bottom_right, end),
        between(bottom_left, bottom_right, start),
    )


def _upright(picture: Picture, engine: Recogniser) -> tuple[list[SeenWord], _Turn, Picture]:
    """The words of the picture turned so that they are read best, how it was turned, and the picture turned.

    Sideways lines show in the picture; which of the two ways is up, and whether a page stands on its head, only
    recognition tells: of two ways, the one in which a part of the page is read better.
    """
    height, width = picture.shape[:2]
    sideways, degrees = bearing(picture)
    ways = (1, 3) if sideways else (0, 2)
    views = {way: _turned(picture, way) for way in ways}
    slant = None
    if abs(degrees) > STRAIGHT:  # a page that slants so much slants the same when it stands on its head
        straight = {way: straightened(view, degrees) for way, view in views.items()}
        views = {way: view for way, (view, _) in straight.items()}
        slant = {way: matrix for way, (_, matrix) in straight.items()}
    first = max(ways, key=lambda way: _clearness(views[way], engine)) if sideways else 0
    best: tuple[float, list[SeenWord], int] | None = None
    for way in sorted(ways, key=lambda way: way != first):
        words = engine.words(views[way])
        if best is None or mean_confidence(words) > best[0]:
            best = mean_confidence(words), words, way
        if best[0] >= UPRIGHT or not words:
            break
    assert best is not None, "there are two ways"
    _, words, way = best
    return words, _Turn(way, width, height, slant[way] if slant else None), views[way]


def _turned(picture: Picture, quarters: int) -> Picture:
    return np.ascontiguousarray(np.rot90(picture, quarters)) if quarters else picture


def _clearness(picture: Picture, engine: Recogniser) -> float:
    """How well a part of the picture is read."""
    return mean_confidence(engine.words(fullest_part(picture)))


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


def _tokens(words: Sequence[SeenWord], slant: float, scale: float) -> list[list[tuple[Token, SeenWord]]]:
    """The words in rows in reading order, each from the left, in points along and across the writing."""
    cosine, sine = math.cos(-slant), math.sin(-slant)
    boxes: list[tuple[float, float, float, float, SeenWord]] = []
    for word in words:
        turned = [(cosine * x - sine * y, sine * x + cosine * y) for x, y in word.corners]
        xs, ys = [x / scale for x, _ in turned], [y / scale for _, y in turned]
        boxes.append((min(xs), min(ys), max(xs), max(ys), word))
    rows = in_reading_order([[((box[0], box[2]), box) for box in row] for row in _rows(boxes)])
    usual = median(height for row in rows for height in _heights(row))
    return [_row(row, usual) for row in rows]


_Box = tuple[float, float, float, float, SeenWord]


def _rows(boxes: Sequence[_Box]) -> list[list[_Box]]:
    """Words at one height that do not stand above each other: lines set solid are nearer than their boxes are high."""
    rows: list[list[_Box]] = []
    for box in sorted(boxes, key=lambda b: b[1] + b[3]):
        near = [row for row in rows[-NEAR_ROWS:] if _belongs(box, row)]
        if near:
            min(near, key=lambda row: abs(_middle(row) - _middle([box]))).append(box)
        else:
            rows.append([box])
    rows.sort(key=_middle)
    return [sorted(row, key=lambda b: b[0]) for row in rows]


def _belongs(box: _Box, row: Sequence[_Box]) -> bool:
    x0, y0, x1, y1, _ = box
    if abs(_middle(row) - (y0 + y1) / 2) > SAME_ROW * (y1 - y0):
        return False
    return all(min(x1, b[2]) - max(x0, b[0]) <= OVERLAP * min(x1 - x0, b[2] - b[0]) for b in row)


def _middle(row: Sequence[_Box]) -> float:
    return median((b[1] + b[3]) / 2 for b in row)


def _heights(row: Sequence[_Box]) -> list[float]:
    return [box[3] - box[1] for box in row]


def _row(row: Sequence[_Box], usual: float) -> list[tuple[Token, SeenWord]]:
    height = median(_heights(row))
    if abs(height - usual) <= SAME_SIZE * usual:
        height = usual  # boxes vary with the letters in them; type does not
    baseline = median(box[3] for box in row) - (1 - TYPE_SIZE) / 2 * height
    style = Style(round(TYPE_SIZE * height, 1), False, 0)
    return [(Token(word.text, x0, y0, x1, y1, x0, x1, baseline, style), word) for x0, y0, x1, y1, word in row]


def _placed_back(line: Line, tokens: list[Token], seen: dict[int, SeenWord], turn: _Turn, scale: float) -> Line:
    """The line with its words' boxes where they stand on the page as displayed, and how sure each word is."""
    words = tuple(
        _on_the_page(placed, seen[id(token)], turn, scale) for placed, token in zip(line.words, tokens, strict=True)
    )
    return replace(line, words=words)


def _on_the_page(placed: PlacedWord, word: SeenWord, turn: _Turn, scale: float) -> PlacedWord:
    corners: NDArray[np.float64] = np.array([turn.back(x, y) for x, y in word.corners]) / scale
    (x0, y0), (x1, y1) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    return replace(placed, x0=x0, y0=y0, x1=x1, y1=y1, confidence=round(word.confidence, 3))
