"""Numbers that were put between two others later, so that none behind them had to change: "7A." after "7.", "12 bis", "4.2A". Pure.

In English a capital letter follows the number, in French a Latin ordinal (bis is the first that is put in).
"""

from __future__ import annotations

import re

_ORDINALS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")
_LATIN = rf"[ \u00a0-]?(?i:{'|'.join(_ORDINALS)})\b"
SUFFIX = rf"(?:(?-i:[A-Z])(?!\w)|{_LATIN})"
"""What follows the number after which another is put in; a letter only where no word goes on from it."""
SUFFIX_SAID = rf"(?:[A-Za-z](?!\w)|{_LATIN})"
"""The same where a number is spoken of: whoever names clause 10A is not held to its capitals."""

INSERTED = 10**6
"""The value of an inserted number is that of the one it follows, and so much more for each that was put in there up to it: 7A is
1,000,007. It is thus the neighbour of no other number, and what hangs on it (7A.1) is none of what hangs on 7.
"""
NUMBER = rf"\d{{1,6}}{SUFFIX}?(?:\.\d{{1,6}}{SUFFIX}?)*"
"""A number in figures whose parts may have been put in, "8.2", "7A.1" or "12 bis". Longer numbers name no clause."""
NUMBER_SAID = NUMBER.replace(SUFFIX, SUFFIX_SAID)
_PART = re.compile(r"(?P<plain>\d+)(?P<suffix>\D*)")


def number_value(part: str) -> int:
    """The value of one part of a number, "7", "7A" or "12 bis".

    Args:
        part: at most six digits, and a suffix or none.
    """
    match = _PART.fullmatch(part.strip())
    assert match is not None
    return int(match["plain"]) + INSERTED * _rank(match["suffix"].strip(" \u00a0-"))


def plain(value: int) -> int:
    """The value of the number after which an inserted one was put; any other number's own."""
    return value % INSERTED


def rank(value: int) -> int:
    """How many numbers were put in there up to this one, which counts; 0 for a number that was not put in."""
    return value // INSERTED


def _rank(suffix: str) -> int:
    if not suffix:
        return 0
    return _ORDINALS.index(suffix.lower()) + 1 if suffix.lower() in _ORDINALS else ord(suffix) - ord("A") + 1
