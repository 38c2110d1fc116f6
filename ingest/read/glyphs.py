"""The glyphs of a PDF page, as columns: characters and boxes in the coordinates of the page as displayed.

This is the inner loop of reading a PDF: three calls a character into pdfium's C interface, which is why it goes
through plain function pointers and numpy buffers rather than an object a character.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

BOLD_WEIGHT = 600  # OpenType's usWeightClass: 600 is semi-bold, 700 bold
FORCE_BOLD = 1 << 18  # ISO 32000-1, table 123: font descriptor flag 19
BOLD_NAMES = ("bold", "black", "heavy", "demi")


@dataclass(frozen=True, slots=True)
class Frame:
    """How a page is displayed: its visible box in PDF coordinates, and its clockwise rotation in degrees."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> Frame:
        """The frame of a page."""
        left, bottom, right, top = page.get_bbox()
        return cls(left, bottom, right, top, page.get_rotation())

    @property
    def width(self) -> float:
        """Width in points as displayed."""
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """Height in points as displayed."""
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    def place(self, x: Any, y: Any) -> tuple[Any, Any]:
        """PDF coordinates (numbers or arrays) as points from the top left corner of the page as displayed."""
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


@dataclass(frozen=True, slots=True)
class Style:
    """What the glyphs of one text object share: size in points (to a tenth), weight, and direction in degrees (0: left to right)."""

    size: float
    bold: bool
    angle: int


PLAIN = Style(0.0, False, 0)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters of a page in content order: code points, and boxes (x0, y0, x1, y1) as displayed."""

    codes: NDArray[np.uint32]
    boxes: NDArray[np.float32]
    textpage: int

    def __len__(self) -> int:
        return len(self.codes)


def read_glyphs(textpage: pdfium.PdfTextPage, frame: Frame) -> Glyphs:
    """All characters of a page, those outside its visible box included (their boxes tell)."""
    count = textpage.count_chars()
    handle = _address(textpage.raw)
    unicode_of, box_of = _functions().character, _functions().box
    codes = np.fromiter((unicode_of(handle, i) for i in range(count)), dtype=np.uint32, count=count)
    rects = np.zeros((count, 4), dtype=np.float32)  # FS_RECTF: left, top, right, bottom
    start = rects.ctypes.data
    for i in range(count):
        box_of(handle, i, start + 16 * i)
    xa, ya = frame.place(rects[:, 0], rects[:, 1])
    xb, yb = frame.place(rects[:, 2], rects[:, 3])
    boxes = np.stack([np.minimum(xa, xb), np.minimum(ya, yb), np.maximum(xa, xb), np.maximum(ya, yb)], axis=1)
    return Glyphs(codes, boxes.astype(np.float32), handle)


@dataclass(slots=True)
class TextObject:
    """A text object of a page: the size of its type in points, and how many words begin in it."""

    size: float
    words: int = 0


class Styles:
    """The style and the baseline origin of single glyphs of a page; looked up once a text object, which ``objects`` has by address."""

    def __init__(self, glyphs: Glyphs, frame: Frame) -> None:
        self._handle = glyphs.textpage
        self._frame = frame
        self._known: dict[int | None, Style] = {None: PLAIN}
        self._fonts: dict[int, bool] = {}
        self.objects: dict[int, TextObject] = {}
        self._point = (ctypes.c_double * 2)()

    def style(self, index: int) -> Style:
        """The style of the glyph at an index of the page's characters."""
        pointer = _functions().text_object(self._handle, index)
        if pointer not in self._known:
            self._known[pointer] = self._measure(pointer, index)
            self.objects[pointer] = TextObject(self._known[pointer].size)
        if pointer:
            self.objects[pointer].words += 1
        return self._known[pointer]

    def origin(self, index: int) -> tuple[float, float]:
        """Where the glyph's baseline begins, in points as displayed."""
        point = self._point
        address = ctypes.addressof(point)
        _functions().origin(self._handle, index, address, address + ctypes.sizeof(ctypes.c_double))
        x, y = self._frame.place(point[0], point[1])
        return float(x), float(y)

    def _measure(self, pointer: int, index: int) -> Style:
        functions = _functions()
        matrix = raw.FS_MATRIX()
        size = abs(functions.font_size(self._handle, index))
        angle = 0
        if functions.matrix(self._handle, index, ctypes.addressof(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
            angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) - self._frame.rotation
        return Style(round(size, 1), self._is_bold(pointer), angle % 360)

    def _is_bold(self, pointer: int) -> bool:
        font = _functions().font(pointer)
        if not font:
            return False
        if font not in self._fonts:
            self._fonts[font] = _font_is_bold(ctypes.cast(font, raw.FPDF_FONT))
        return self._fonts[font]


def _font_is_bold(font: Any) -> bool:
    size = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    raw.FPDFFont_GetBaseFontName(font, buffer, size)
    name = buffer.value.decode("latin-1").lower()
    if any(word in name for word in BOLD_NAMES):
        return True
    flags = raw.FPDFFont_GetFlags(font)
    return raw.FPDFFont_GetWeight(font) >= BOLD_WEIGHT or (flags > 0 and bool(flags & FORCE_BOLD))


class _Functions(NamedTuple):
    """pdfium's functions as plain pointers."""

    character: Callable[..., Any]
    box: Callable[..., Any]
    text_object: Callable[..., Any]
    origin: Callable[..., Any]
    font_size: Callable[..., Any]
    matrix: Callable[..., Any]
    font: Callable[..., Any]


@cache
def _functions() -> _Functions:
    """The functions with addresses for arguments: the generated bindings convert every argument, at twice the time."""
    address, integer = ctypes.c_void_p, ctypes.c_int

    def plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
        pointer = ctypes.cast(function, ctypes.c_void_p).value
        assert pointer is not None, "the library is loaded, so its functions have addresses"
        return ctypes.CFUNCTYPE(result, *arguments)(pointer)

    return _Functions(
        character=plain(raw.FPDFText_GetUnicode, ctypes.c_uint, address, integer),
        box=plain(raw.FPDFText_GetLooseCharBox, integer, address, integer, address),
        text_object=plain(raw.FPDFText_GetTextObject, address, address, integer),
        origin=plain(raw.FPDFText_GetCharOrigin, integer, address, integer, address, address),
        font_size=plain(raw.FPDFText_GetFontSize, ctypes.c_double, address, integer),
        matrix=plain(raw.FPDFText_GetMatrix, integer, address, integer, address),
        font=plain(raw.FPDFTextObj_GetFont, address, address),
    )


def _address(pointer: Any) -> int:
    value = ctypes.cast(pointer, ctypes.c_void_p).value
    assert value is not None, "a loaded page has an address"
    return value
