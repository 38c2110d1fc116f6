"""A document in a library, for tests of what keeps it."""

from __future__ import annotations

from pathlib import Path

from ingest.library import DocumentRecord, Library
from tests.fake_document import make_document, make_passages


def add_document(
    library: Library, folder: Path, contract: str = "Acme", name: str = "sla.pdf", content: bytes = b"original"
) -> DocumentRecord:
    """Store a document of two clauses under ``name``, its original written to ``folder``."""
    source = folder / name
    source.write_bytes(content)
    document = make_document("The supplier answers within one hour.", "Credits are capped.")
    with library.writing():
        return library.add(contract, document, make_passages(document), source)
