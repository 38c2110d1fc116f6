"""What the library says of a contract and of a document without opening its text."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count

from ingest.document import Document, Role
from ingest.originals import Original

_ID_DIGITS = 16


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A stored document.

    ``name`` is its file's stem, made unique within its contract. ``sha256``, ``suffix`` (".pdf") and ``size``
    (bytes) are of the original. ``added`` is ISO 8601 in UTC. ``folder`` are its file's folders below the contract's own;
    ``replaced_by`` is the id of the newer version, None for a document that none replaced.
    ``role_read`` is what reading took it for where a user says that it is something else, None where nobody does.
    """

    id: str
    contract: str
    name: str
    title: str
    role: Role
    language: str
    sha256: str
    suffix: str
    size: int
    page_count: int
    clause_count: int
    added: str
    warnings: tuple[str, ...]
    folder: str = ""
    replaced_by: str | None = None
    role_read: Role | None = None


@dataclass(frozen=True, slots=True)
class ContractRecord:
    """A stored contract: its name, other names that it answers to, and its documents by name."""

    name: str
    aliases: tuple[str, ...]
    documents: tuple[DocumentRecord, ...]


def document_id(contract: str, sha256: str) -> str:
    """The id of a document, 16 hex digits: the same bytes in two contracts are two documents."""
    return hashlib.sha256(f"{contract}\0{sha256}".encode()).hexdigest()[:_ID_DIGITS]


def new_record(contract: str, name: str, original: Original, document: Document, folder: str = "") -> DocumentRecord:
    """The record of a document that is added now."""
    return DocumentRecord(
        id=document_id(contract, original.sha256),
        contract=contract,
        name=name,
        title=document.title,
        role=document.role,
        language=document.language,
        sha256=original.sha256,
        suffix=original.suffix,
        size=original.size,
        page_count=len(document.pages),
        clause_count=len(document.clauses),
        added=datetime.now(UTC).isoformat(timespec="seconds"),
        warnings=document.warnings,
        folder=folder,
    )


def unique_name(stem: str, folder: str, taken: Collection[str]) -> str:
    """A name that is not taken: "raci", then "raci (fr/network)" from its folders, then "raci (2)".

    Args:
        stem: the file's stem.
        folder: its parent folders below the contract's own ("fr/network"), empty when it has none.
        taken: the names in use in the contract.
    """
    return next(name for name in _names(stem, folder) if name not in taken)


def _names(stem: str, folder: str) -> Iterator[str]:
    yield stem
    if folder:
        yield f"{stem} ({folder})"
    yield from (f"{stem} ({number})" for number in count(2))
