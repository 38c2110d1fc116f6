"""What measuring needs to see of a library: its contracts, its documents and their passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ingest.document import Document, Passage
from ingest.errors import UnknownContract


class Record(Protocol):
    """A document as the library knows it."""

    @property
    def id(self) -> str:
        """The library's key."""
        ...

    @property
    def name(self) -> str:
        """The name within the contract."""
        ...

    @property
    def sha256(self) -> str:
        """The hash of the original file, in hexadecimal."""
        ...


class Family(Protocol):
    """A contract as the library knows it."""

    @property
    def name(self) -> str:
        """The contract's name."""
        ...

    @property
    def documents(self) -> Sequence[Record]:
        """Its documents."""
        ...


class Shelf(Protocol):
    """The part of `ingest.library.Library` that is read here."""

    def contract(self, name: str) -> Family:
        """The contract of that name; raises `ingest.errors.UnknownContract`."""
        ...

    def document(self, document_id: str) -> Document:
        """The document of that id; raises `ingest.errors.UnknownContract`."""
        ...

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of the document of that id, in order."""
        ...


def find_record(shelf: Shelf, contract: str, document: str) -> Record | None:
    """The record of a document by the names of its contract and its own, None when the library has none such."""
    try:
        family = shelf.contract(contract)
    except UnknownContract:
        return None
    return next((record for record in family.documents if record.name == document), None)


def find_document(shelf: Shelf, contract: str, document: str) -> Document | None:
    """The document by the names of its contract and its own, None when the library has none such."""
    record = find_record(shelf, contract, document)
    return None if record is None else shelf.document(record.id)
