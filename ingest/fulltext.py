"""The stemmed words of every passage, as postings in an SQLite file, a sketch of every text, and the list of what is indexed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np

from ingest import bm25
from ingest.errors import LibraryDamaged
from ingest.faults import translated
from ingest.hit import Hit, PassageKey
from ingest.phrase_postings import passages_holding
from ingest.phrase_words import PhraseWords
from ingest.sketch import may_hold, sequences

_BUSY_SECONDS = 5.0
_REMEDY = "run `clausier reindex`, which builds it anew from the library"

# A posting holds all passages of one document that hold a stem: within one contract a question costs a look-up a stem and
# document, however large the library.
_TABLES = """
CREATE TABLE IF NOT EXISTS documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, passages INTEGER NOT NULL, whole INTEGER NOT NULL,
    lengths BLOB NOT NULL DEFAULT x''
);
CREATE TABLE IF NOT EXISTS postings (
    stem TEXT NOT NULL, document INTEGER NOT NULL, entries BLOB NOT NULL, PRIMARY KEY (stem, document)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS postings_of_document ON postings (document);
CREATE TABLE IF NOT EXISTS sketches (document INTEGER PRIMARY KEY, sketch BLOB NOT NULL);
"""
_ALL = "SELECT number, id, lengths FROM documents WHERE whole ORDER BY number"
_CHOSEN = """
SELECT number, id, lengths FROM documents WHERE whole AND id IN (SELECT value FROM json_each(?)) ORDER BY number
"""
_NUMBERED = "SELECT number, id FROM documents WHERE whole AND id IN (SELECT value FROM json_each(?))"
_AMONG = "SELECT id FROM documents WHERE id IN (SELECT value FROM json_each(?))"
_HELD = "SELECT stem, document, entries FROM postings WHERE stem IN (SELECT value FROM json_each(?))"
_POSTINGS = f"{_HELD} ORDER BY stem"
_POSTINGS_AMONG = f"{_HELD} AND document IN (SELECT value FROM json_each(?)) ORDER BY stem"  # noqa: S608 - a constant is formatted in
_HOLDING = f"SELECT id, length(entries) / {bm25.ENTRY.itemsize} FROM"
_FREQUENCY = f"{_HOLDING} postings JOIN documents ON number = document WHERE stem = ? AND whole"
_FREQUENCY_OF_SOME = f"{_FREQUENCY} LIMIT ?"
# CROSS: SQLite goes through the few documents, and not through all that hold the stem
_AMONG_FEW = "documents CROSS JOIN postings ON document = number WHERE stem = ? AND whole"
_FREQUENCY_AMONG = f"{_HOLDING} {_AMONG_FEW} AND id IN (SELECT value FROM json_each(?))"  # noqa: S608 - only constants are formatted in
_SKETCHED = "SELECT id, sketch FROM documents CROSS JOIN sketches ON document = number"
_SKETCHED_AMONG = f"{_SKETCHED} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - a constant is formatted in
_FEW = 200  # documents; postings of so many are looked up one by one, those of more read stem by stem


@dataclass(frozen=True, slots=True)
class Words:
    """What is written of a document: the heading stems and the body stems of each passage, and the sketch of its text."""

    passages: Iterable[tuple[Sequence[str], Sequence[str]]]
    sketch: bytes


class FullText:
    """The full-text half of the index, in one file that is made when it is first written to.

    Not for several threads at once: `ingest.index.Index` lets them take turns.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._written = 0  # how often this object has changed the file
        self._listed: _Listed | None = None

    def announce(self, sizes: Mapping[str, int]) -> set[str]:
        """Note that entries of documents are about to be written, so that a sweep finds unfinished ones.

        Args:
            sizes: how many passages each document has, by its id.

        Returns:
            Those that had been announced before, and so may have entries.
        """
        with self._changing() as connection:
            known = {row[0] for row in connection.execute(_AMONG, (json.dumps(list(sizes)),))}
            connection.executemany(
                "INSERT INTO documents (id, passages, whole) VALUES (?, ?, 0) "
                "ON CONFLICT (id) DO UPDATE SET passages = excluded.passages, whole = 0",
                list(sizes.items()),
            )
        return known

    def add(self, documents: Mapping[str, Words]) -> None:
        """Write the words of announced documents, which are then whole."""
        made = {document_id: bm25.postings(words.passages) for document_id, words in documents.items()}
        with self._changing() as connection:
            for document_id, (entries, lengths) in made.items():
                number = _delete_postings(connection, document_id)
                connection.execute("INSERT INTO sketches VALUES (?, ?)", (number, documents[document_id].sketch))
                connection.executemany(
                    "INSERT INTO postings (stem, document, entries) VALUES (?, ?, ?)",
                    [(stem, number, entries[stem].tobytes()) for stem in sorted(entries)],
                )
                connection.execute(
                    "UPDATE documents SET whole = 1, lengths = ? WHERE number = ?", (lengths.tobytes(), number)
                )

    def remove(self, document_ids: Collection[str]) -> None:
        """Remove all entries of the documents."""
        with self._changing() as connection:
            for document_id in document_ids:
                _delete_postings(connection, document_id)
                connection.execute("DELETE FROM documents WHERE id = ?", (document_id,))

    def matching(
        self, words: Sequence[str] | Mapping[bm25.Word, float], document_ids: Collection[str] | None, limit: int
    ) -> list[Hit]:
        """The passages that hold any of the words, best first, scored by `ingest.bm25`.

        Args:
            words: what `ingest.words.stems` gives; or of each word the stems that stand for it, and what it counts for.
            document_ids: where to look, and among what rarity is counted; everywhere when None.
            limit: how many to return at most.
        """
        weights: Mapping[bm25.Word, float]
        weights = words if isinstance(words, Mapping) else {(stem,): 1.0 for stem in words}
        if not weights:
            return []
        with self._at_one_time():
            shelf = _Shelf(self._chosen(document_ids))
            stems = {stem for word in weights for stem in word}
            scores = bm25.scores(shelf.lengths, bm25.joined(weights, self._held(stems, shelf)))
        places = np.flatnonzero(scores)
        if len(places) > limit:
            places = places[np.argpartition(-scores[places], limit - 1)[:limit]]
        ranked = places[np.lexsort((places, -scores[places]))]
        return [Hit(*shelf.key(int(place)), float(scores[place])) for place in ranked]

    def _held(self, stems: Collection[str], shelf: _Shelf) -> Iterator[tuple[str, bm25.Places, bm25.Entries]]:
        """Each of the stems that the shelf holds, the places of its passages, and their entries."""
        wanted, few = json.dumps(sorted(stems)), len(shelf.numbers) <= _FEW
        among = (wanted, json.dumps(list(shelf.numbers)))
        rows = self._rows(_POSTINGS_AMONG, among) if few else self._rows(_POSTINGS, (wanted,))
        for stem, group in groupby(rows, key=itemgetter(0)):
            held = [(shelf.numbers[number], entries) for _, number, entries in group if number in shelf.numbers]
            if held:
                entries = np.frombuffer(b"".join(each for _, each in held), bm25.ENTRY)
                counts = [len(each) // bm25.ENTRY.itemsize for _, each in held]
                firsts = np.repeat(shelf.firsts[[position for position, _ in held]], counts)
                yield stem, firsts + entries["ordinal"], entries

    def _chosen(self, document_ids: Collection[str] | None) -> list[Any]:
        """Number, id and packed lengths of the documents that are looked at."""
        if document_ids is None or len(document_ids) > _FEW:
            rows = self._rows(_ALL, ())
            among = None if document_ids is None else frozenset(document_ids)
            return rows if among is None else [row for row in rows if row[1] in among]
        return self._rows(_CHOSEN, (json.dumps(sorted(document_ids)),))

    def document_frequency(self, stem: str, document_ids: Collection[str] | None = None) -> dict[str, int]:
        """How many passages hold the stem, per id of the documents that do, among all or those given."""
        if document_ids is None or len(document_ids) > _FEW:
            found = dict(self._rows(_FREQUENCY, (stem,)))
            among = found.keys() if document_ids is None else found.keys() & set(document_ids)
            return {key: found[key] for key in among}
        return dict(self._rows(_FREQUENCY_AMONG, (stem, json.dumps(sorted(document_ids)))))

    def some_holding(self, stem: str, most: int) -> dict[str, int]:
        """How many passages hold the stem, per id of so many of the documents that do, at most: whichever come first."""
        return dict(self._rows(_FREQUENCY_OF_SOME, (stem, most)))

    def may_hold(self, phrases: Sequence[str], document_ids: Collection[str]) -> set[str]:
        """Those of the documents whose text may hold one of the phrases, by their sketches; those without a sketch may."""
        few = len(document_ids) <= _FEW
        rows = self._rows(_SKETCHED_AMONG, (json.dumps(sorted(document_ids)),)) if few else self._rows(_SKETCHED, ())
        sought = [sequences(phrase) for phrase in phrases]
        lacking = {document_id for document_id, sketch in rows if not any(may_hold(sketch, each) for each in sought)}
        return set(document_ids) - lacking

    def holding(self, words: PhraseWords, document_ids: Collection[str]) -> dict[str, list[int]]:
        """The ordinals of the passages that the words of a phrase leave room for, per id of the documents that have any."""
        with self._at_one_time():
            ids = dict(self._rows(_NUMBERED, (json.dumps(sorted(document_ids)),)))
            held = passages_holding(words, ids.keys(), self._rows)
        return {ids[number]: ordinals for number, ordinals in held.items()}

    def sizes(self) -> Mapping[str, int]:
        """How many passages are indexed, per id of the documents that are wholly indexed; not to be changed."""
        return self._list().sizes

    def unfinished(self) -> bool:
        """Whether there are documents that are not wholly indexed."""
        return self._list().unfinished

    def _list(self) -> _Listed:
        """The documents as of now, read again only when something was written."""
        state = (self.version(), self._written)
        if self._listed is None or self._listed.state != state:
            rows = self._rows("SELECT id, passages, whole FROM documents", ())
            sizes = {document_id: passages for document_id, passages, whole in rows if whole}
            self._listed = _Listed(state, sizes, len(sizes) < len(rows))
        return self._listed

    def known(self) -> set[str]:
        """The ids of all documents that may have entries, unfinished ones included."""
        return {row[0] for row in self._rows("SELECT id FROM documents", ())}

    def version(self) -> int:
        """A number that differs from the last one when another connection has written in between."""
        rows = self._rows("PRAGMA data_version", ())
        return int(rows[0][0]) if rows else 0

    def clear(self) -> None:
        """Remove all words, and note all documents as unfinished.

        A damaged file is thrown away, since everything in it can be rebuilt.
        """
        if not self._path.exists():
            return
        try:
            with self._changing() as connection:
                connection.execute("DELETE FROM postings")
                connection.execute("DELETE FROM sketches")
                connection.execute("UPDATE documents SET whole = 0")
        except LibraryDamaged:
            self.close()
            self._written += 1
            for suffix in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file; it is opened again when needed."""
        self._listed = None  # versions are counted by the connection
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _rows(self, query: str, values: tuple[Any, ...]) -> list[Any]:
        """The rows of a query; none when nothing was ever indexed."""
        if self._connection is None and not self._path.exists():
            return []
        with translated(self._path, _REMEDY):
            return self._open().execute(query, values).fetchall()

    @contextmanager
    def _at_one_time(self) -> Iterator[None]:
        """What is read within is of one state of the file, whatever another process writes in between."""
        if self._connection is None and not self._path.exists():
            yield
            return
        with translated(self._path, _REMEDY):
            connection = self._open()
            connection.execute("BEGIN")
            try:
                yield
            finally:
                connection.execute("COMMIT")

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with translated(self._path, _REMEDY):
            connection = self._open()
            connection.execute("BEGIN IMMEDIATE")
            self._written += 1
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:  # SQLite itself rolls back on a full disk
                    connection.execute("ROLLBACK")
                raise

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            connection = sqlite3.connect(
                self._path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.executescript(_TABLES)
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection


@dataclass(frozen=True, slots=True)
class _Listed:
    """What is indexed as of a state of the file: passages of each whole document, and whether there are others."""

    state: tuple[int, int]
    sizes: Mapping[str, int]
    unfinished: bool


class _Shelf:
    """The documents that are looked at, their passages in one row.

    Args:
        documents: number, id and packed lengths of each.
    """

    def __init__(self, documents: Sequence[tuple[int, str, bytes]]) -> None:
        self.numbers = {number: position for position, (number, _, _) in enumerate(documents)}
        self.lengths = np.frombuffer(b"".join(lengths for _, _, lengths in documents), bm25.LENGTH)
        counts = [len(lengths) // bm25.LENGTH.itemsize for _, _, lengths in documents]
        self.firsts = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))
        self._ids = [document_id for _, document_id, _ in documents]

    def key(self, place: int) -> PassageKey:
        """The key of the passage at a place of the row."""
        position = int(np.searchsorted(self.firsts, place, side="right")) - 1
        return self._ids[position], place - int(self.firsts[position])


def _delete_postings(connection: sqlite3.Connection, document_id: str) -> int:
    """Delete the words and the sketch of a document and return its number (0 when the document is not known)."""
    row = connection.execute("SELECT number FROM documents WHERE id = ?", (document_id,)).fetchone()
    number = int(row[0]) if row else 0
    connection.execute("DELETE FROM postings WHERE document = ?", (number,))
    connection.execute("DELETE FROM sketches WHERE document = ?", (number,))
    return number
