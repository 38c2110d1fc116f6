"""Glyphs -> the words of a PDF page, each with its box, its baseline and its type."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ingest.read.characters import CONCEALED, INVISIBLE, LINE_ENDS, SOFT_HYPHEN, SPACES, SYMBOLS
from ingest.read.glyphs import Frame, Glyphs, Style, Styles

PDFIUM_HYPHEN = 2  # what pdfium reports for a hyphen, soft or hard, at the end of a line
PRINTED_HYPHEN = ord("-")
# A gap between two glyphs, in heights of a glyph, that parts two words although no space stands between them.
WORD_GAP = 0.3
ASCENT, DESCENT = 0.8, 0.22  # of the type size: what a highlight has to cover, about that of Times and Helvetica
# A glyph that is this far out of the visible page, in points, is not displayed.
OUTSIDE = 2.0

_BLANK = np.array(sorted(map(ord, SPACES + LINE_ENDS + "\t")), dtype=np.uint32)
_DROPPED = np.array(
    sorted({*range(32), *range(127, 160), *map(ord, INVISIBLE + CONCEALED)} - set(_BLANK)), dtype=np.uint32
)
_SYMBOLS = str.maketrans(SYMBOLS)


class Token(NamedTuple):
    """A word of a page.

    ``x0`` to ``y1`` is its box in points as displayed. ``start`` and ``end`` are positions along its direction of writing and
    ``baseline`` the one across it, so that words of one line share a baseline at any ``style.angle``.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    start: float
    end: float
    baseline: float
    style: Style

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the box."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2


def tokens_of(glyphs: Glyphs, styles: Styles, frame: Frame) -> tuple[list[Token], int]:
    """The displayed words of a page in content order, and how many characters lie outside the visible page."""
    codes = _normal(glyphs.codes)
    shown = ~np.isin(codes, _DROPPED)
    inside = _inside(glyphs.boxes, frame) | np.isin(codes, _BLANK)
    index = np.flatnonzero(shown & inside)
    if not len(index):
        return [], int(np.count_nonzero(~inside))
    codes, boxes = codes[index], glyphs.boxes[index]
    starts, ends = _bounds(codes, boxes, hyphens=glyphs.codes[index] == PDFIUM_HYPHEN)
    text = codes.tobytes().decode("utf-32-le", errors="replace").translate(_SYMBOLS)
    low, high = _extents(boxes, starts, ends)
    tokens = [
        _token(text[first:last], lowest, highest, styles, where)
        for first, last, lowest, highest, where in zip(
            starts.tolist(), ends.tolist(), low.tolist(), high.tolist(), index[starts].tolist(), strict=True
        )
    ]
    return tokens, int(np.count_nonzero(~inside))


def _normal(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Hyphens as printed, surrogate pairs as one character in place of the first, and nothing in place of the second."""
    codes = codes.copy()
    codes[(codes == PDFIUM_HYPHEN) | (codes == ord(SOFT_HYPHEN))] = PRINTED_HYPHEN
    high = np.flatnonzero((codes[:-1] >> 10 == 0xD800 >> 10) & (codes[1:] >> 10 == 0xDC00 >> 10))
    codes[high] = 0x10000 + ((codes[high] & 0x3FF) << 10) + (codes[high + 1] & 0x3FF)
    codes[(codes >> 11 == 0xD800 >> 11) | (codes > 0x10FFFF)] = 0
    return codes


def _inside(boxes: NDArray[np.float32], frame: Frame) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = (
        (boxes[:, 2] > -OUTSIDE)
        & (boxes[:, 3] > -OUTSIDE)
        & (boxes[:, 0] < frame.width + OUTSIDE)
        & (boxes[:, 1] < frame.height + OUTSIDE)
    )
    return inside


def _bounds(
    codes: NDArray[np.uint32], boxes: NDArray[np.float32], hyphens: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where words start and end: at blanks, after a hyphen at the end of a line, and where glyphs lie apart."""
    visible = ~np.isin(codes, _BLANK)
    apart = np.ones(len(codes), dtype=bool)
    height = np.maximum(boxes[:, 3] - boxes[:, 1], boxes[:, 2] - boxes[:, 0])
    ahead, behind = boxes[1:], boxes[:-1]
    gap_x = np.maximum(ahead[:, 0] - behind[:, 2], behind[:, 0] - ahead[:, 2])
    gap_y = np.maximum(ahead[:, 1] - behind[:, 3], behind[:, 1] - ahead[:, 3])
    limit = WORD_GAP * np.maximum(height[1:], height[:-1])
    apart[1:] = (np.maximum(gap_x, gap_y) > limit) | hyphens[:-1] | ~visible[:-1]
    starts = np.flatnonzero(visible & apart)
    last = visible.copy()
    last[:-1] &= ~visible[1:] | apart[1:]
    return starts, np.flatnonzero(last) + 1


def _extents(
    boxes: NDArray[np.float32], starts: NDArray[np.intp], ends: NDArray[np.intp]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The lowest and the highest corner of each run of boxes."""
    bounds = np.stack([starts, ends], axis=1).ravel()
    padded = np.concatenate([boxes, boxes[-1:]])  # reduceat wants bounds below the length
    low: NDArray[np.float32] = np.minimum.reduceat(padded[:, :2], bounds)[::2]
    high: NDArray[np.float32] = np.maximum.reduceat(padded[:, 2:], bounds)[::2]
    return low, high


def _token(text: str, low: list[float], high: list[float], styles: Styles, index: int) -> Token:
    style = styles.style(index)
    x, y = styles.origin(index)
    (x0, y0), (x1, y1) = low, high
    if style.angle == 0:
        if style.size > 0:  # pdfium's boxes take their height from the font file, which is often wrong
            y0, y1 = y - ASCENT * style.size, y + DESCENT * style.size
        return Token(text, x0, y0, x1, y1, x0, x1, y, style)
    # y grows downwards on a displayed page, so a text that climbs has a falling y
    cosine, sine = math.cos(math.radians(style.angle)), math.sin(math.radians(style.angle))
    along = sorted(cosine * cx - sine * cy for cx in (x0, x1) for cy in (y0, y1))
    return Token(text, x0, y0, x1, y1, along[0], along[-1], sine * x + cosine * y, style)
