"""The body of a Word document (or a header, or a note) -> lines: paragraphs and tables in order, with their pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

from ingest.document import FurnitureKind
from ingest.read.characters import clean
from ingest.read.limits import Budget
from ingest.read.numbering import Label, Numbering, value_of, whole
from ingest.read.paragraph import Paragraph
from ingest.read.runs import Kind, Piece, Traces, pieces_of
from ingest.read.styles import Styles
from ingest.reading import Line

# A cell with more words than this is a column of running text (a layout made with a table), not a cell.
WORDS_OF_A_CELL = 250
BOLD_SHARE = 0.8
MOST_SPANNED = 64  # columns: a wider span is nonsense

_WRAPPERS = frozenset((qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"), qn("w:moveTo")))


@dataclass(frozen=True, slots=True)
class Resources:
    """What the paragraphs of a document refer to. ``notes`` are elements by "footnotes/<id>" or "endnotes/<id>"."""

    styles: Styles
    numbering: Numbering
    notes: Mapping[str, Any]
    traces: Traces


@dataclass(slots=True)
class Pages:
    """The page that is being written; ``fresh`` until something stands on it."""

    number: int = 1
    fresh: bool = True

    def turn(self) -> None:
        """A page break that the document asks for."""
        self.number += 1
        self.fresh = True

    def rendered(self) -> None:
        """A page break that Word noted; one that it asked for is noted again and counts once."""
        if not self.fresh:
            self.turn()


class BodyReader:
    """Reads block elements into `lines`.

    Args:
        resources: what paragraphs refer to.
        budget: what the file may use up.
        furniture: what all lines are, for a header or a footer.
        page: the page on which reading begins.
    """

    def __init__(
        self, resources: Resources, budget: Budget, furniture: FurnitureKind | None = None, page: int = 1
    ) -> None:
        self.lines: list[Line] = []
        self.pages = Pages(page)
        self.sections: list[tuple[Any, int]] = []
        self._resources = resources
        self._budget = budget
        self._furniture = furniture
        self._section_page = page
        self._breaks: list[Any] = []

    def read(self, container: Any) -> None:
        """Read all blocks of a body, a header or a footer."""
        self._breaks = list(container.iter(qn("w:sectPr")))
        self._blocks(container, self._furniture)

    def _blocks(self, container: Any, furniture: FurnitureKind | None) -> None:
        for block in container:
            if block.tag == qn("w:p"):
                self._add(self._paragraph(block, furniture))
                self._end_section(block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}"))
            elif block.tag == qn("w:tbl"):
                self._table(block, furniture)
            elif block.tag in _WRAPPERS:
                self._blocks(block, FurnitureKind.CONTENTS if _is_contents(block) else furniture)
            elif block.tag == qn("w:altChunk"):
                self._resources.traces.foreign = True
            elif block.tag == qn("w:sectPr"):
                self.sections.append((block, self._section_page))

    def _add(self, lines: list[Line]) -> None:
        self._budget.spend(sum(len(line.text) for line in lines))
        self.lines += lines

    def _end_section(self, section: Any | None) -> None:
        """A section's properties stand at its end; whether a page break follows is for the next section to say."""
        if section is None:
            return
        self.sections.append((section, self._section_page))
        after = self._breaks[self._breaks.index(section) + 1 :]
        if after and value_of(after[0], "w:type") not in ("continuous", "nextColumn"):
            self.pages.turn()
        self._section_page = self.pages.number

    def _paragraph(self, element: Any, furniture: FurnitureKind | None) -> list[Line]:
        """The lines of a paragraph, with its notes and text boxes after it."""
        resources = self._resources
        paragraph = Paragraph(element, resources.styles, resources.numbering)
        if paragraph.breaks_page and not self.pages.fresh:
            self.pages.turn()
        pieces = list(pieces_of(element, paragraph.style, resources.styles, resources.traces))
        if paragraph.is_deleted:
            resources.traces.changes = True
            if not any(piece.text.strip() for piece in pieces):
                return []
        label = paragraph.label()
        if furniture is None and paragraph.is_contents:
            furniture = FurnitureKind.CONTENTS
        lines = self._broken(pieces, paragraph, label, furniture)
        for piece in pieces:
            if piece.kind is Kind.NOTE and piece.text in resources.notes:
                lines += self._note(piece.text, furniture)
            elif piece.kind is Kind.BOX:
                lines += self._inner_lines(piece.element, furniture)
        return lines

    def _broken(
        self, pieces: list[Piece], paragraph: Paragraph, label: Label | None, furniture: FurnitureKind | None
    ) -> list[Line]:
        """A paragraph's words as lines: one, unless it has line or page breaks."""
        lines: list[Line] = []
        words: list[Piece] = []
        for piece in [*pieces, Piece(Kind.LINE)]:
            if piece.kind is Kind.WORDS:
                words.append(piece)
            elif piece.kind is Kind.NOTE and piece.text in self._resources.notes:
                words.append(Piece(Kind.WORDS, f"[{piece.text.rsplit('/', 1)[-1]}]"))
            elif piece.kind in (Kind.LINE, Kind.PAGE, Kind.RENDERED):
                line = self._line(words, paragraph, label if not lines else None, furniture)
                if line is not None:
                    lines.append(replace(line, gap=not lines))
                    self.pages.fresh = False
                if piece.kind is Kind.PAGE:
                    self.pages.turn()
                elif piece.kind is Kind.RENDERED:
                    self.pages.rendered()
                words = [] if line is not None or piece.kind is Kind.LINE else words
        return lines

    def _line(
        self, words: list[Piece], paragraph: Paragraph, label: Label | None, furniture: FurnitureKind | None
    ) -> Line | None:
        text = clean("".join(piece.text for piece in words))
        if not text:
            return None
        if label is not None:
            text = f"{label.text}{label.separator}{text}"
        letters = sum(len(piece.text.strip()) for piece in words)
        bold = sum(len(piece.text.strip()) for piece in words if piece.bold)
        sized = next((piece.size for piece in words if piece.size is not None), None)
        return Line(
            text=text,
            page=self.pages.number,
            size=paragraph.size if sized is None else sized,
            bold=bold >= BOLD_SHARE * letters,
            level=paragraph.level,
            number=None if label is None or label.is_bullet else label.text,
            furniture=furniture,
        )

    def _note(self, key: str, furniture: FurnitureKind | None) -> list[Line]:
        """A foot- or endnote, right after its paragraph, so that it stays with its clause."""
        lines = self._inner_lines(self._resources.notes[key], furniture)
        if lines:
            lines[0] = replace(lines[0], text=f"[{key.rsplit('/', 1)[-1]}] {lines[0].text}")
        return lines

    def _inner_lines(self, container: Any, furniture: FurnitureKind | None) -> list[Line]:
        """The lines of blocks within a paragraph or a cell."""
        before = self.lines
        self.lines = []
        self._blocks(container, furniture)
        inner, self.lines = self.lines, before
        return inner

    def _table(self, table: Any, furniture: FurnitureKind | None) -> None:
        rows = [row for row in _children(table, qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None]
        for i, row in enumerate(rows):
            page = self.pages.number
            cells = self._cells(row, furniture)
            filled = [cell for cell in cells if cell]
            if any(sum(len(line.text.split()) for line in cell) > WORDS_OF_A_CELL for cell in filled) or len(cells) < 2:
                self._add([line for cell in filled for line in cell])
            elif filled:
                self._add([_row(cells, page, gap=i == 0)])

    def _cells(self, row: Any, furniture: FurnitureKind | None) -> list[list[Line]]:
        """The lines of each cell; one that continues a merged cell is empty."""
        before = value_of(row.find(qn("w:trPr")), "w:gridBefore") if row.find(qn("w:trPr")) is not None else None
        cells: list[list[Line]] = [[] for _ in range(min(whole(before, 0), MOST_SPANNED))]
        start, end = replace(self.pages), self.pages  # a page break in a row is noted in each of its cells
        for cell in _children(row, qn("w:tc")):
            properties = cell.find(qn("w:tcPr"))
            merge = None if properties is None else properties.find(qn("w:vMerge"))
            continues = merge is not None and merge.get(qn("w:val")) in (None, "continue")
            self.pages = replace(start)
            cells.append([] if continues else self._inner_lines(cell, furniture))
            end = max(end, self.pages, key=lambda pages: pages.number)
            span = whole(value_of(properties, "w:gridSpan"), 1) if properties is not None else 1
            cells += [[] for _ in range(min(span, MOST_SPANNED) - 1)]
        self.pages = replace(end, fresh=False)
        return cells


def _row(cells: list[list[Line]], page: int, gap: bool) -> Line:
    """A table row as one line, its cells separated by tabs."""
    lines = [line for cell in cells for line in cell]
    texts = (" ".join(line.text.replace("\t", " ") for line in cell) for cell in cells)
    return Line(
        text="\t".join(texts).rstrip("\t"),
        page=page,
        size=max(line.size for line in lines),
        bold=all(line.bold for line in lines),
        gap=gap,
        table=True,
        furniture=lines[0].furniture,
    )


def _children(element: Any, tag: str) -> list[Any]:
    """Children of a tag, those in content controls and insertions included."""
    found = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif child.tag in _WRAPPERS:
            found += _children(child, tag)
    return found


def _is_contents(block: Any) -> bool:
    """Whether a content control is Word's own table of contents."""
    gallery = block.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    return gallery is not None and gallery.get(qn("w:val")) == "Table of Contents"
