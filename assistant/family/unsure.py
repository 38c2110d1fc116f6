"""Where reading was unsure: the pages of a contract on which text recognition may have got words wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.citing.cite import cite
from ingest.document import Document
from ingest.library import Library
from ingest.record import DocumentRecord


@dataclass(frozen=True, slots=True)
class UnsurePage:
    """A page that was recognised from a picture: how sure that is on average (0 to 1), and each doubtful word as a citation."""

    document: DocumentRecord
    page: int
    confidence: float
    words: tuple[Citation, ...]


def unsure_pages(library: Library, contract: str) -> list[UnsurePage]:
    """The recognised pages of a contract that have doubtful words, the least sure first.

    Raises:
        UnknownContract: when there is no such contract.
    """
    found = [
        page
        for record in library.contract(contract).documents
        for page in _of_document(record, library.document(record.id))
    ]
    return sorted(found, key=lambda each: (each.confidence, each.document.name, each.page))


def _of_document(record: DocumentRecord, document: Document) -> Iterator[UnsurePage]:
    if not document.doubts:
        return
    by_page: dict[int, list[Citation]] = {}
    for doubt in document.doubts:
        for citation in cite(record, document, doubt.span):
            by_page.setdefault(citation.page, []).append(citation)
    for page in document.pages:
        if page.confidence is not None and page.number in by_page:
            yield UnsurePage(record, page.number, page.confidence, tuple(by_page[page.number]))
