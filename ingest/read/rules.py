"""The ruling lines of a PDF page: thin strokes and the edges of boxes, as displayed."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.read.glyphs import Frame

THIN = 3.0  # points: a filled rectangle up to this thick is a line
SHORTEST = 6.0  # points: a shorter line is an ornament
MOST_OBJECTS = 6_000  # a page with more is a drawing, not a table
DEEPEST = 4  # forms within forms
WHITE = 255  # of a colour's part
SIDES = 12  # a path of more segments is no box

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal or vertical line: its place across, and from where to where it runs, in points as displayed."""

    at: float
    start: float
    end: float


class Shade(NamedTuple):
    """A coloured rectangle behind words, in points as displayed."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines of a page, whether it shows pictures, the share of the page that the largest one covers, and what is shaded."""

    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]
    has_image: bool
    image_share: float = 0.0
    shades: tuple[Shade, ...] = ()


def rules_of(page: pdfium.PdfPage, frame: Frame) -> Rules:
    """The ruling lines of a page; none when the page is a drawing of thousands of objects."""
    horizontal: list[Rule] = []
    vertical: list[Rule] = []
    shades: list[Shade] = []
    has_image, share = False, 0.0
    for i, (kind, obj, matrix) in enumerate(_objects(page)):
        if i >= MOST_OBJECTS:
            return Rules((), (), has_image, share)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            has_image, share = True, max(share, _share(obj, matrix, frame))
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            _add_path(obj, matrix, frame, horizontal, vertical, shades)
    return Rules(tuple(horizontal), tuple(vertical), has_image, share, tuple(shades))


def _share(image: Any, matrix: Matrix, frame: Frame) -> float:
    """The share of the page that a picture covers; a picture fills the unit square before its matrix is applied."""
    whole = _multiply(_matrix(image), matrix)
    corners = [frame.place(*_apply(whole, x, y)) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    wide = max(0.0, min(max(xs), frame.width) - max(min(xs), 0.0))
    high = max(0.0, min(max(ys), frame.height) - max(min(ys), 0.0))
    return float(wide * high / max(1.0, frame.width * frame.height))


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[int, Any, Matrix]]:
    for i in range(raw.FPDFPage_CountObjects(page)):
        yield from _unfold(raw.FPDFPage_GetObject(page, i), IDENTITY, 0)


def _unfold(obj: Any, matrix: Matrix, depth: int) -> Iterator[tuple[int, Any, Matrix]]:
    """An object, or the objects of a form, with the matrix that takes them to the page."""
    kind = raw.FPDFPageObj_GetType(obj)
    if kind != raw.FPDF_PAGEOBJ_FORM:
        yield kind, obj, matrix
    elif depth < DEEPEST:
        inner = _multiply(_matrix(obj), matrix)
        for i in range(raw.FPDFFormObj_CountObjects(obj)):
            yield from _unfold(raw.FPDFFormObj_GetObject(obj, i), inner, depth + 1)


def _matrix(obj: Any) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(obj, found):
        return IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies the first and then the other (row vectors, as in ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _add_path(
    path: Any, matrix: Matrix, frame: Frame, horizontal: list[Rule], vertical: list[Rule], shades: list[Shade]
) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    if not (fill.value or stroke.value):
        return
    if raw.FPDFPath_CountSegments(path) > SIDES:
        if stroke.value:
            _add_strokes(path, _multiply(_matrix(path), matrix), frame, horizontal, vertical)
        return
    left, bottom, right, top = ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    if not raw.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return
    ax, ay = frame.place(*_apply(matrix, left.value, bottom.value))
    bx, by = frame.place(*_apply(matrix, right.value, top.value))
    x0, x1, y0, y1 = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
    if y1 - y0 <= THIN or x1 - x0 <= THIN:
        _add_line(x0, y0, x1, y1, horizontal, vertical)
    elif stroke.value:
        for edge in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
            _add_line(*edge, horizontal, vertical)
    elif _is_coloured(path):
        shades.append(Shade(x0, y0, x1, y1))


def _is_coloured(path: Any) -> bool:
    """Whether a filled path shows on white paper."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(path, red, green, blue, alpha):
        return False
    return alpha.value > 0 and min(red.value, green.value, blue.value) < WHITE


def _add_line(x0: float, y0: float, x1: float, y1: float, horizontal: list[Rule], vertical: list[Rule]) -> None:
    if x1 - x0 >= SHORTEST and y1 - y0 <= THIN:
        horizontal.append(Rule((y0 + y1) / 2, x0, x1))
    elif y1 - y0 >= SHORTEST and x1 - x0 <= THIN:
        vertical.append(Rule((x0 + x1) / 2, y0, y1))


def _add_strokes(path: Any, matrix: Matrix, frame: Frame, horizontal: list[Rule], vertical: list[Rule]) -> None:
    """The straight segments of a path that draws a whole grid at once."""
    x, y = ctypes.c_float(), ctypes.c_float()
    last: tuple[float, float] | None = None
    for i in range(min(raw.FPDFPath_CountSegments(path), MOST_OBJECTS)):
        segment = raw.FPDFPath_GetPathSegment(path, i)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = frame.place(*_apply(matrix, x.value, y.value))
        if last is not None and raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            (ax, ay), (bx, by) = last, point
            _add_line(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), horizontal, vertical)
        last = point
