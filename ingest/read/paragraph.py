"""What a Word paragraph says of itself: its style, heading level, numbering, page break."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from ingest.read.numbering import LEVELS, Label, Numbering, value_of, whole
from ingest.read.styles import BODY_LEVEL, Styles, flag_of


class Paragraph:
    """A paragraph's properties, its own before those of its style."""

    def __init__(self, element: Any, styles: Styles, numbering: Numbering) -> None:
        self._properties = element.find(qn("w:pPr"))
        self._styles = styles
        self._numbering = numbering
        self.style = self._value("w:pStyle")

    def _value(self, tag: str) -> str | None:
        return None if self._properties is None else value_of(self._properties, tag)

    @property
    def level(self) -> int | None:
        """The heading level from 1, None for running text."""
        own = self._value("w:outlineLvl")
        if own is None:
            return self._styles.level(self.style)
        level = whole(own, BODY_LEVEL)
        return level + 1 if level < BODY_LEVEL else None

    @property
    def size(self) -> float:
        """The size of its style in points."""
        return self._styles.size(self.style)

    @property
    def is_contents(self) -> bool:
        """Whether it is an entry of a table of contents."""
        return self._styles.is_contents(self.style)

    @property
    def breaks_page(self) -> bool:
        """Whether it begins a page."""
        return self._properties is not None and bool(flag_of(self._properties, "w:pageBreakBefore"))

    @property
    def is_deleted(self) -> bool:
        """Whether a tracked change deletes its end."""
        return self._properties is not None and self._properties.find(f"{qn('w:rPr')}/{qn('w:del')}") is not None

    def label(self) -> Label | None:
        """What automatic numbering puts before it; counts the list on, so ask once."""
        own = None if self._properties is None else self._properties.find(qn("w:numPr"))
        number = None if own is None else value_of(own, "w:numId")
        level = None if own is None else value_of(own, "w:ilvl")
        if number is None:
            inherited = self._styles.numbering(self.style)
            if inherited is None:
                return None
            number, inherited_level, key = inherited
            if level is None:
                level = inherited_level
            if level is None:
                level = str(self._numbering.level_of_style(number, key))
        return self._numbering.label(number, min(max(whole(level, 0), 0), LEVELS - 1))
