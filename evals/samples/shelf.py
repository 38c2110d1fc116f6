"""The sample families as a shelf: their built files, read when they are first asked for and stored nowhere."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ingest.assembly import read_document
from ingest.document import Document, Passage
from ingest.errors import UnknownContract


@dataclass(frozen=True)
class FamilyFile:
    """A built file as `evals.shelf.Record` wants it; its name is its stem, as the library names documents."""

    contract: str
    path: Path

    @property
    def id(self) -> str:
        """The names of contract and document."""
        return f"{self.contract}/{self.name}"

    @property
    def name(self) -> str:
        """The file's stem."""
        return self.path.stem

    @cached_property
    def sha256(self) -> str:
        """The hash of the file, in hexadecimal."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()

    @cached_property
    def document(self) -> Document:
        """The file as read; raises `ingest.errors.UnreadableFile`."""
        return read_document(self.path)


@dataclass(frozen=True)
class FamilyFolder:
    """A built family as `evals.shelf.Family` wants it."""

    name: str
    documents: tuple[FamilyFile, ...]


class FamilyShelf:
    """The built families as `evals.shelf.Shelf`, by what `evals.samples.families` gives."""

    def __init__(self, families: Mapping[str, Path]) -> None:
        self._families = {
            name: FamilyFolder(name, tuple(FamilyFile(name, path) for path in sorted(folder.iterdir())))
            for name, folder in families.items()
        }
        self._files = {file.id: file for family in self._families.values() for file in family.documents}

    def contract(self, name: str) -> FamilyFolder:
        """The family of that name.

        Raises:
            UnknownContract: when there is none.
        """
        if name not in self._families:
            raise UnknownContract(f"expected one of the families {', '.join(self._families)}, got {name!r}")
        return self._families[name]

    def document(self, document_id: str) -> Document:
        """The document of that id.

        Raises:
            UnknownContract: when there is none.
            UnreadableFile: when its file cannot be read.
        """
        if document_id not in self._files:
            raise UnknownContract(f"expected one of {', '.join(self._files)}, got {document_id!r}")
        return self._files[document_id].document

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The clauses of the document of that id, each as one passage; raises as `document`."""
        return tuple(Passage(clause.id, clause.span, "") for clause in self.document(document_id).clauses)
