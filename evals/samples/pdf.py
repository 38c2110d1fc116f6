"""Print a `Source` as an A4 PDF with reportlab: the same bytes for the same source and reportlab version."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Table as Grid
from reportlab.platypus.tableofcontents import TableOfContents

from evals.samples.pdf_styles import (
    BOTTOM_MARGIN,
    ITEM_INDENT,
    NUMBER_INDENT,
    SIDE_MARGIN,
    TOP_MARGIN,
    Styles,
    typeface,
)
from evals.samples.source import (
    Block,
    Centred,
    Heading,
    Item,
    Meta,
    Numbered,
    PageBreak,
    Plain,
    Signature,
    Source,
    Table,
)

_TEXT_WIDTH = A4[0] - 2 * SIDE_MARGIN
_SHORT_TABLE = 6
"""Rows up to which a table is kept on one page."""
_TABLE_START = 130.0
"""Points that have to be left on a page for a longer table to begin there."""
_HANGING_NUMBER = re.compile(r"\d+(\.\d+)*\.?")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def print_pdf(source: Source) -> bytes:
    """The PDF of a source.

    The document is laid out twice: the first time tells how many pages the running footer has to announce.
    """
    draft = _Layout(source, page_count=0)
    draft.write()
    final = _Layout(source, page_count=draft.pages)
    return final.write()


class _Layout(BaseDocTemplate):  # type: ignore[misc]  # reportlab carries no types
    """One laying out of a document: its pages, their running header and footer, its contents entries."""

    def __init__(self, source: Source, page_count: int) -> None:
        self._buffer = io.BytesIO()
        meta = source.meta
        super().__init__(
            self._buffer, pagesize=A4, title=meta.full_title, author=meta.header, lang=meta.language, invariant=1
        )
        self._source = source
        self._page_count = page_count
        self._styles = Styles(typeface(meta.role, meta.language))
        self.pages = 0
        frame = Frame(
            SIDE_MARGIN, BOTTOM_MARGIN, _TEXT_WIDTH, A4[1] - TOP_MARGIN - BOTTOM_MARGIN, 0, 0, 0, 0, id="body"
        )
        self.addPageTemplates(PageTemplate(id="page", frames=[frame], onPage=self._furnish))

    def write(self) -> bytes:
        """Lay the document out and give its bytes; ``pages`` then holds the number of its pages."""
        self.multiBuild(list(_Story(self._source, self._styles)))
        self.pages = self.page
        return self._buffer.getvalue()

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802  # reportlab's hook
        """Tell the contents pages of each heading as it is set."""
        entry = getattr(flowable, "contents_entry", None)
        if entry is not None:
            level, text = entry
            self.notify("TOCEntry", (level, text, self.page))

    def _furnish(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        if self._source.meta.cover and self.page == 1:
            return
        canvas.saveState()
        canvas.setFont(self._styles.face.regular, 8.5)
        self._edge(canvas, self._source.meta.header, A4[1] - TOP_MARGIN + 20, rule=-5)
        self._edge(canvas, self._source.meta.footer, BOTTOM_MARGIN - 24, rule=11)
        canvas.restoreState()

    def _edge(self, canvas: Canvas, text: str, y: float, rule: float) -> None:
        left, _, right = text.replace("{pages}", str(self._page_count)).replace("{page}", str(self.page)).partition("|")
        canvas.drawString(SIDE_MARGIN, y, left.strip())
        canvas.drawRightString(A4[0] - SIDE_MARGIN, y, right.strip())
        canvas.setLineWidth(0.4)
        canvas.line(SIDE_MARGIN, y + rule, A4[0] - SIDE_MARGIN, y + rule)


class _Story:
    """The flowables of a document, in order."""

    def __init__(self, source: Source, styles: Styles) -> None:
        self._source = source
        self._styles = styles

    def __iter__(self) -> Iterator[Flowable]:
        yield from self._opening(self._source.meta)
        for is_signature, group in groupby(self._source.blocks, lambda block: isinstance(block, Signature)):
            if is_signature:
                yield self._signatures([block for block in group if isinstance(block, Signature)])
            else:
                for block in group:
                    yield from self._block(block)

    def _opening(self, meta: Meta) -> Iterator[Flowable]:
        if meta.cover:
            yield Spacer(1, 190)
        yield Paragraph(_inline(meta.title), self._styles.cover_title if meta.cover else self._styles.title)
        for line in (meta.subtitle, meta.reference):
            if line:
                yield Paragraph(_inline(line), self._styles.formula)
        yield NewPage() if meta.cover else Spacer(1, 10)
        if meta.contents:
            yield Paragraph(_inline(meta.contents), self._styles.heading(1))
            yield TableOfContents(levelStyles=self._styles.contents(), dotsMinLevel=0)
            yield NewPage()

    def _block(self, block: Block) -> Iterator[Flowable]:
        styles = self._styles
        if isinstance(block, Heading):
            yield self._heading(block)
        elif isinstance(block, Numbered):
            style = styles.hanging(NUMBER_INDENT, NUMBER_INDENT, keep=block.text.endswith(":"))
            yield Paragraph(_inline(block.text), style, bulletText=block.number)
        elif isinstance(block, Item):
            left = NUMBER_INDENT + ITEM_INDENT * (block.depth + 1)
            yield Paragraph(_inline(block.text), styles.hanging(left, ITEM_INDENT), bulletText=block.marker)
        elif isinstance(block, Plain):
            yield Paragraph(_inline(block.text), styles.indented(NUMBER_INDENT if block.indented else 0))
        elif isinstance(block, Centred):
            yield Paragraph(_inline(block.text), styles.centred if block.bold else styles.formula)
        elif isinstance(block, Table):
            yield from self._table(block)
        elif isinstance(block, PageBreak):
            yield NewPage()

    def _heading(self, block: Heading) -> Flowable:
        style = self._styles.heading(block.level)
        label = f"{block.number} {block.text}" if block.number else block.text
        if block.number and _HANGING_NUMBER.fullmatch(block.number):
            style.leftIndent = NUMBER_INDENT
            style.bulletFontName, style.bulletFontSize = style.fontName, style.fontSize
            heading = Paragraph(_inline(block.text), style, bulletText=block.number)
        else:
            heading = Paragraph(_inline(label), style)
        heading.contents_entry = (block.level - 1, _inline(label))
        return heading

    def _table(self, table: Table) -> Iterator[Flowable]:
        total = sum(column.width for column in table.columns)
        cells = [
            [
                Paragraph(_inline(cell), self._styles.cell(column.align, bold=i == 0))
                for cell, column in zip(row, table.columns, strict=True)
            ]
            for i, row in enumerate(table.rows)
        ]
        grid = Grid(cells, [_TEXT_WIDTH * column.width / total for column in table.columns], repeatRows=1)
        grid.setStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.Color(0.45, 0.45, 0.45)),
                ("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.88, 0.9, 0.93)),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        )
        caption = [Paragraph(_inline(table.caption), self._styles.caption)] if table.caption else []
        if len(table.rows) <= _SHORT_TABLE:
            yield KeepTogether([*caption, grid])
        else:
            yield CondPageBreak(_TABLE_START)
            yield from caption
            yield grid
        yield Spacer(1, 10)

    def _signatures(self, boxes: list[Signature]) -> Flowable:
        language, style = self._source.meta.language, self._styles.small
        cells = [[Paragraph(_inline(line), style) for line in box.lines(language)] for box in boxes]
        grid = Grid([cells], [_TEXT_WIDTH / len(cells)] * len(cells))
        grid.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
        return KeepTogether([Spacer(1, 14), grid])


def _inline(text: str) -> str:
    """The text in reportlab's own markup: special characters escaped, ``**`` turned to bold."""
    return _BOLD.sub(r"<b>\1</b>", escape(text))
