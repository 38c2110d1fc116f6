"""The engines of optical character recognition by name; apart, so that settings can name them without loading any."""

from __future__ import annotations

from enum import StrEnum


class Ocr(StrEnum):
    """What recognises the words of pages that are but pictures."""

    RAPIDOCR = "rapidocr"
    TESSERACT = "tesseract"
    OFF = "off"
