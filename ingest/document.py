"""The nouns of a read document: Span, Page, Furniture, Clause, Passage, Boxes, Document.

A document has one canonical text. Everything else points into it with character offsets, so that
``text[start:end]`` always gives the words shown. Nothing here opens a file.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a document is within its contract (the vocabulary of the design)."""

    FRAMEWORK = "framework"
    ANNEX = "annex"
    SERVICE_LEVELS = "service levels"
    QUALITY_PLAN = "quality plan"
    EXIT_PLAN = "exit plan"
    DATA_PROTECTION = "data protection"
    PRICING = "pricing"
    AMENDMENT = "amendment"
    OTHER = "other"


class FurnitureKind(StrEnum):
    """Text that a page carries beside its clauses."""

    HEADER = "header"
    FOOTER = "footer"
    CONTENTS = "contents"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of a canonical text, ``0 <= start <= end``.

    Raises:
        ValueError: when the offsets are out of order.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"expected 0 <= start <= end, got {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of the span in the text it points into."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the original: its 1-based number and the body text that stands on it.

    ``confidence``, 0 to 1, is how sure text recognition is of the page's characters on average; None for a page whose text the
    file itself holds.
    """

    number: int
    span: Span
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word of which text recognition is not sure, with its confidence from 0 to 1."""

    span: Span
    confidence: float


class Signing(StrEnum):
    """What is known of a signature field of a PDF."""

    UNCHANGED = "unchanged"  # signed, and the signed content is as it was
    CHANGED = "changed"  # signed, and the content was changed since
    UNCHECKED = "unchecked"  # signed, perhaps, in a way that could not be checked
    EMPTY = "empty"  # a place for a signature, without one


@dataclass(frozen=True, slots=True)
class Signature:
    """A digital signature of a PDF, as a fact: its field's name, its state, the signer as the certificate says, and the time by the
    signer's own clock (ISO 8601), None when it is not said. ``note`` says what was added since, or why it could not be checked.

    Whether anybody vouches for the certificate is not known.
    """

    field: str
    state: Signing
    signer: str = ""
    signed: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A running header, a running footer or a contents page, and the page it came from.

    Running headers and footers are kept after the body of the text, so that a sentence that
    crosses a page break is one unbroken span; contents pages stay where they stand.
    """

    kind: FurnitureKind
    span: Span
    page: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A node of the clause tree.

    ``span`` is the clause's own text (number, heading and body), up to its first child or the next
    clause. ``number`` is as printed without its closing punctuation ("8.2.1", "Article 12",
    "Annexe B", "(a)"), or None for a heading or a text without a number. ``level`` counts from 1.
    ``parent`` is the id of the enclosing clause, None at the top.
    """

    id: str
    number: str | None
    heading: str | None
    level: int
    parent: str | None
    span: Span
    page: int

    @property
    def label(self) -> str:
        """How the clause is named to a reader: its number and heading, or what there is of them."""
        return " ".join(part for part in (self.number, self.heading) if part)


@dataclass(frozen=True, slots=True)
class Passage:
    """What is embedded and searched: a clause, or a part of a long one, with its breadcrumb.

    ``clause`` is the id of the clause in which the passage begins; ``span`` may run on over
    following sub-clauses where these are short. ``breadcrumb`` is the way from the document's title down
    to the clause, joined by " › ".
    """

    clause: str
    span: Span
    breadcrumb: str

    def embedded_text(self, text: str) -> str:
        """The words that the embedder sees, given the document's canonical text."""
        return f"{self.breadcrumb}\n{self.span.of(text)}" if self.breadcrumb else self.span.of(text)


@dataclass(frozen=True, slots=True)
class WordBox:
    """Where one word stands: its span, its 1-based page, and its box.

    The box is in points (1/72 inch) from the top left corner of the page as displayed.
    """

    span: Span
    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Boxes:
    """The word boxes of a document in reading order, as flat columns (one entry a word).

    ``starts`` and ``ends`` are characters of the canonical text, ``pages`` are 1-based, ``corners``
    holds x0, y0, x1, y1 a word, in points from the top left corner of the page.
    """

    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    pages: array[int] = field(default_factory=lambda: array("I"))
    corners: array[float] = field(default_factory=lambda: array("f"))

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, i: int) -> WordBox:
        x0, y0, x1, y1 = self.corners[4 * i : 4 * i + 4]
        return WordBox(Span(self.starts[i], self.ends[i]), self.pages[i], x0, y0, x1, y1)

    def within(self, span: Span) -> Iterator[WordBox]:
        """The boxes of the words that share a character with the span."""
        for i in range(len(self)):
            if self.starts[i] < span.end and span.start < self.ends[i]:
                yield self[i]


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its canonical text and everything that points into it.

    ``clauses`` and ``furniture``, ordered by start, cover ``text`` exactly once (see `partition`).
    ``pages`` are ordered and disjoint and cover the body. ``title`` is what the document calls
    itself, or its file's stem. ``language`` is "en", "fr" or "und" (undetermined). ``doubts``, ordered by start, are the
    words that text recognition may have got wrong. ``signatures`` are the digital signatures of a PDF.
    """

    text: str
    pages: tuple[Page, ...]
    clauses: tuple[Clause, ...]
    furniture: tuple[Furniture, ...]
    title: str
    role: Role
    language: str
    warnings: tuple[str, ...] = ()
    boxes: Boxes = field(default_factory=Boxes)
    doubts: tuple[Doubt, ...] = ()
    signatures: tuple[Signature, ...] = ()

    @property
    def paged(self) -> bool:
        """Whether it has pages to name; formats without pages have one, which is none of the original's."""
        return bool(self.pages) and self.pages[-1].number > 1

    def page_at(self, offset: int) -> int:
        """The number of the page on which the character at ``offset`` stands."""
        return page_at(self.pages, offset)

    def partition(self) -> list[Span]:
        """The spans of clauses and furniture in order; they cover the text exactly once."""
        return sorted([c.span for c in self.clauses] + [f.span for f in self.furniture])


def page_at(pages: tuple[Page, ...] | list[Page], offset: int) -> int:
    """The number of the page that holds the character at ``offset`` (binary search).

    Raises:
        ValueError: when there are no pages.
    """
    if not pages:
        raise ValueError("expected at least one page, got none")
    low, high = 0, len(pages) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if pages[middle].span.start <= offset:
            low = middle
        else:
            high = middle - 1
    return pages[low].number
