"""The letters of a page and where they stand, by other libraries than those that the product reads with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pdfplumber
from pdfplumber.pdf import PDF

from assistant.citing.highlight import page_image
from ingest.ocr import Ocr
from ingest.read.recognise import SeenWord, mean_confidence, recogniser

_PIXELS_A_POINT = 3.0  # 216 a inch, as fine as office scanners leave pages
_SURE = (
    0.7  # mean confidence from which a page lies the right way up; of one that lies on its side tesseract makes little
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, and its middle in points from the top left corner of the page as displayed."""

    text: str
    x: float
    y: float


@contextmanager
def letters_of(path: Path, pictures: Collection[int]) -> Iterator[Callable[[int], Sequence[Letter]]]:
    """Gives the letters of the pages of a PDF by their numbers, while the block runs; each page is read once.

    Args:
        path: the PDF.
        pictures: the numbers of the pages that are pictures.
    """
    with pdfplumber.open(path) as original:

        @cache
        def of_page(page: int) -> Sequence[Letter]:
            return scanned(path, page) if page in pictures else printed(original, page)

        yield of_page


def printed(original: PDF, page: int) -> Sequence[Letter]:
    """The letters of a page of text as pdfplumber finds them."""
    chars = original.pages[page - 1].chars
    return [Letter(str(c["text"]), (c["x0"] + c["x1"]) / 2, (c["top"] + c["bottom"]) / 2) for c in chars]


def scanned(path: Path, page: int) -> Sequence[Letter]:
    """The letters of a page that is a picture as tesseract reads them, whichever way up it lies.

    Tesseract gives words: their letters are taken to share the width of the word evenly.

    Raises:
        RecognitionError: tesseract is not installed.
    """
    picture = np.asarray(page_image(path, page, _PIXELS_A_POINT))
    best, sure, height, width = list[SeenWord](), 0.0, picture.shape[0], picture.shape[1]
    turned = 0
    for turns in range(4):
        words = recogniser(Ocr.TESSERACT).words(np.ascontiguousarray(np.rot90(picture, turns)))
        if mean_confidence(words) > sure:
            best, sure, turned = words, mean_confidence(words), turns
        if sure >= _SURE:
            break
    return [letter for word in best for letter in _spread(word, turned, width, height)]


def _spread(word: SeenWord, turns: int, width: int, height: int) -> Iterator[Letter]:
    """The letters of a word of a picture that was turned left so often; width and height are those before, in pixels."""
    (left, top), (right, bottom) = word.corners[0], word.corners[2]
    for number, text in enumerate(word.text):
        x, y = left + (right - left) * (number + 0.5) / len(word.text), (top + bottom) / 2
        back = ((x, y), (width - y, x), (width - x, height - y), (y, height - x))[turns]
        yield Letter(text, back[0] / _PIXELS_A_POINT, back[1] / _PIXELS_A_POINT)
