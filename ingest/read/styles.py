"""Word's paragraph styles, with inheritance: numbering, heading level, weight, size, hidden text (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from docx.oxml.ns import qn

from ingest.read.numbering import value_of, whole

DEEPEST = 20  # styles based on styles; a circle ends here
BODY_LEVEL = 9  # the outline level of running text
_HEADING_NAME = re.compile(r"(?:heading|titre)\s*([1-9])", re.I)
_CONTENTS_NAME = re.compile(r"(?:toc|tm|table des matières)\s*(?:heading|[1-9])?", re.I)

Found = TypeVar("Found")


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Any | None) -> None:
        styles = [] if root is None else root.findall(qn("w:style"))
        self._styles = {style.get(qn("w:styleId")): style for style in styles}
        self._default = next(
            (key for key, s in self._styles.items() if s.get(qn("w:default")) in ("1", "true") and _is_paragraph(s)),
            None,
        )
        defaults = None if root is None else root.find(qn("w:docDefaults"))
        sizes = [] if defaults is None else list(defaults.iter(qn("w:sz")))
        self._size = whole(sizes[0].get(qn("w:val")), 20) / 2 if sizes else 10.0

    def numbering(self, style: str | None) -> tuple[str, str | None, str] | None:
        """The list id, the level (None when the list ties levels to styles) and the style that says so."""
        for key, element in self._chain(style):
            properties = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if properties is not None:
                number = value_of(properties, "w:numId")
                if number is not None:
                    return number, value_of(properties, "w:ilvl"), key
        return None

    def level(self, style: str | None) -> int | None:
        """The heading level from 1, None for running text."""
        for _, element in self._chain(style):
            properties = element.find(qn("w:pPr"))
            outline = None if properties is None else value_of(properties, "w:outlineLvl")
            if outline is not None:
                level = whole(outline, BODY_LEVEL)
                return level + 1 if level < BODY_LEVEL else None
            match = _HEADING_NAME.fullmatch(value_of(element, "w:name") or "")
            if match:
                return int(match.group(1))
        return None

    def is_contents(self, style: str | None) -> bool:
        """Whether the style is one of a table of contents."""
        element = self._styles.get(style) if style else None
        return element is not None and _CONTENTS_NAME.fullmatch(value_of(element, "w:name") or "") is not None

    def size(self, style: str | None) -> float:
        """The size of type in points."""

        def of(properties: Any) -> float | None:
            size = value_of(properties, "w:sz")
            return whole(size, 20) / 2 if size is not None else None

        found = self._first(style, of)
        return self._size if found is None else found

    def flag(self, style: str | None, tag: str) -> bool:
        """Whether a style switches on a property of characters, such as ``w:b`` or ``w:vanish``."""
        return bool(self._first(style, lambda properties: flag_of(properties, tag)))

    def _first(self, style: str | None, read: Callable[[Any], Found | None]) -> Found | None:
        for _, element in self._chain(style):
            properties = element.find(qn("w:rPr"))
            found = None if properties is None else read(properties)
            if found is not None:
                return found
        return None

    def _chain(self, style: str | None) -> Iterator[tuple[str, Any]]:
        """A style and those it is based on."""
        key = style or self._default
        for _ in range(DEEPEST):
            element = self._styles.get(key) if key else None
            if element is None or key is None:
                return
            yield key, element
            key = value_of(element, "w:basedOn")


def flag_of(properties: Any, tag: str) -> bool | None:
    """An on-off property: True, False, or None when it is not mentioned."""
    element = properties.find(qn(tag))
    if element is None:
        return None
    return element.get(qn("w:val")) not in ("0", "false", "off")


def _is_paragraph(style: Any) -> bool:
    return str(style.get(qn("w:type"))) == "paragraph"
