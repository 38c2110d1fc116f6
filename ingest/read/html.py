"""HTML -> Reading: what a browser would show, with heading levels, list numbers, tables and page breaks.

lxml's HTML parser takes no entities of a document's own and opens no connection, so that what is hostile in XML is not in reach here.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Any

from lxml import etree

from ingest.errors import DamagedFile, EmptyFile
from ingest.read.characters import clean
from ingest.read.html_list import label_of
from ingest.read.html_table import ROW_HOLDERS, rows_of
from ingest.read.limits import Budget, Limits
from ingest.read.text import decode
from ingest.read.title import usable_title
from ingest.reading import Line, Reading

_HIDDEN = frozenset("script style head template iframe object embed svg math audio video canvas noframes".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table td th tr ul".split()
)
_CLOSE = frozenset({"li", "dt", "dd", "tr", "td", "th", "caption"})  # no paragraph's gap stands above these
_BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD_SHARE = 0.8
_STYLE_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)|(font-weight\s*:\s*(?:normal|[1-5]00))", re.IGNORECASE)
_STYLE_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BREAK = r"(?:page-)?break-{side}\s*:\s*(?:always|page|left|right)"
_BREAKS = {side: re.compile(_BREAK.format(side=side), re.IGNORECASE) for side in ("before", "after")}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4096  # bytes
_TOO_DEEP = "depth"  # what libxml2's message says when elements are nested beyond its bound


def read_html(path: Path, limits: Limits) -> Reading:
    """Read an HTML file.

    Raises:
        EmptyFile: it shows no words.
        DamagedFile: its elements are nested without end.
        FileTooLarge: it goes beyond the limits.
    """
    budget = Budget(limits, path.name)
    text, warnings = _decoded(path.read_bytes())
    budget.spend(len(text))
    lines, title = lines_of_html(text, budget)
    pages = max((line.page for line in lines), default=1)
    budget.check_pages(pages)
    if not any(any(c.isalnum() for c in line.text) for line in lines):
        raise EmptyFile(f"{path.name}: expected a page with words, got none; fetch the file again")
    return Reading(tuple(lines), pages, (0.0,) * pages, title, tuple(warnings))


def lines_of_html(text: str, budget: Budget) -> tuple[list[Line], str | None]:
    """The lines of a page of HTML, and the title that it gives itself.

    Raises:
        DamagedFile: its elements are nested without end.
        FileTooLarge: it goes beyond the budget.
    """
    if not text.strip():
        return [], None
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        # lone halves of character pairs have no place in UTF-8
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except etree.LxmlError as error:  # nothing that the parser could mend
        raise DamagedFile(
            f"{budget.name}: expected a page of HTML, got: {str(error)[:200]}; save it anew from a browser"
        ) from error
    if any(_TOO_DEEP in entry.message.lower() for entry in parser.error_log):
        raise DamagedFile(
            f"{budget.name}: expected a page of HTML, got elements nested without end; save it anew from a browser"
        )
    if root is None:
        return [], None
    writer = _Writer(budget)
    writer.walk(root, bold=False)
    writer.flush()
    title = root.find(".//title")
    return writer.lines, usable_title("".join(title.itertext())) if title is not None else None


def _decoded(content: bytes) -> tuple[str, list[str]]:
    """The text of the bytes: a byte order mark stands over what the page declares, that over a guess."""
    declared = _CHARSET.search(content[:_DECLARED_WITHIN])
    if declared and not content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode(declared.group(1).decode("ascii")), []
        except (LookupError, UnicodeDecodeError):
            pass  # an unknown encoding, or another one than declared: it is found below
    return decode(content)


class _Writer:
    """Turns elements into `lines`, the way a browser stacks blocks.

    Elements are nested at most 256 deep (the parser's own bound), so that recursion is safe.
    """

    def __init__(self, budget: Budget) -> None:
        self.lines: list[Line] = []
        self._budget = budget
        self._page = 1
        self._fresh = True  # nothing stands on the page yet
        self._words: list[tuple[str, bool]] = []
        self._gap = False
        self._level: int | None = None
        self._label = ""

    def walk(self, element: Any, bold: bool) -> None:
        """Write an element and all that is in it, the text after it left out."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _HIDDEN or _is_hidden(element):
            return
        style = element.get("style") or ""
        bold = _is_bold(tag, style, bold)
        if tag == "br":
            self.flush()
        elif tag in _BLOCKS:
            self._block(element, tag, style, bold)
        else:
            self._inside(element, bold)

    def flush(self) -> None:
        """End the line that is being written."""
        shown = clean("".join(text for text, _ in self._words))
        letters = sum(len(text.strip()) for text, _ in self._words)
        strong = sum(len(text.strip()) for text, bold in self._words if bold)
        self._words = []
        if shown:
            text = f"{self._label} {shown}" if self._label else shown
            number = self._label if self._label not in {"", "•"} else None
            bold = strong >= _BOLD_SHARE * letters
            self._add(Line(text, self._page, level=self._level, number=number, bold=bold, gap=self._gap))
            self._label = ""

    def _block(self, element: Any, tag: str, style: str, bold: bool) -> None:
        self.flush()
        if _BREAKS["before"].search(style):
            self._turn()
        self._gap = self._gap or (tag not in _CLOSE and bool(self.lines))
        outer = self._level
        self._level = int(tag[1]) if re.fullmatch("h[1-6]", tag) else outer
        if tag == "li":
            self._label = label_of(element)
        if tag == "pre":
            self._preformatted(element, bold)
        elif tag == "table":
            self._table(element, bold)
        else:
            self._inside(element, bold)
        self.flush()
        self._level, self._label = outer, ""
        self._gap = self._gap or (tag not in _CLOSE and bool(self.lines))
        if _BREAKS["after"].search(style):
            self._turn()

    def _inside(self, element: Any, bold: bool) -> None:
        self._say(element.text, bold)
        for child in element:
            self.walk(child, bold)
            self._say(child.tail, bold)

    def _preformatted(self, element: Any, bold: bool) -> None:
        for row in "".join(element.itertext()).split("\n"):
            self._say(row, bold)
            self.flush()

    def _table(self, table: Any, bold: bool) -> None:
        """A table's rows as lines; a table that only lays out the page is read as blocks."""
        rows = rows_of(table)
        if rows is None:
            self._inside(table, bold)
            return
        for child in table:
            if child.tag not in ROW_HOLDERS:
                self.walk(child, bold)
        self.flush()
        for row in rows:
            cells = [self._cell(cell, bold) for cell in row.cells]
            joined = (words for words, _ in cells if words or not row.is_item)
            text = (" " if row.is_item else "\t").join(joined).rstrip("\t")
            if text.strip():
                strong = all(is_bold for words, is_bold in cells if words)
                self._add(Line(text, self._page, bold=strong, gap=self._gap, table=not row.is_item))

    def _cell(self, cell: Any | None, bold: bool) -> tuple[str, bool]:
        """The words of a cell, and whether they are bold; none for a place that a merged cell covers."""
        if cell is None:
            return "", False
        inner = _Writer(self._budget)
        inner.walk(cell, bold)
        inner.flush()
        words = " ".join(line.text.replace("\t", " ") for line in inner.lines)
        return words, bool(inner.lines) and all(line.bold for line in inner.lines)

    def _say(self, text: str | None, bold: bool) -> None:
        if text:
            self._words.append((text, bold))

    def _add(self, line: Line) -> None:
        self._budget.spend(len(line.text))
        self.lines.append(line)
        self._gap, self._fresh = False, False

    def _turn(self) -> None:
        """Begin a page, unless nothing stands on this one."""
        if not self._fresh:
            self._page += 1
            self._fresh = True


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_STYLE_HIDDEN.search(element.get("style") or ""))


def _is_bold(tag: str, style: str, outer: bool) -> bool:
    said = _STYLE_BOLD.search(style)
    return said.group(1) is not None if said else outer or tag in _BOLD
