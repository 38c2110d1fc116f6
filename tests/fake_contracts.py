"""A real library and index in a folder of the test's, filled from lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from assistant.chat import Assistant
from assistant.retrieve import Search
from assistant.wording.lexicon import Lexicon
from ingest.canonical import assemble
from ingest.clauses import find_clauses
from ingest.document import Document, Role
from ingest.index import Index
from ingest.language import detect
from ingest.library import Library
from ingest.passages import split
from ingest.reading import Line, Reading
from ingest.record import DocumentRecord
from tests.fake_embedder import FakeEmbedder

PAGE_BREAK = "\f"


def read_lines(*lines: str, title: str = "Agreement", language: str | None = None) -> Document:
    """A document of these lines; "" puts a gap above the next line, PAGE_BREAK begins a page."""
    made: list[Line] = []
    page, gap = 1, False
    for line in lines:
        if line == PAGE_BREAK:
            page += 1
        elif line:
            made.append(Line(line, page, gap=gap, table="\t" in line))
        gap = line == ""
    canonical = assemble(Reading(tuple(made), page, (0.0,) * page))
    clauses = find_clauses(canonical).clauses
    spoken = language or detect(canonical.text)
    return Document(canonical.text, canonical.pages, clauses, canonical.furniture, title, Role.FRAMEWORK, spoken)


class Contracts:
    """A library with its index. Use it in a ``with`` statement, which closes both."""

    answer_reader = None
    """Nothing is read together with a question."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.embedder = FakeEmbedder()
        self.library = Library(folder / "home")
        self.index = Index(folder / "home" / "index", self.embedder)

    def add(self, contract: str, *lines: str, name: str = "agreement", title: str = "Agreement") -> DocumentRecord:
        return self.add_document(contract, read_lines(*lines, title=title), name)

    def add_document(
        self, contract: str, document: Document, name: str = "agreement", suffix: str = ".txt"
    ) -> DocumentRecord:
        source = self.folder / f"{name}{suffix}"
        source.write_text(document.text, encoding="utf-8")
        passages = split(document, self.embedder)
        vectors = self.embedder.embed_passages([p.embedded_text(document.text) for p in passages])
        with self.library.writing():
            record = self.library.add(contract, document, passages, source, name)
            self.index.add(record, document, passages, vectors)
        return record

    def alias(self, contract: str, *aliases: str) -> None:
        with self.library.writing():
            self.library.add_aliases(contract, aliases)

    def assistant(self, model: Any = None, **options: Any) -> Assistant:
        return Assistant(self.library, self.index, self.embedder, model, **options)

    def search(self) -> Search:
        return Search(self.library, self.index, self.embedder, Lexicon.load())

    def ids(self, contract: str) -> Sequence[str]:
        return [d.id for d in self.library.contract(contract).documents]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.index.close()
        self.library.close()


HOSTING = (
    "1. Services",
    "1.1 Scope",
    "The Provider shall host the platform of the Customer.",
    "1.2 Incidents",
    "The Provider shall answer a P1 incident within fifteen (15) minutes.",
    "1.3 Calls",
    "The Customer may call",
    PAGE_BREAK,
    "the duty manager at any hour of the day or night.",
    "2. Fees",
    "2.1 Amount",
    "The monthly fee is 12,000 euros.",
    "2.2 Invoices",
    "Invoices are due within thirty (30) days.",
    "3. Term",
    "3.1 Notice",
    "Either party may terminate this agreement with ninety (90) days notice in writing.",
    "3.2 Restrictions",
    "The Provider shall not subcontract the hosting without the consent of the Customer.",
)
"""Two pages of a made-up hosting agreement, one sentence a clause; one sentence crosses the page."""
