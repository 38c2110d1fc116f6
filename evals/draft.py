"""A gold question whose evidence still points into source files, and its way into a library's documents."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from evals.case import Case, Evidence
from evals.errors import GoldError
from evals.locate import LocatableText, share_of_page
from evals.shelf import Record, Shelf
from ingest.document import Document
from ingest.errors import UnknownContract


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words in a source file.

    ``near`` is where they stand in the file, as a share from 0 to 1, None when unknown; ``page`` is 1-based, None
    when unknown.
    """

    file: Path
    quote: str
    page: int | None = None
    near: float | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A case, and pointers to its evidence; a case that already carries its evidence has none."""

    case: Case
    pointers: tuple[Pointer, ...] = ()


@dataclass(slots=True)
class Binding:
    """What became of the evidence of a set.

    ``evidence`` counts the quotes looked for. The lists name the case, once for each of its quotes that was not
    located or that stands on another page than the annotator says.
    """

    evidence: int = 0
    unlocated: list[str] = field(default_factory=list)
    other_page: list[str] = field(default_factory=list)


def bind(drafts: Sequence[Draft], shelf: Shelf) -> tuple[list[Case], Binding]:
    """The cases with their evidence as spans of the library's documents, and an account of it.

    A file is known by its bytes (SHA-256) within the case's contract. A quote that is not in the canonical text gives
    evidence without offsets, never the nearest guess.

    Raises:
        GoldError: when a source file is missing, or the library does not have its contract or the file.
    """
    binder = _Binder(shelf)
    cases = [binder.bind(draft) for draft in drafts]
    return cases, binder.account


class _Binder:
    def __init__(self, shelf: Shelf) -> None:
        self.account = Binding()
        self._shelf = shelf
        self._texts = lru_cache(maxsize=16)(self._text)
        self._records = lru_cache(maxsize=None)(self._record)

    def bind(self, draft: Draft) -> Case:
        if not draft.pointers:
            self.account.evidence += len(draft.case.evidence)
            return draft.case
        evidence = [self._evidence(draft.case, pointer) for pointer in draft.pointers]
        return draft.case.model_copy(update={"evidence": tuple(evidence)})

    def _evidence(self, case: Case, pointer: Pointer) -> Evidence:
        record = self._records(case.contract, pointer.file)
        document, text = self._texts(record.id)
        near = share_of_page(document, pointer.page)
        span = text.locate(pointer.quote, pointer.near if near is None else near)
        self.account.evidence += 1
        if span is None:
            self.account.unlocated.append(case.id)
            return Evidence(document=record.name, quote=pointer.quote, page=pointer.page)
        if pointer.page is not None and document.page_at(span.start) != pointer.page:
            self.account.other_page.append(case.id)
        return Evidence(document=record.name, start=span.start, end=span.end, quote=pointer.quote, page=pointer.page)

    def _text(self, document_id: str) -> tuple[Document, LocatableText]:
        document = self._shelf.document(document_id)
        return document, LocatableText(document.text)

    def _record(self, contract: str, file: Path) -> Record:
        if not file.is_file():
            raise GoldError(
                f"{file}: expected the source file of a gold quote, found none; check the folder of the set"
            )
        sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
        try:
            documents = self._shelf.contract(contract).documents
        except UnknownContract as error:
            raise GoldError(f"expected the contract {contract!r} of a gold question in the library: {error}") from error
        record = next((d for d in documents if d.sha256 == sha256), None)
        if record is None:
            raise GoldError(
                f"expected {file.name} in the contract {contract!r} of the library, found no such file; ingest it"
            )
        return record
