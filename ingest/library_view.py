"""A library, and its index, as somebody sees them who may see some of the contracts only: the others are not there at all.

A view inherits nothing of what it is a view of: what it does not hand on by itself fails, so that a way to read that is added later
stays shut until somebody opens it here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from pathlib import Path

from ingest.bm25 import Word
from ingest.document import Boxes, Document, Passage
from ingest.embed import Vectors
from ingest.errors import UnknownContract
from ingest.hit import Hit
from ingest.index import Index
from ingest.library import Library
from ingest.names import best_match
from ingest.phrase_words import PhraseWords
from ingest.record import ContractRecord, DocumentRecord
from ingest.said import Said

Sees = Callable[[str], bool]
"""Whether a contract of that name may be seen."""


class LibraryView(Library):
    """The contracts of a library that may be seen, for reading and for a user's words on them.

    Args:
        library: the whole.
        sees: which contracts are there; asked once a contract for each state of the library.
    """

    def __init__(self, library: Library, sees: Sees) -> None:  # the whole is opened already, so the base is not
        self._library = library
        self._sees = sees
        self.home = library.home
        # a question asks what may be seen some forty times
        self._seen_contracts = lru_cache(maxsize=1)(self._look_at_contracts)
        self._seen_documents = lru_cache(maxsize=1)(self._look_at_documents)

    def contracts(self) -> list[ContractRecord]:
        """Every contract that may be seen, by name."""
        return list(self._seen_contracts(self.generation))

    def contract(self, name: str) -> ContractRecord:
        """As `Library.contract`, among those that may be seen; the names of others are not told."""
        return best_match(name, self.contracts())

    def current(self) -> Mapping[str, DocumentRecord]:
        """As `Library.current`."""
        return self._seen_documents(self.generation)

    def record(self, document_id: str) -> DocumentRecord:
        """As `Library.record`."""
        record = self._library.record(document_id)
        if not self._sees(record.contract):
            # the very sentence for a document that is not there
            raise UnknownContract(
                f"expected the id of a stored document, got {document_id!r}; it may have been removed"
            )
        return record

    def document(self, document_id: str) -> Document:
        """As `Library.document`."""
        return self._library.document(self.record(document_id).id)

    def boxes(self, document_id: str) -> Boxes:
        """As `Library.boxes`."""
        return self._library.boxes(self.record(document_id).id)

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """As `Library.passages`."""
        return self._library.passages(self.record(document_id).id)

    def passage_texts(self, wanted: Mapping[str, Collection[int] | None]) -> Iterator[tuple[str, int, str]]:
        """As `Library.passage_texts`, of the documents that may be seen."""
        seen = self.current()
        return self._library.passage_texts({id_: ordinals for id_, ordinals in wanted.items() if id_ in seen})

    def original(self, document_id: str) -> Path:
        """As `Library.original`."""
        return self._library.original(self.record(document_id).id)

    def find(self, contract: str, sha256: str) -> DocumentRecord | None:
        """As `Library.find`; None for a contract that may not be seen."""
        found = self._library.find(contract, sha256)
        return found if found is not None and self._sees(found.contract) else None

    def older(self, document_id: str) -> list[DocumentRecord]:
        """As `Library.older`."""
        return self._library.older(self.record(document_id).id)

    def document_ids(self) -> set[str]:
        """The ids of all documents that may be seen."""
        return set(self.current())

    def bearing(self, values: Collection[str]) -> set[str]:
        """As `Library.bearing`, among the documents that may be seen."""
        return {document_id for document_id in self._library.bearing(values) if document_id in self.current()}

    @property
    def generation(self) -> int:
        """As `Library.generation`."""
        return self._library.generation

    @contextmanager
    def steady(self) -> Iterator[None]:
        """As `Library.steady`."""
        with self._library.steady():
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """As `Library.writing`."""
        with self._library.writing():
            yield

    def set_aliases(self, contract: str, aliases: Sequence[str]) -> None:
        """As `Library.set_aliases`."""
        self._library.set_aliases(self.contract(contract).name, aliases)

    def said(self, contract: str) -> tuple[Said, ...]:
        """As `Library.said`."""
        return self._library.said(self.contract(contract).name)

    def say(self, contract: str, said: Said, forget: bool = False) -> None:
        """As `Library.say`."""
        self._library.say(self.contract(contract).name, said, forget)

    def close(self) -> None:
        """Nothing: the whole is closed by whoever opened it."""

    def _look_at_contracts(self, _generation: int) -> tuple[ContractRecord, ...]:
        return tuple(contract for contract in self._library.contracts() if self._sees(contract.name))

    def _look_at_documents(self, generation: int) -> Mapping[str, DocumentRecord]:
        seen = self._seen_contracts(generation)
        return {document.id: document for contract in seen for document in contract.documents}


class IndexView(Index):
    """An index as it would be if it held the documents of a view alone; how often words occur elsewhere is not told either.

    Args:
        index: the whole.
        library: the view.
    """

    def __init__(self, index: Index, library: LibraryView) -> None:  # the whole is opened already, so the base is not
        self._index = index
        self._library = library

    def nearest(self, vector: Vectors, document_ids: Collection[str] | None, limit: int) -> list[Hit]:
        """As `Index.nearest`, among the documents that may be seen."""
        return self._index.nearest(vector, self._allowed(document_ids), limit)

    def matching(
        self, words: Sequence[str] | Mapping[Word, float], document_ids: Collection[str] | None, limit: int
    ) -> list[Hit]:
        """As `Index.matching`, among the documents that may be seen."""
        return self._index.matching(words, self._allowed(document_ids), limit)

    def document_frequency(self, stem: str, document_ids: Collection[str] | None = None) -> dict[str, int]:
        """As `Index.document_frequency`, among the documents that may be seen."""
        return self._index.document_frequency(stem, self._allowed(document_ids))

    def some_holding(self, stem: str, most: int) -> dict[str, int]:
        """As `Index.some_holding`, among the documents that may be seen."""
        return dict(islice(self.document_frequency(stem).items(), most))

    def may_hold(self, phrases: Sequence[str], document_ids: Collection[str]) -> set[str]:
        """As `Index.may_hold`, among the documents that may be seen."""
        return self._index.may_hold(phrases, self._allowed(document_ids))

    def holding(self, words: PhraseWords, document_ids: Collection[str]) -> Mapping[str, Sequence[int]]:
        """As `Index.holding`, among the documents that may be seen."""
        return self._index.holding(words, self._allowed(document_ids))

    def sizes(self) -> dict[str, int]:
        """As `Index.sizes`."""
        seen = self._library.current()
        return {id_: count for id_, count in self._index.sizes().items() if id_ in seen}

    def check_embedder(self) -> None:
        """As `Index.check_embedder`."""
        self._index.check_embedder()

    def close(self) -> None:
        """Nothing: the whole is closed by whoever opened it."""

    def _allowed(self, document_ids: Collection[str] | None) -> Set[str]:
        seen = self._library.current()
        return seen.keys() if document_ids is None else {each for each in document_ids if each in seen}
