"""The text of a Word paragraph, as pieces in order: words, line and page breaks, notes, text boxes.

Tracked changes are read as accepted (insertions kept, deletions dropped) and hidden text is left out; `Traces` remembers that
there were any.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from docx.oxml.ns import nsmap, qn

from ingest.read.characters import concealed_marks
from ingest.read.styles import Styles, flag_of

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WORD = f"{{{nsmap['w']}}}"


class Kind(Enum):
    """What a piece of a paragraph is."""

    WORDS = "words"
    LINE = "line break"
    PAGE = "page break"
    RENDERED = "page break that Word saw when it last laid the page out"
    NOTE = "reference to a note"
    BOX = "text box"


class Piece(NamedTuple):
    """A piece: words and whether they are bold, or a break, or a note's key, or a text box's element."""

    kind: Kind
    text: str = ""
    bold: bool = False
    size: float | None = None
    element: Any = None


@dataclass(slots=True)
class Traces:
    """What reading left out or chose; ``faint`` counts the runs that no eye sees, ``marks`` the characters."""

    changes: bool = False
    hidden: bool = False
    foreign: bool = False
    faint: int = 0
    marks: int = 0


TINY = 2.0  # points; the smallest print of contracts is about 4
WHITE = "FFFFFF"
# Elements that only wrap others.
_WRAPPERS = frozenset(
    f"{WORD}{name}"
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
)
_DELETED = frozenset((qn("w:del"), qn("w:moveFrom")))
_INSERTED = frozenset((qn("w:ins"), qn("w:moveTo")))
_CHARACTERS = {
    qn("w:tab"): " ",
    qn("w:ptab"): " ",
    qn("w:noBreakHyphen"): "-",
}
_NOTES = {qn("w:footnoteReference"): "footnotes", qn("w:endnoteReference"): "endnotes"}


def pieces_of(element: Any, style: str | None, styles: Styles, traces: Traces) -> Iterator[Piece]:
    """The pieces of a paragraph or of an element within it."""
    for child in element:
        if child.tag == qn("w:r"):
            yield from _run(child, style, styles, traces)
        elif child.tag in _WRAPPERS:
            traces.changes = traces.changes or child.tag in _INSERTED
            yield from pieces_of(child, style, styles, traces)
        elif child.tag in _DELETED:
            traces.changes = True
        elif child.tag in (f"{MATH}oMath", f"{MATH}oMathPara"):
            yield Piece(Kind.WORDS, "".join(t.text or "" for t in child.iter(f"{MATH}t")))


def _run(run: Any, style: str | None, styles: Styles, traces: Traces) -> Iterator[Piece]:
    properties = run.find(qn("w:rPr"))
    own = None if properties is None else properties.find(qn("w:rStyle"))
    own_style = None if own is None else own.get(qn("w:val"))

    def flag(tag: str) -> bool:
        found = None if properties is None else flag_of(properties, tag)
        if found is not None:
            return found
        return styles.flag(style, tag) or (own_style is not None and styles.flag(own_style, tag))

    if flag("w:vanish") and any(child.tag == qn("w:t") for child in run):
        traces.hidden = True
        return
    bold = flag("w:b")
    size = None if properties is None else _size(properties)
    words = "".join(child.text or "" for child in run if child.tag == qn("w:t"))
    traces.marks += concealed_marks(words)
    if words.strip() and properties is not None and ((size is not None and size < TINY) or _is_white(run, properties)):
        traces.faint += 1
    for child in run:
        yield from _child(child, bold, size)


def _is_white(run: Any, properties: Any) -> bool:
    """Whether a run is white, outside of tables and shadings, where white may show."""
    colour = properties.find(qn("w:color"))
    if colour is None or (colour.get(qn("w:val")) or "").upper() != WHITE:
        return False
    paragraph = next(run.iterancestors(qn("w:p")), None)
    shaded = paragraph is not None and paragraph.find(f".//{qn('w:shd')}") is not None
    return not shaded and next(run.iterancestors(qn("w:tc"), qn("w:txbxContent")), None) is None


def _child(child: Any, bold: bool, size: float | None) -> Iterator[Piece]:
    tag = child.tag
    if tag == qn("w:t"):
        yield Piece(Kind.WORDS, child.text or "", bold, size)
    elif tag in _CHARACTERS:
        yield Piece(Kind.WORDS, _CHARACTERS[tag], bold, size)
    elif tag == qn("w:sym"):
        yield Piece(Kind.WORDS, _symbol(child), bold, size)
    elif tag == qn("w:br"):
        yield Piece(Kind.PAGE if child.get(qn("w:type")) == "page" else Kind.LINE)
    elif tag == qn("w:cr"):
        yield Piece(Kind.LINE)
    elif tag == qn("w:lastRenderedPageBreak"):
        yield Piece(Kind.RENDERED)
    elif tag in _NOTES:
        yield Piece(Kind.NOTE, f"{_NOTES[tag]}/{child.get(qn('w:id'))}")
    elif tag in (qn("w:drawing"), qn("w:pict"), qn("w:object"), f"{ALTERNATE}AlternateContent"):
        yield from _boxes(child)


def _boxes(element: Any) -> Iterator[Piece]:
    """The text boxes of a drawing; of alternatives the first that has any, since they all say the same."""
    if element.tag == f"{ALTERNATE}AlternateContent":
        for choice in element:
            found = [Piece(Kind.BOX, element=box) for box in choice.iter(qn("w:txbxContent"))]
            if found:
                yield from found
                return
        return
    for box in element.iter(qn("w:txbxContent")):
        yield Piece(Kind.BOX, element=box)


def _symbol(element: Any) -> str:
    try:
        return chr(int(element.get(qn("w:char"), ""), 16))
    except ValueError:
        return ""


def _size(properties: Any) -> float | None:
    size = properties.find(qn("w:sz"))
    value = None if size is None else size.get(qn("w:val"))
    return int(value) / 2 if value and value.isdigit() else None
