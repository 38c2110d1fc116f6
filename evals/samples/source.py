"""The nouns of a sample document's source: its front matter (`Meta`) and its blocks.

`evals.samples.markup` parses a source into these, `evals.samples.pdf` and `evals.samples.word` print them. In every
``text``, words between pairs of ``**`` are bold.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ingest.document import Role

Language: TypeAlias = Literal["en", "fr"]
Alignment: TypeAlias = Literal["left", "centre", "right"]


class SourceError(Exception):
    """A source does not follow the markup; the message names the file, the line and what was expected."""


@dataclass(frozen=True, slots=True)
class Meta:
    """The front matter: what the document calls itself and what its pages carry.

    ``header`` and ``footer`` may hold ``{page}`` and ``{pages}``; a ``|`` splits left from right.
    ``contents`` is None for a document without contents pages, else the heading of these.
    """

    title: str
    role: Role
    format: Literal["pdf", "docx"]
    language: Language
    header: str
    footer: str
    subtitle: str = ""
    reference: str = ""
    cover: bool = False
    contents: str | None = None

    @property
    def full_title(self) -> str:
        """The title and, after a dash, the subtitle if there is one."""
        return f"{self.title} – {self.subtitle}" if self.subtitle else self.title


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``number`` is as printed with its punctuation ("4.", "ARTICLE 4 –"), None without one."""

    level: int
    number: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered paragraph ("4.2 The Provider shall …"); ``number`` is as printed."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; ``marker`` is as printed ("(a)", "i)", "–") and ``depth`` counts from 0."""

    depth: int
    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A paragraph without a number, at the margin or indented."""

    text: str
    indented: bool = False


@dataclass(frozen=True, slots=True)
class Centred:
    """A centred line: a formula, or (bold) a title such as BETWEEN."""

    text: str
    bold: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its width relative to the other columns, and its alignment."""

    width: int
    align: Alignment


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first row is the heading row, and every row has a cell a column."""

    caption: str | None
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature box: for whom, who signed, as what, where and when."""

    party: str
    name: str
    title: str
    place: str

    def lines(self, language: Language) -> tuple[str, ...]:
        """The lines of the box, in the language of the document."""
        if language == "fr":
            labels = ("Pour", "Nom :", "Qualité :", "Lieu et date :", "Signature :")
        else:
            labels = ("Signed for and on behalf of", "Name:", "Title:", "Place and date:", "Signature:")
        values = (f"**{self.party}**", self.name, self.title, self.place, "." * 34)
        return tuple(f"{label} {value}" for label, value in zip(labels, values, strict=True))


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The start of a new page."""


Block: TypeAlias = Heading | Numbered | Item | Plain | Centred | Table | Signature | PageBreak


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed source: its front matter and its blocks in order."""

    meta: Meta
    blocks: tuple[Block, ...]
