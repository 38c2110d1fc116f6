"""The typography of the sample PDFs: fonts, paragraph styles and page measures, in points."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from evals.samples.source import Alignment, Language
from ingest.document import Role

SIDE_MARGIN = 25 * mm
TOP_MARGIN = 27 * mm
BOTTOM_MARGIN = 24 * mm
NUMBER_INDENT = 34.0
ITEM_INDENT = 24.0

_ALIGNMENTS: dict[Alignment, int] = {"left": TA_LEFT, "centre": TA_CENTER, "right": TA_RIGHT}


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family of the fonts that every PDF viewer has, and the size of its running text in points."""

    regular: str
    bold: str
    size: float
    justified: bool


def typeface(role: Role, language: Language) -> Typeface:
    """Agreements and amendments are set in Times, technical annexes in Helvetica.

    French text is never justified: its no-break spaces are stretched by reportlab without being counted, so that
    justified lines would run over the margin.
    """
    if role in (Role.FRAMEWORK, Role.AMENDMENT):
        return Typeface("Times-Roman", "Times-Bold", 11.0, justified=language == "en")
    return Typeface("Helvetica", "Helvetica-Bold", 10.5, justified=False)


class Styles:
    """The paragraph styles of one document."""

    def __init__(self, face: Typeface) -> None:
        self.face = face
        align = TA_JUSTIFY if face.justified else TA_LEFT
        self._base = ParagraphStyle(
            "base",
            fontName=face.regular,
            fontSize=face.size,
            bulletFontName=face.regular,
            bulletFontSize=face.size,
            leading=face.size * 1.3,
            alignment=align,
            spaceAfter=6,
        )
        centre = ParagraphStyle("centre", parent=self._base, alignment=TA_CENTER, spaceBefore=6, spaceAfter=10)
        self.formula = centre
        self.centred = ParagraphStyle("centred", parent=centre, fontName=face.bold)
        self.title = ParagraphStyle("title", parent=self.centred, fontSize=17, leading=22, spaceAfter=6)
        self.cover_title = ParagraphStyle("cover", parent=self.title, fontSize=24, leading=30, spaceAfter=18)
        self.caption = ParagraphStyle(
            "caption", parent=self._base, fontName=face.bold, spaceBefore=6, alignment=TA_LEFT
        )
        self.small = ParagraphStyle("small", parent=self._base, alignment=TA_LEFT, spaceAfter=4)

    def heading(self, level: int) -> ParagraphStyle:
        """The style of a heading of level 1 to 3."""
        size = self.face.size + (2.0, 0.5, 0.0)[level - 1]
        return ParagraphStyle(
            f"heading{level}",
            parent=self._base,
            fontName=self.face.bold,
            fontSize=size,
            leading=size * 1.25,
            alignment=TA_LEFT,
            spaceBefore=(14, 9, 7)[level - 1],
            keepWithNext=1,
        )

    def hanging(self, left: float, hang: float, keep: bool = False) -> ParagraphStyle:
        """A paragraph indented by ``left`` points whose number hangs ``hang`` points to its left.

        ``keep`` keeps it on one page with the beginning of what follows.
        """
        return ParagraphStyle(
            f"hang{left}", parent=self._base, leftIndent=left, bulletIndent=left - hang, keepWithNext=int(keep)
        )

    def indented(self, left: float) -> ParagraphStyle:
        """A paragraph without a number, indented by ``left`` points."""
        return ParagraphStyle(f"indent{left}", parent=self._base, leftIndent=left)

    def cell(self, align: Alignment, bold: bool) -> ParagraphStyle:
        """The text of a table cell, a little smaller than the running text."""
        size = self.face.size - 1.0
        font = self.face.bold if bold else self.face.regular
        return ParagraphStyle(
            f"cell-{align}-{bold}",
            fontName=font,
            fontSize=size,
            leading=size * 1.22,
            alignment=_ALIGNMENTS[align],
        )

    def contents(self) -> list[ParagraphStyle]:
        """The styles of a contents entry, by level."""
        size = self.face.size
        return [
            ParagraphStyle(
                f"toc{level}", fontName=self.face.regular, fontSize=size, leading=size * 1.3, leftIndent=16.0 * level
            )
            for level in range(3)
        ]
