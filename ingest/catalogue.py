"""What a library holds, read from its file and remembered until something changes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

import sqlalchemy as sa

from ingest import rows
from ingest.document import Boxes, Document, Passage
from ingest.library_file import LibraryFile
from ingest.names import key
from ingest.record import ContractRecord, DocumentRecord
from ingest.schema import CLAUSES, CONTRACTS, DOCUMENTS

_DOCUMENTS_KEPT = 128  # some 15 MB; a search for a phrase opens many, one after the other
_RECORDS_KEPT = 1024
_READ_AT_ONCE = 32  # texts; some 2 MB


class Catalogue:
    """The contracts and documents of a library file, for reading. Safe to share between threads.

    What is asked for by an id raises `ingest.errors.UnknownContract` when no document has that id.

    Args:
        file: the library's.
    """

    def __init__(self, file: LibraryFile) -> None:
        self._file = file
        self._load = lru_cache(maxsize=_DOCUMENTS_KEPT)(self._load_document)
        self._load_contracts = lru_cache(maxsize=1)(self._read_contracts)
        self._load_current = lru_cache(maxsize=1)(self._read_current)
        self._load_record = lru_cache(maxsize=_RECORDS_KEPT)(self._read_record)

    def contracts(self) -> tuple[ContractRecord, ...]:
        """Every contract with its current documents, by name."""
        return self._load_contracts(self._file.generation)

    def current(self) -> Mapping[str, DocumentRecord]:
        """Every document that no newer version replaced, by its id."""
        return self._load_current(self._file.generation)

    def record(self, document_id: str) -> DocumentRecord:
        """The record of a document."""
        return self._load_record(document_id, self._file.generation)

    def document(self, document_id: str) -> Document:
        """A document without its boxes."""
        return self._load(document_id, self._file.generation)[0]

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of a document in order."""
        return self._load(document_id, self._file.generation)[1]

    def passage_texts(self, wanted: Mapping[str, Collection[int] | None]) -> Iterator[tuple[str, int, str]]:
        """See `ingest.library.Library.passage_texts`."""
        ids = list(wanted)
        for first in range(0, len(ids), _READ_AT_ONCE):
            chunk = ids[first : first + _READ_AT_ONCE]
            with self._file.reading() as connection:
                texts = rows.load_texts(connection, chunk)
                spans = rows.load_spans(connection, chunk)
            for document_id in filter(texts.__contains__, chunk):
                ordinals = wanted[document_id]
                for ordinal, (start, end) in enumerate(spans.get(document_id, ())):
                    if ordinals is None or ordinal in ordinals:
                        yield document_id, ordinal, texts[document_id][start:end]

    def boxes(self, document_id: str) -> Boxes:
        """The word boxes of a document; none when its format has no geometry."""
        with self._file.reading() as connection:
            return rows.load_boxes(connection, rows.load_record(connection, document_id))

    def known(self, contract: str) -> tuple[DocumentRecord, ...]:
        """The documents of a contract, those that were replaced included."""
        called = self.contract_name(contract)
        query = sa.select(*rows.RECORDS).join_from(DOCUMENTS, CONTRACTS).where(CONTRACTS.c.name == called)
        with self._file.reading() as connection:
            return tuple(rows.record_of(row, called) for row in connection.execute(query).mappings())

    def contract_name(self, name: str) -> str:
        """The stored name of which this is a spelling, or else the name itself."""
        with self._file.reading() as connection:
            stored = list(connection.execute(sa.select(CONTRACTS.c.name).order_by(CONTRACTS.c.name)).scalars())
        return name if name in stored else next((s for s in stored if key(s) == key(name)), name)

    def document_ids(self) -> set[str]:
        """The ids of all documents that no newer version replaced."""
        with self._file.reading() as connection:
            return set(connection.execute(sa.select(DOCUMENTS.c.id).where(rows.CURRENT)).scalars())

    def bearing(self, values: Collection[str]) -> set[str]:
        """The ids of the current documents of which the number of a clause, as printed, ends with one of the values, in either case."""
        ending = (CLAUSES.c.number.iendswith(value, autoescape=True) for value in values)
        query = sa.select(CLAUSES.c.document_id, CLAUSES.c.number).distinct().where(sa.or_(sa.false(), *ending))
        whole = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, values))})$", re.IGNORECASE)
        with self._file.reading() as connection:
            found = {row.document_id for row in connection.execute(query) if whole.search(row.number)}
        return found & self.current().keys()

    def originals(self) -> set[tuple[str, str]]:
        """SHA-256 and suffix of every original that a document refers to."""
        with self._file.reading() as connection:
            return {(row.sha256, row.suffix) for row in connection.execute(rows.ORIGINALS_KEPT)}

    def forget(self) -> None:
        """Let go of what is remembered."""
        for remembered in (self._load, self._load_record, self._load_contracts, self._load_current):
            remembered.cache_clear()

    # each takes the generation for its cache: a question asks several times, and libraries seldom change

    def _read_contracts(self, _generation: int) -> tuple[ContractRecord, ...]:
        with self._file.reading() as connection:
            contracts = connection.execute(sa.select(CONTRACTS).order_by(CONTRACTS.c.name)).mappings().all()
            documents: dict[int, list[DocumentRecord]] = {contract["id"]: [] for contract in contracts}
            names = {contract["id"]: contract["name"] for contract in contracts}
            current = sa.select(*rows.RECORDS).where(rows.CURRENT).order_by(DOCUMENTS.c.name)
            for row in connection.execute(current).mappings():
                documents[row["contract_id"]].append(rows.record_of(row, names[row["contract_id"]]))
        return tuple(ContractRecord(c["name"], tuple(c["aliases"]), tuple(documents[c["id"]])) for c in contracts)

    def _read_current(self, generation: int) -> dict[str, DocumentRecord]:
        return {
            document.id: document for contract in self._load_contracts(generation) for document in contract.documents
        }

    def _load_document(self, document_id: str, _generation: int) -> tuple[Document, tuple[Passage, ...]]:
        with self._file.reading() as connection:
            document = rows.load_document(connection, rows.load_record(connection, document_id))
            return document, rows.load_passages(connection, document_id)

    def _read_record(self, document_id: str, _generation: int) -> DocumentRecord:
        with self._file.reading() as connection:
            return rows.load_record(connection, document_id)
