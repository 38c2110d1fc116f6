"""The number or the bullet that a browser puts before an item of an HTML list."""

from __future__ import annotations

import re
from typing import Any

from ingest.read.numerals import numeral

BULLET = "•"
_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_LARGEST = 100_000  # numbers beyond it are nonsense


def label_of(item: Any) -> str:
    """The label of an ``li`` element: "2.", "(none)" styles give "", items of other lists a bullet."""
    parent = item.getparent()
    said = _STYLE.search(item.get("style") or "") or _STYLE.search(
        (parent.get("style") or "") if parent is not None else ""
    )
    style = said.group(1).lower() if said else ""
    if style == "none":
        return ""
    if parent is None or parent.tag != "ol":
        return BULLET
    kind = _STYLES.get(style) or _KINDS.get(parent.get("type") or "1", "decimal")
    return f"{numeral(_position(item, parent), kind)}."


def _position(item: Any, parent: Any) -> int:
    """The item's number: its own ``value``, or one more than the item before it, from the list's ``start``."""
    number = _whole(parent.get("start"), 1) - 1
    for sibling in parent:
        if sibling.tag == "li":
            number = _whole(sibling.get("value"), number + 1)
            if sibling is item:
                break
    return number


def _whole(text: str | None, otherwise: int) -> int:
    """A whole number within bounds."""
    if text is None or not re.fullmatch(r"\s*\d{1,6}\s*", text):
        return otherwise
    return min(int(text), _LARGEST)
