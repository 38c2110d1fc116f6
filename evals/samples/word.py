"""Print a `Source` as a Word document with python-docx: heading styles, automatic numbering, header and footer parts.

The same source gives the same bytes: dates are fixed and the zip is written anew with fixed time stamps.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Row
from docx.text.paragraph import Paragraph

from evals.samples.numbering import Numbering, Place
from evals.samples.source import (
    Alignment,
    Block,
    Centred,
    Heading,
    Item,
    Language,
    Numbered,
    PageBreak,
    Plain,
    Signature,
    Source,
    Table,
)
from evals.samples.word_numbering import write_numbering, write_place

_FONT = "Arial"
_SIZE = 10.5
_INDENT = Mm(12)
_TEXT_WIDTH_MM = 160
_FIXED_DATE = datetime(2024, 1, 1, tzinfo=UTC)
_ZIP_DATE = (2024, 1, 1, 0, 0, 0)
_BOLD = re.compile(r"(\*\*.+?\*\*)")
_FIELD = re.compile(r"(\{page\}|\{pages\})")
_FIELD_CODES = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_LANGUAGES: dict[Language, str] = {"en": "en-GB", "fr": "fr-FR"}
_ALIGNMENTS: dict[Alignment, WD_ALIGN_PARAGRAPH] = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def print_word(source: Source) -> bytes:
    """The .docx of a source.

    Raises:
        SourceError: when Word's automatic numbering would not print the source's numbers.
    """
    word = docx.Document()
    _set_up(word, source)
    printer = _Printer(word, source.meta.language)
    for block in source.blocks:
        printer.print(block)
    printer.number()
    buffer = io.BytesIO()
    word.save(buffer)
    return _fixed_zip(buffer.getvalue())


def _set_up(word: WordDocument, source: Source) -> None:
    meta = source.meta
    properties = word.core_properties
    properties.title = meta.full_title
    properties.author = properties.last_modified_by = meta.header
    properties.language = _LANGUAGES[meta.language]
    properties.created = properties.modified = _FIXED_DATE
    properties.comments = ""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    _set_fonts(word, meta.language)
    for style in ("Header", "Footer"):
        # The template's own stops are for another page width.
        word.styles[style].paragraph_format.tab_stops.clear_all()
    _write_edge(section.header.paragraphs[0], meta.header)
    _write_edge(section.footer.paragraphs[0], meta.footer)
    word.add_paragraph(meta.title, style="Title")
    for line in (meta.subtitle, meta.reference):
        if line:
            word.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    if meta.cover:
        word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _set_fonts(word: WordDocument, language: Language) -> None:
    for name, size in (("Normal", _SIZE), ("Title", 18), ("Heading 1", 13), ("Heading 2", 11), ("Heading 3", _SIZE)):
        style = word.styles[name]
        style.font.name = _FONT
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        # The template names theme fonts, which would win over the font set above.
        for attribute in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[attribute]
        for attribute in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(attribute), _FONT)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), _LANGUAGES[language])
    word.styles["Normal"].element.get_or_add_rPr().append(tongue)
    word.styles["Normal"].paragraph_format.space_after = Pt(6)


def _write_edge(paragraph: Paragraph, text: str) -> None:
    """Fill a running header or footer; its text may hold page fields, and a bar before what stands at the right."""
    left, _, right = text.partition("|")
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(_TEXT_WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)
    content = f"{left.strip()}\t{right.strip()}" if right else left.strip()
    for part in _FIELD.split(content):
        if part in _FIELD_CODES:
            _add_field(paragraph, _FIELD_CODES[part])
        elif part:
            paragraph.add_run(part).font.size = Pt(8.5)


def _add_field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    run.font.size = Pt(8.5)
    paragraph._p.append(field)
    field.append(run._r)


class _Printer:
    """Prints blocks at the end of a Word document, and remembers which of its paragraphs Word has to number."""

    def __init__(self, word: WordDocument, language: Language) -> None:
        self._word = word
        self._language = language
        self._numbering = Numbering()
        self._places: list[tuple[Paragraph, Place]] = []

    def print(self, block: Block) -> None:
        """Print one block."""
        if isinstance(block, Heading):
            heading = self._word.add_heading(block.text, block.level)
            if block.number:
                self._places.append((heading, self._numbering.clause(block.number)))
        elif isinstance(block, Numbered):
            self._places.append((self._text(block.text), self._numbering.clause(block.number)))
        elif isinstance(block, Item):
            self._places.append((self._text(block.text), self._numbering.item(block.marker, block.depth)))
        elif isinstance(block, Plain):
            self._text(block.text).paragraph_format.left_indent = _INDENT if block.indented else None
        elif isinstance(block, Centred):
            text = f"**{block.text}**" if block.bold else block.text
            self._text(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Signature):
            for line in block.lines(self._language):
                self._text(line).paragraph_format.keep_with_next = True
        elif isinstance(block, PageBreak):
            self._text("").add_run().add_break(WD_BREAK.PAGE)

    def number(self) -> None:
        """Write the numbering of everything printed so far into the document."""
        lists = write_numbering(self._word, self._numbering)
        for paragraph, place in self._places:
            write_place(paragraph, place, lists)

    def _text(self, text: str) -> Paragraph:
        paragraph = self._word.add_paragraph()
        _add_runs(paragraph, text)
        return paragraph

    def _table(self, table: Table) -> None:
        if table.caption:
            self._text(f"**{table.caption}**").paragraph_format.keep_with_next = True
        grid = self._word.add_table(rows=0, cols=len(table.columns), style="Table Grid")
        grid.autofit = False
        total = sum(column.width for column in table.columns)
        widths = [Mm(_TEXT_WIDTH_MM * column.width / total) for column in table.columns]
        for width, grid_column in zip(widths, grid.columns, strict=True):
            grid_column.width = width
        for i, texts in enumerate(table.rows):
            row = grid.add_row()
            _keep_row(row, is_heading=i == 0)
            for cell, text, column, width in zip(row.cells, texts, table.columns, widths, strict=True):
                cell.width = width
                paragraph = cell.paragraphs[0]
                paragraph.alignment = _ALIGNMENTS[column.align]
                paragraph.paragraph_format.space_after = Pt(2)
                _add_runs(paragraph, text, bold=i == 0)
        self._word.add_paragraph()


def _keep_row(row: _Row, is_heading: bool) -> None:
    """Keep a table row on one page, and repeat it on each page if it is the heading row."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_heading:
        properties.append(OxmlElement("w:tblHeader"))


def _add_runs(paragraph: Paragraph, text: str, bold: bool = False) -> None:
    for part in _BOLD.split(text):
        if part:
            strong = len(part) > 4 and part.startswith("**")
            paragraph.add_run(part.strip("*") if strong else part).bold = strong or bold or None


def _fixed_zip(content: bytes) -> bytes:
    """The same zip with its parts in order of name after the content types, and one time stamp on all."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = zipfile.ZipInfo(name, _ZIP_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o644 << 16
            part.create_system = 3
            new.writestr(part, old.read(name))
    return buffer.getvalue()
