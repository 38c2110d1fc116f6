"""Where passages are found, by meaning and by words: derived from the library, and rebuilt from it at will."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.bm25 import Word
from ingest.document import Document, Passage
from ingest.embed import Embedder, Vectors
from ingest.errors import IndexMismatch, LibraryDamaged
from ingest.faults import free_bytes, translated
from ingest.fulltext import FullText, Words
from ingest.hit import Hit, PassageKey
from ingest.phrase_words import PhraseWords
from ingest.record import DocumentRecord
from ingest.sketch import sketch
from ingest.words import stems

if TYPE_CHECKING:
    from ingest.vectors import VectorStore

__all__ = ["Entry", "Hit", "Index", "PassageKey"]

_REMEDY = "run `clausier reindex`, which builds it anew from the library"
_FETCHED = 2_000  # vectors at most that are fetched from a server to be compared here
_LAYOUT = 2  # of the files; raised when an index of before cannot be read any more


@dataclass(frozen=True, slots=True)
class Entry:
    """A document to index, with its passages and a vector of each."""

    record: DocumentRecord
    document: Document
    passages: Sequence[Passage]
    vectors: Vectors

    def check(self) -> None:
        """Refuse what does not fit together.

        Raises:
            ValueError: not one vector a passage.
        """
        if len(self.vectors) != len(self.passages):
            raise ValueError(f"expected one vector a passage, got {len(self.vectors)} for {len(self.passages)}")

    def words(self) -> Words:
        """What the full text keeps of the document."""
        return Words(self._stemmed(), sketch(self.document.text))

    def _stemmed(self) -> Iterator[tuple[list[str], list[str]]]:
        """The heading stems and the body stems of each passage."""
        language = self.document.language
        for passage in self.passages:
            yield stems(passage.breadcrumb, language), stems(passage.span.of(self.document.text), language)


class Index:
    """The vectors and the words of all passages, in one folder; safe to share between threads.

    Several processes may read while one writes: a reader sees what was written when it next asks. Open one index a folder
    in a process, since Chroma shares what it has loaded between all that are open. The index may hold documents that the
    library does not know (yet, or any more), so a caller asks for the documents that it wants, or drops the hits of those
    that it does not know. Whoever writes holds `ingest.library.Library.writing`.

    Args:
        folder: where the index lives; made when it is first written to.
        embedder: whose vectors are stored; None for an index that is asked for words alone.
        free: gives the bytes that are free on the disk of a folder (tests pass one that says few).
        chroma: the address of a Chroma server that keeps the vectors; empty when the folder does.
    """

    def __init__(
        self, folder: Path, embedder: Embedder | None, free: Callable[[Path], int] = free_bytes, chroma: str = ""
    ) -> None:
        self._folder = folder
        self._free = free
        self._chroma = chroma
        self._embedder = embedder
        self._words = FullText(folder / "postings.sqlite")
        self._opened: VectorStore | None = None
        self._seen = 0
        self._turn = threading.RLock()

    def add(self, record: DocumentRecord, document: Document, passages: Sequence[Passage], vectors: Vectors) -> None:
        """Index the passages of a document, in place of what was indexed of it (see `add_all`)."""
        self.add_all([Entry(record, document, passages, vectors)])

    def add_all(self, entries: Sequence[Entry]) -> None:
        """Index several documents at once, each in place of what was indexed of it: a few writes for all instead of a few each.

        The documents are announced before their vectors are written, and their words make them whole: whatever a killed
        process leaves in between is found by `sweep`.

        Raises:
            IndexMismatch: the index was built with another embedder.
            StorageFull: there is no room left.
            ValueError: not one vector a passage.
        """
        for entry in entries:
            entry.check()
        with self._turn:
            self.check_embedder()
            self._remember_embedder()
            store = self._vectors()
            known = self._words.announce({entry.record.id: len(entry.passages) for entry in entries})
            store.remove(known)
            store.add([(entry.record.id, entry.record.contract, entry.vectors) for entry in entries])
            self._words.add({entry.record.id: entry.words() for entry in entries})

    def remove(self, document_ids: Collection[str]) -> None:
        """Remove the entries of the documents; ids that are not indexed are passed over.

        Raises:
            StorageFull: there is no room left.
        """
        with self._turn:
            known = self._words.known().intersection(document_ids)
            if known:
                self._vectors().remove(known)
                self._words.remove(known)

    def sweep(self, kept: Collection[str]) -> list[str]:
        """Remove the entries of all documents but those in ``kept`` (the library's ids); return the ids that went."""
        with self._turn:
            orphans = sorted(self._words.known().difference(kept))
            self.remove(orphans)
            return orphans

    def nearest(self, vector: Vectors, document_ids: Collection[str] | None, limit: int) -> list[Hit]:
        """The passages nearest in meaning, best first, scored by cosine similarity (-1 to 1).

        Args:
            vector: a question's vector, of unit length.
            document_ids: where to look, applied before the search; everywhere when None.
            limit: how many to return at most.

        Raises:
            IndexMismatch: the index was built with another embedder.
            LibraryDamaged: the index cannot be read.
        """
        with self._turn:
            self.check_embedder()
            sizes = self._words.sizes()
            chosen = sizes.keys() if document_ids is None else sizes.keys() & set(document_ids)
            if not chosen or limit < 1:
                return []
            everywhere = len(chosen) == len(sizes) and not self._words.unfinished()
            among = (
                {document_id: sizes[document_id] for document_id in chosen} if self._chroma and not everywhere else {}
            )
            if 0 < sum(among.values()) <= _FETCHED:
                return self._vectors().nearest_of_few(vector, among, limit)
            return self._vectors().nearest(vector, None if everywhere else chosen, limit)

    def matching(
        self, words: Sequence[str] | Mapping[Word, float], document_ids: Collection[str] | None, limit: int
    ) -> list[Hit]:
        """The passages that hold any of the words, best first, scored by BM25 with the breadcrumb weighted up.

        Args:
            words: what `ingest.words.stems` gives; or of each word the stems that stand for it, and what it counts for.
            document_ids: where to look, and among what rarity is counted; everywhere when None.
            limit: how many to return at most.

        Raises:
            LibraryDamaged: the index cannot be read.
        """
        with self._turn:
            return self._words.matching(words, document_ids, limit)

    def document_frequency(self, stem: str, document_ids: Collection[str] | None = None) -> dict[str, int]:
        """How many passages hold the stem, per id of the documents that do.

        Args:
            stem: as `ingest.words.stems` gives it.
            document_ids: where to look; everywhere when None.
        """
        with self._turn:
            return self._words.document_frequency(stem, document_ids)

    def some_holding(self, stem: str, most: int) -> Mapping[str, int]:
        """How many passages hold the stem, per id of so many of the documents that do, at most.

        Whether a word is rare is then told in a time that does not grow with the library.

        Args:
            stem: as `ingest.words.stems` gives it.
            most: how many documents are told.
        """
        with self._turn:
            return self._words.some_holding(stem, most)

    def may_hold(self, phrases: Sequence[str], document_ids: Collection[str]) -> set[str]:
        """Those of the documents whose text may hold one of the phrases, whatever case, accents and line breaks.

        None that holds one is left out; nearly all that hold none are.
        """
        with self._turn:
            return self._words.may_hold(phrases, document_ids)

    def holding(self, words: PhraseWords, document_ids: Collection[str]) -> Mapping[str, Sequence[int]]:
        """The ordinals of the passages that may hold a phrase by its words, per id of the documents that have any.

        None that holds the phrase is left out.

        Args:
            words: of the phrase; they must tell something.
            document_ids: where to look.
        """
        with self._turn:
            return self._words.holding(words, document_ids)

    def sizes(self) -> Mapping[str, int]:
        """How many passages are indexed, per id of the documents that are wholly indexed; not to be changed."""
        with self._turn:
            return self._words.sizes()

    def check_embedder(self) -> None:
        """Hold the embedder, and the layout of the files, against what the index was built with.

        Raises:
            IndexMismatch: they differ in name, dimension or layout.
            ValueError: this index was opened without an embedder.
        """
        if self._embedder is None:
            raise ValueError("expected an embedder, got None: this index was opened for words alone")
        built = self._built_with()
        if built is None:
            return
        if built.pop("layout", 1) != _LAYOUT:
            raise IndexMismatch(f"expected an index of this version, got one of an earlier or a later one; {_REMEDY}")
        given = {"embedder": self._embedder.name, "dimension": self._embedder.dimension}
        if built != given:
            raise IndexMismatch(
                f"expected the embedder that the index was built with ({built['embedder']}, {built['dimension']} "
                f"dimensions), got {given['embedder']} ({given['dimension']}); set CLAUSIER_EMBEDDER back, or run "
                "`clausier reindex` to build the index with the new one"
            )

    def clear(self) -> None:
        """Remove everything, the memory of the embedder included.

        The words go first: what a killed process leaves is then a set of unfinished documents.
        """
        with self._turn:
            self._words.clear()
            self._vectors().clear()
            (self._folder / "index.json").unlink(missing_ok=True)

    def close(self) -> None:
        """Close all files; they are opened again when needed."""
        with self._turn:
            self._words.close()
            if self._opened is not None:
                self._opened.close()

    def _vectors(self) -> VectorStore:
        """The vectors, opened anew when another process has written: Chroma never looks again at what it has loaded."""
        if self._opened is None:
            from ingest.vectors import VectorStore  # here for start-up speed: chromadb takes a second to import

            self._opened = VectorStore(self._folder / "vectors", self._free, self._chroma)
        version = self._words.version()
        if version != self._seen:
            self._opened.close()
            self._seen = version
        return self._opened

    def _built_with(self) -> dict[str, object] | None:
        path = self._folder / "index.json"
        try:
            built: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except ValueError as error:
            raise LibraryDamaged(f"expected {path} to name an embedder, got: {error}; {_REMEDY}") from error
        return built

    def _remember_embedder(self) -> None:
        if self._embedder is None or self._built_with() is not None:
            return
        path = self._folder / "index.json"
        part = path.with_suffix(".part")
        with translated(path, _REMEDY):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with part.open("w", encoding="utf-8") as file:
                built = {"embedder": self._embedder.name, "dimension": self._embedder.dimension, "layout": _LAYOUT}
                json.dump(built, file)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
