"""The engines of optical character recognition by name; apart, so that settings can name them without loading any."""

from __future__ import annotations

from enum import StrEnum


class Ocr(StrEnum):
    """What recognises the words of pages that are but pictures."""

    RAPIDOCR = "rapidocr"
    TESSERACT = "tesseract"
    OFF = "off"


def percent(confidence: float) -> str:
    """A confidence from 0 to 1 as a reader sees it: whole percent, rounded down, and never a hundred, for no recognition is sure."""
    return f"{min(int(100 * confidence + 1e-9), 99)}%"
