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
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from evals.samples.numbering import Numbering, Place
from evals.samples.source import (
    Alignment,
    Block,
    Centred,
    Heading,
    Item,
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
_TEXT_WIDTH = Mm(160)
_FIXED_DATE = datetime(2024, 1, 1, tzinfo=UTC)
_ZIP_DATE = (2024, 1, 1, 0, 0, 0)
_BOLD = re.compile(r"(\*\*.+?\*\*)")
_FIELD = re.compile(r"(\{page\}|\{pages\})")
_FIELD_CODES = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_LANGUAGES = {"en": "en-GB", "fr": "fr-FR"}
_SIGNED = {
    "en": ("Signed for and on behalf of", "Name", "Title", "Place and date", "Signature"),
    "fr": ("Pour", "Nom", "Qualité", "Lieu et date", "Signature"),
}
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
    numbering = Numbering()
    places: list[tuple[Paragraph, Place]] = []
    for block in source.blocks:
        _print_block(word, block, source, numbering, places)
    lists = write_numbering(word, numbering)
    for paragraph, place in places:
        write_place(paragraph, place, lists)
    buffer = io.BytesIO()
    word.save(buffer)
    return _fixed_zip(buffer.getvalue())


def _set_up(word: WordDocument, source: Source) -> None:
    meta = source.meta
    properties = word.core_properties
    properties.title = f"{meta.title} – {meta.subtitle}" if meta.subtitle else meta.title
    properties.author = properties.last_modified_by = meta.header
    properties.language = _LANGUAGES[meta.language]
    properties.created = properties.modified = _FIXED_DATE
    properties.comments = ""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    _set_fonts(word, meta.language)
    _write_edge(section.header.paragraphs[0], meta.header)
    _write_edge(section.footer.paragraphs[0], meta.footer)
    word.add_paragraph(meta.title, style="Title")
    for line in (meta.subtitle, meta.reference):
        if line:
            word.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    if meta.cover:
        word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _set_fonts(word: WordDocument, language: str) -> None:
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
    paragraph.paragraph_format.tab_stops.add_tab_stop(_TEXT_WIDTH, 2)
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


def _print_block(
    word: WordDocument, block: Block, source: Source, numbering: Numbering, places: list[tuple[Paragraph, Place]]
) -> None:
    if isinstance(block, Heading):
        heading = word.add_heading(block.text, block.level)
        if block.number:
            places.append((heading, numbering.clause(block.number)))
    elif isinstance(block, Numbered):
        places.append((_text(word, block.text), numbering.clause(block.number)))
    elif isinstance(block, Item):
        places.append((_text(word, block.text), numbering.item(block.marker, block.depth)))
    elif isinstance(block, Plain):
        paragraph = _text(word, block.text)
        if block.indented:
            paragraph.paragraph_format.left_indent = _INDENT
    elif isinstance(block, Centred):
        paragraph = _text(word, f"**{block.text}**" if block.bold else block.text)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif isinstance(block, Table):
        _print_table(word, block)
    elif isinstance(block, Signature):
        _print_signature(word, block, source.meta.language)
    elif isinstance(block, PageBreak):
        word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _text(word: WordDocument, text: str) -> Paragraph:
    paragraph: Paragraph = word.add_paragraph()
    _add_runs(paragraph, text)
    return paragraph


def _add_runs(paragraph: Paragraph, text: str, bold: bool = False) -> None:
    for part in _BOLD.split(text):
        if part:
            strong = len(part) > 4 and part.startswith("**")
            paragraph.add_run(part.strip("*") if strong else part).bold = strong or bold or None


def _print_table(word: WordDocument, table: Table) -> None:
    if table.caption:
        caption = _text(word, f"**{table.caption}**")
        caption.paragraph_format.keep_with_next = True
    grid = word.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    grid.autofit = False
    total = sum(column.width for column in table.columns)
    widths = [int(_TEXT_WIDTH * column.width / total) for column in table.columns]
    for width, grid_column in zip(widths, grid.columns, strict=True):
        grid_column.width = width
    for i, row in enumerate(table.rows):
        properties = grid.add_row()._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if i == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for cell, text, column, width in zip(grid.rows[i].cells, row, table.columns, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            paragraph.alignment = _ALIGNMENTS[column.align]
            paragraph.paragraph_format.space_after = Pt(2)
            _add_runs(paragraph, text, bold=i == 0)
    word.add_paragraph()


def _print_signature(word: WordDocument, box: Signature, language: str) -> None:
    values = (f"**{box.party}**", box.name, box.title, box.place, "." * 34)
    for label, value in zip(_SIGNED[language], values, strict=True):
        paragraph = _text(word, f"{label}: {value}")
        paragraph.paragraph_format.keep_with_next = True
    word.add_paragraph()


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
