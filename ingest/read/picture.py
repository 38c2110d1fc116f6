"""The picture of a page before any word of it is recognised: its dirt, the way its lines run, its ruling lines."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.read.grid import joined
from ingest.read.rules import Rule, Rules

Picture = NDArray[np.uint8]
"""A page as rows of RGB pixels."""

Matrix = NDArray[np.float64]
"""Two rows of three numbers, which take a point (x, y, 1) to another."""

INK = 150  # of 255: what is darker is ink
RULE_INK = 220  # tables are often ruled in grey; dirt of that shade makes no long lines
SPECK = 4  # pixels of ink: a dot of so few, with no other ink around, is dirt of the glass
ALONE = 4  # pixels: so far around it; decimal points and the dots of letters stand nearer to what they belong to
COARSE = 600  # pixels: how high a picture is for telling its direction; lines of eight points still show
STEEPEST, STEP = 10.0, 0.5  # degrees: the slants that are tried
STRAIGHT = 2.0  # degrees: a picture that slants less is left as it is, since turning it blurs its letters
SHORTEST_RULE = 28.0  # points: a shorter line is a dash or an underline; a table's cells are wider
THICKEST_RULE = 4.0  # points
ONE_LINE = 1.0  # points: pieces no further off each other than this are of one line
DRAWN = 0.6  # of a line's length: with less ink than this, its pieces are lines of their own
CLEAR = 0.2  # of a line's length: how much ink may stand close above it, and below; more is a row of letters


def despeckled(picture: Picture) -> Picture:
    """The picture without the specks that stand alone.

    Smaller dirt between letters stays: what would take it away takes thin strokes and decimal points along.
    """
    ink = _ink(picture)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    small = stats[:, cv2.CC_STAT_AREA] <= SPECK
    small[0] = False
    if not small.any():
        return picture
    around = cv2.dilate(np.where(small[labels], 0, ink).astype(np.uint8), np.ones((2 * ALONE + 1,) * 2, np.uint8))
    beside = np.zeros(count, dtype=bool)
    beside[np.unique(labels[around > 0])] = True
    specks = cv2.dilate((small & ~beside)[labels].astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    cleaned = picture.copy()
    cleaned[specks] = np.median(picture, axis=(0, 1)).astype(np.uint8)
    return cleaned


def bearing(picture: Picture) -> tuple[bool, float]:
    """Whether the lines of writing run up or down the picture, and by how many degrees they fall to the right of their way.

    Of all directions it is the one in which rows of ink and rows of light alternate most (the projection profile of
    W. Postl, "Detection of linear oblique structures and skew scan in digitized documents", 1986).
    """
    ink = _ink(picture).astype(np.float32)
    coarse = COARSE / max(ink.shape)
    small = np.asarray(cv2.resize(ink, None, fx=coarse, fy=coarse, interpolation=cv2.INTER_AREA), dtype=np.float32)
    clear, degrees = _clearest(small)
    clear_sideways, degrees_sideways = _clearest(np.ascontiguousarray(np.rot90(small)))
    return (True, degrees_sideways) if clear_sideways > clear else (False, degrees)


def _clearest(ink: NDArray[np.float32]) -> tuple[float, float]:
    """How much rows alternate at the best slant, and that slant in degrees; of equals the smallest."""
    height, width = ink.shape
    tried = []
    for degrees in sorted(np.arange(-STEEPEST, STEEPEST + STEP, STEP).tolist(), key=abs):
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
        rows = np.asarray(cv2.warpAffine(ink, matrix, (width, height))).sum(axis=1)
        tried.append((float(np.square(np.diff(rows)).sum()), degrees))
    return max(tried, key=lambda one: one[0])


def straightened(picture: Picture, degrees: float) -> tuple[Picture, Matrix]:
    """The picture turned so that a slant of so many degrees is gone, on a sheet that holds its corners, and the way back.

    The way back takes a point (x, y, 1) of the turned picture to the picture before.
    """
    height, width = picture.shape[:2]
    cosine, sine = math.cos(math.radians(degrees)), abs(math.sin(math.radians(degrees)))
    size = (math.ceil(width * cosine + height * sine), math.ceil(width * sine + height * cosine))
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    matrix[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    turned = cv2.warpAffine(picture, matrix, size, flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))
    return np.asarray(turned, dtype=np.uint8), np.asarray(cv2.invertAffineTransform(matrix), dtype=np.float64)


def fullest_part(picture: Picture) -> Picture:
    """The quarter of the picture's height with the most ink: enough to tell which way up it is."""
    rows = _ink(picture).sum(axis=1, dtype=np.int64)
    height = max(1, len(rows) // 4)
    totals = np.cumsum(np.concatenate([[0], rows]))
    start = int(np.argmax(totals[height:] - totals[:-height]))
    return np.ascontiguousarray(picture[start : start + height])


def rules_in(picture: Picture, slant: float, scale: float) -> Rules:
    """The ruling lines of the picture, in points, once it is turned about its top left corner so that it is straight.

    Args:
        picture: the page the right way up.
        slant: the angle of the writing in radians, positive when it falls to the right.
        scale: pixels a point.
    """
    ink = _ink(picture, RULE_INK)
    height, width = ink.shape
    if slant:
        matrix = cv2.getRotationMatrix2D((0.0, 0.0), math.degrees(slant), 1.0)
        ink = np.asarray(cv2.warpAffine(ink, matrix, (width, height), flags=cv2.INTER_NEAREST), dtype=np.uint8)
    along = _lines(ink, scale)
    down = _lines(np.ascontiguousarray(ink.T), scale)
    return Rules(tuple(_unbroken(along)), tuple(_unbroken(down)), has_image=True)


def _lines(ink: NDArray[np.uint8], scale: float) -> list[Rule]:
    """The horizontal lines of a picture of ink and light; those of its transpose are the vertical ones."""
    length, most = max(3, round(SHORTEST_RULE * scale)), round(THICKEST_RULE * scale)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, 3), np.uint8))
    # a line of a slightly bent page leaves its row of pixels: three rows are taken for one
    thick = cv2.dilate(closed, np.ones((3, 1), np.uint8))
    found = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    _, _, stats, centroids = cv2.connectedComponentsWithStats(found, connectivity=8)
    rules = []
    for (left, top, wide, high, _), (_, y) in zip(stats[1:].tolist(), centroids[1:].tolist(), strict=True):
        beside = [ink[max(0, top - 3) : top, left : left + wide], ink[top + high : top + high + 3, left : left + wide]]
        if high <= most + 3 and all(part.size == 0 or part.mean() <= CLEAR for part in beside):
            rules.append(Rule(y / scale, left / scale, (left + wide) / scale))
    return rules


def _unbroken(pieces: list[Rule]) -> list[Rule]:
    """Lines without the breaks that scanning leaves, which are no joints between the borders of cells."""
    levels: list[list[Rule]] = []
    for piece in sorted(joined(pieces), key=lambda rule: rule.at):
        if levels and piece.at - levels[-1][-1].at <= ONE_LINE:
            levels[-1].append(piece)
        else:
            levels.append([piece])
    lines = []
    for level in levels:
        start, end = min(rule.start for rule in level), max(rule.end for rule in level)
        drawn = sum(rule.end - rule.start for rule in level)
        at = sum(rule.at for rule in level) / len(level)
        lines += [Rule(at, start, end)] if drawn >= DRAWN * (end - start) else level
    return lines


def _ink(picture: Picture, darkest: int = INK) -> NDArray[np.uint8]:
    return (picture[:, :, 0] < darkest).astype(np.uint8)
