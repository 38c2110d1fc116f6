"""What a reader hands over: the lines of a file in reading order, before anything is decided.

Each module of `ingest.read` turns one format into a `Reading`; `ingest.clean` marks its furniture and
`ingest.canonical` turns it into the canonical text.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import FurnitureKind, Signature


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word of a line: characters ``start`` to ``end`` of the line's text, and its box.

    The box is in points from the top left corner of the page as displayed. ``confidence``, 0 to 1, is how sure text
    recognition is of the word; 1 for a word that the file itself holds.
    """

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the original, stripped of spaces at both ends, without line breaks.

    ``page`` is 1-based. ``size`` is the height of its type in points (0 when unknown). ``level`` is
    the depth of the heading that the format itself declares (Markdown ``##`` is 2, Word's "Heading 1" is
    1), None when it declares none. ``number`` is a number that the format generates rather than stores (Word's
    automatic numbering); it is already part of ``text``. ``gap`` says that vertical space, larger than the line
    spacing, stands above the line (a new paragraph). ``table`` says that the line is a table row, its
    cells separated by tabs. ``furniture`` is set where the format itself says so (a Word header).
    """

    text: str
    page: int
    words: tuple[PlacedWord, ...] = ()
    x0: float = 0.0
    y0: float = 0.0
    x1: float = 0.0
    y1: float = 0.0
    size: float = 0.0
    bold: bool = False
    level: int | None = None
    number: str | None = None
    gap: bool = False
    table: bool = False
    furniture: FurnitureKind | None = None


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A page as text recognition read it.

    ``confidence``, 0 to 1, is the mean over its characters, 0 for a page on which nothing was found. ``turned`` is by how
    many degrees, against the clock, the page had to be turned to be read. ``height`` is the height of the page, turned so, in points:
    the lines' places are those on the turned page, and their words' boxes those on the page as displayed.
    """

    lines: tuple[Line, ...]
    number: int
    confidence: float
    turned: int
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of a file, its number of pages, the height of each page in points, and what went less than well.

    ``pictures`` are the 1-based numbers of pages that are but pictures, whose words are not among the lines yet (see
    `ingest.scans`). ``confidences`` has an entry (page, confidence) for each page that text recognition has read.

    ``page_heights`` has one entry a page, 0 where the format has no geometry. ``title`` is what the file's own metadata
    says, None when it says nothing of use. ``signatures`` are the digital signatures of a PDF. ``is_message`` is whether it is a letter by
    e-mail, which speaks of contracts and is none.
    """

    lines: tuple[Line, ...]
    page_count: int
    page_heights: tuple[float, ...]
    title: str | None = None
    warnings: tuple[str, ...] = ()
    pictures: tuple[int, ...] = ()
    confidences: tuple[tuple[int, float], ...] = ()
    signatures: tuple[Signature, ...] = ()
    is_message: bool = False
