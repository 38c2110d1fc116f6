"""The truth: contracts, documents, clauses and passages in SQLite, and the original files beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from ingest import rows
from ingest.catalogue import Catalogue
from ingest.document import Boxes, Document, Passage
from ingest.faults import translated
from ingest.library_file import REMEDY, LibraryFile
from ingest.names import best_match, unknown_document
from ingest.originals import Originals, sha256_of
from ingest.record import ContractRecord, DocumentRecord, new_record, unique_name
from ingest.said import Said, load_said, store_said
from ingest.schema import CONTRACTS, DOCUMENTS

__all__ = ["ContractRecord", "DocumentRecord", "Library"]

_LOCK_SECONDS = 10.0  # another writer holds the lock for one document at a time, unless it rebuilds the index


class Library:
    """The contracts stored under a home folder; the home is made when it does not exist.

    Reading is safe at any time from any thread or process. Whatever changes the library runs inside `writing`, and
    each change is committed whole before the method returns.

    Args:
        home: the folder that holds ``library.sqlite`` and ``originals/``.
        originals: where the original files go; ``home/originals`` when None.
        lock_seconds: how long `writing` waits for another writer.

    Raises:
        LibraryDamaged: the file is corrupt or not a library.
        LibraryError: the home cannot be used, or a newer version wrote it.
    """

    def __init__(self, home: Path, originals: Originals | None = None, lock_seconds: float = _LOCK_SECONDS) -> None:
        self.home = home
        self._originals = originals or Originals(home / "originals")
        self._file = LibraryFile(home, lock_seconds)
        self._catalogue = Catalogue(self._file)

    def contracts(self) -> list[ContractRecord]:
        """Every contract with its documents, by name; of a document that was replaced the newest version alone."""
        return list(self._catalogue.contracts())

    def contract(self, name: str) -> ContractRecord:
        """The contract of that name; else the one whose name or alias differs only in case, accents or spacing.

        Raises:
            UnknownContract: when none or several go by the name; the message names near ones.
        """
        return best_match(name, self.contracts())

    def current(self) -> Mapping[str, DocumentRecord]:
        """Every document that no newer version replaced, by its id."""
        return self._catalogue.current()

    def record(self, document_id: str) -> DocumentRecord:
        """The record of a document.

        Raises:
            UnknownContract: when no document has that id.
        """
        return self._catalogue.record(document_id)

    def document(self, document_id: str) -> Document:
        """A stored document without its boxes (see `boxes`).

        Raises:
            UnknownContract: when no document has that id.
        """
        return self._catalogue.document(document_id)

    def boxes(self, document_id: str) -> Boxes:
        """The word boxes of a document; none when its format has no geometry.

        Raises:
            UnknownContract: when no document has that id.
        """
        return self._catalogue.boxes(document_id)

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of a document in order.

        Raises:
            UnknownContract: when no document has that id.
        """
        return self._catalogue.passages(document_id)

    def passage_texts(self, wanted: Mapping[str, Collection[int] | None]) -> Iterator[tuple[str, int, str]]:
        """The texts of passages, with their document's id and their ordinal: document by document, in the order given.

        What else belongs to a document is not read, and nothing is remembered, so that thousands can be looked at. Documents that are
        not there are passed over.

        Args:
            wanted: the ordinals of the passages wanted, by their document's id; None for all of it.
        """
        return self._catalogue.passage_texts(wanted)

    def original(self, document_id: str) -> Path:
        """The stored original file of a document.

        Raises:
            UnknownContract: when no document has that id.
        """
        record = self.record(document_id)
        return self._originals.path(record.sha256, record.suffix)

    def find(self, contract: str, sha256: str) -> DocumentRecord | None:
        """The document of a contract whose original has that SHA-256, or None; one that a newer version replaced counts."""
        return next((record for record in self._catalogue.known(contract) if record.sha256 == sha256), None)

    def older(self, document_id: str) -> list[DocumentRecord]:
        """The versions that a document replaced, the newest first.

        Raises:
            UnknownContract: when no document has that id.
        """
        record = self.record(document_id)
        known = {each.replaced_by: each for each in self._catalogue.known(record.contract) if each.replaced_by}
        found: list[DocumentRecord] = []
        while (before := known.get(record.id)) is not None:
            found.append(before)
            record = before
        return found

    def document_ids(self) -> set[str]:
        """The ids of all documents that no newer version replaced."""
        return self._catalogue.document_ids()

    def bearing(self, values: Collection[str]) -> set[str]:
        """The ids of the documents of which a clause bears one of the numbers; a quick look before they are opened.

        Args:
            values: numbers as printed, without the words before them ("8.2", "IV", "B"); case does not count.
        """
        return self._catalogue.bearing(values)

    @property
    def generation(self) -> int:
        """A number that grows with each committed change."""
        return self._file.generation

    @contextmanager
    def steady(self) -> Iterator[None]:
        """See one state of the library while the block runs, in this thread; what the thread itself changes shows at once."""
        with self._file.steady():
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one writer while the block runs.

        Raises:
            LibraryBusy: another process or thread is writing and did not finish within ``lock_seconds``.
        """
        with self._file.writing():
            yield

    def draft(
        self,
        contract: str,
        document: Document,
        source: Path,
        name: str | None = None,
        folder: str = "",
        replaces: DocumentRecord | None = None,
    ) -> DocumentRecord:
        """Put the original in its place and make the record of a document that is not stored yet (see `store`).

        Args:
            contract: the contract's name; one that differs only in case, accents or spacing is taken as the same.
            document: the document as read from ``source``.
            source: the original file.
            name: what to call the document, the file's stem when None; made unique within the contract.
            folder: the file's parent folders below the contract's own, to tell files of one stem apart.
            replaces: the version that it replaces, whose name it takes.

        Raises:
            StorageFull: there is no room for the original; nothing is left behind.
        """
        self._file.check_writing()
        with translated(self.home, REMEDY):
            original = self._originals.place(source)
        called = self._catalogue.contract_name(contract)
        taken = {record.name for record in self._catalogue.known(called)}
        called_so = replaces.name if replaces else unique_name(name or source.stem, folder, taken)
        return new_record(called, called_so, original, document, folder)

    def store(
        self,
        record: DocumentRecord,
        document: Document,
        passages: Sequence[Passage],
        replaces: DocumentRecord | None = None,
    ) -> None:
        """Commit all rows of a drafted document at once; the version that it replaces is kept under another name.

        Raises:
            StorageFull: there is no room; nothing was stored.
        """
        with self._file.changing() as connection:
            contract_id = rows.contract_id(connection, record.contract)
            if replaces is not None:
                rows.set_aside(connection, replaces, record)
            connection.execute(DOCUMENTS.insert(), [rows.document_row(record, contract_id, document)])
            rows.insert_parts(connection, record.id, document, passages)

    def add(
        self, contract: str, document: Document, passages: Sequence[Passage], source: Path, name: str | None = None
    ) -> DocumentRecord:
        """Store a document with its original, without indexing it; bytes that the contract has already change nothing.

        Raises:
            StorageFull: there is no room; nothing was stored.
        """
        with translated(source, REMEDY):
            sha256 = sha256_of(source)
        if known := self.find(contract, sha256):
            return known
        record = self.draft(contract, document, source, name)
        self.store(record, document, passages)
        return record

    def replace_passages(self, document_id: str, passages: Sequence[Passage]) -> None:
        """Commit other passages of a stored document, cut for another embedder."""
        with self._file.changing() as connection:
            rows.replace_passages(connection, document_id, passages)

    def add_aliases(self, contract: str, aliases: Sequence[str]) -> None:
        """Let a contract answer to other names as well (those of its parties, say).

        Raises:
            UnknownContract: when there is no such contract.
        """
        record = self.contract(contract)
        joined = list(dict.fromkeys([*record.aliases, *aliases]))
        with self._file.changing() as connection:
            connection.execute(CONTRACTS.update().where(CONTRACTS.c.name == record.name).values(aliases=joined))

    def set_aliases(self, contract: str, aliases: Sequence[str]) -> None:
        """Let a contract answer to these other names, and to no others any more.

        Raises:
            UnknownContract: when there is no such contract.
        """
        name = self.contract(contract).name
        kept = list(dict.fromkeys(alias.strip() for alias in aliases if alias.strip()))
        with self._file.changing() as connection:
            connection.execute(CONTRACTS.update().where(CONTRACTS.c.name == name).values(aliases=kept))

    def said(self, contract: str) -> tuple[Said, ...]:
        """What a user said of the particulars of a contract and its documents.

        Raises:
            UnknownContract: when there is no such contract.
        """
        name = self.contract(contract).name
        with self._file.reading() as connection:
            return load_said(connection, name)

    def say(self, contract: str, said: Said, forget: bool = False) -> None:
        """Keep a user's word on a contract or a document; it stands over what is read, also when the file is read anew.

        Raises:
            UnknownContract: when there is no such contract, or it has no document of that name.
        """
        record = self.contract(contract)
        if said.document is not None and said.document not in {each.name for each in record.documents}:
            raise unknown_document(record, said.document)
        with self._file.changing() as connection:
            store_said(connection, rows.contract_id(connection, record.name), said, forget)

    def remove(self, contract: str, document: str | None = None) -> list[str]:
        """Remove a contract, or one document of it (by name or id), and the originals that nothing refers to any more.

        Returns:
            The ids of the documents removed; their index entries are the caller's to remove.

        Raises:
            UnknownContract: when there is no such contract or document.
        """
        record = self.contract(contract)
        ids = [d.id for d in record.documents if document is None or document in {d.name, d.id}]
        if not ids:
            raise unknown_document(record, document)
        whole = len(ids) == len(record.documents)
        ids += [each.id for current in list(ids) for each in self.older(current)]
        with self._file.changing() as connection:
            connection.execute(DOCUMENTS.delete().where(DOCUMENTS.c.id.in_(ids)))
            if whole:
                connection.execute(CONTRACTS.delete().where(CONTRACTS.c.name == record.name))
        self.sweep()
        return ids

    def sweep(self) -> list[Path]:
        """Remove half-written files and originals that no document refers to; return what was removed."""
        self._file.check_writing()
        kept = self._catalogue.originals()
        with translated(self.home, REMEDY):
            return self._originals.sweep(kept)

    def check(self) -> list[str]:
        """What is wrong with the stored files, a sentence each; empty when all is well. Reads every original."""
        return self._file.faults() + self._originals.check(sorted(self._catalogue.originals()))

    def close(self) -> None:
        """Close the file; the library is not to be used afterwards."""
        self._catalogue.forget()
        self._file.close()
