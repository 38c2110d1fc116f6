"""Words of a PDF page that are there for a program and not for a reader: invisible, tiny, or white on white.

Somebody may hide words in a contract that its signer never saw. They are read like all others, since they are in the file, and the
user is told. Words outside of the visible page are told of elsewhere (`ingest.read.pdf`).
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.read.glyphs import TextObject

TINY = 2.0  # points; the smallest print of contracts is about 4
NEAR_WHITE = 0xF0  # of 255, in each colour
LAYER = 0.5  # of a page's words: so many invisible ones are the text layer over a scan, which hides nothing


class Concealment(StrEnum):
    """How words are hidden."""

    INVISIBLE = "invisible"
    TINY = "tiny"
    WHITE = "white on white"


def concealed(page: pdfium.PdfPage, objects: Mapping[int, TextObject]) -> dict[Concealment, int]:
    """How many words of a page are hidden, and how.

    Args:
        page: an open page.
        objects: its text objects by their addresses (`ingest.read.glyphs.Styles.objects`).
    """
    found: Counter[Concealment] = Counter()
    backgrounds: list[tuple[float, float, float, float]] | None = None
    for pointer, text in objects.items():
        handle = ctypes.cast(pointer, raw.FPDF_PAGEOBJECT)
        if raw.FPDFTextObj_GetTextRenderMode(handle) == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            found[Concealment.INVISIBLE] += text.words
        elif 0 < text.size < TINY:
            found[Concealment.TINY] += text.words
        elif _is_white(handle):
            backgrounds = _backgrounds(page) if backgrounds is None else backgrounds
            if not any(_overlap(_bounds(handle), other) for other in backgrounds):
                found[Concealment.WHITE] += text.words
    if found[Concealment.INVISIBLE] > LAYER * sum(text.words for text in objects.values()):
        del found[Concealment.INVISIBLE]
    return {how: count for how, count in found.items() if count}


def _is_white(handle: Any) -> bool:
    """Whether an object is filled with white, or with nothing that shows."""
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(handle, red, green, blue, opacity):
        return False
    return opacity.value == 0 or min(red.value, green.value, blue.value) >= NEAR_WHITE


def _bounds(handle: Any) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _backgrounds(page: pdfium.PdfPage) -> list[tuple[float, float, float, float]]:
    """The boxes of what white words may show on: coloured areas, pictures, and forms, which may hold either."""
    text, path = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH
    return [
        _bounds(one.raw)
        for one in page.get_objects(max_depth=1)
        if one.type != text and not (one.type == path and _is_white(one.raw))
    ]


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
