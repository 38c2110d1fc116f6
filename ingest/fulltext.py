"""The stemmed words of every passage, in an SQLite FTS5 table; and the list of what is indexed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ingest.errors import LibraryDamaged
from ingest.faults import translated
from ingest.hit import Hit
from ingest.words import INNER_MARKS

HEADING_WEIGHT = 2.0
"""What a word of the breadcrumb counts for in the ranking."""
BODY_WEIGHT = 1.0
"""What a word of the passage itself counts for in the ranking."""

_BUSY_SECONDS = 5.0
_REMEDY = "run `clausier reindex`, which builds it anew from the library"

# A row of words is numbered by its document (high bits) and its passage (low bits), so that the rows of a document are
# a range and need no scan. Stems come folded and spaced: the tokenizer has only to keep the marks within them.
_PASSAGE_BITS = 20
_TABLES = f"""
CREATE TABLE IF NOT EXISTS documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, passages INTEGER NOT NULL, whole INTEGER NOT NULL
);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    heading, body, tokenize = "unicode61 remove_diacritics 0 tokenchars '{INNER_MARKS.replace("'", "''")}'"
);
"""
_CHOSEN = "(? IS NULL OR documents.id IN (SELECT value FROM json_each(?)))"
_MATCHING = f"""
SELECT documents.id, words.rowid & {(1 << _PASSAGE_BITS) - 1}, -bm25(words, {HEADING_WEIGHT}, {BODY_WEIGHT}) AS score
FROM words CROSS JOIN documents ON documents.number = words.rowid >> {_PASSAGE_BITS}
WHERE words MATCH ? AND documents.whole AND {_CHOSEN} ORDER BY score DESC, words.rowid LIMIT ?
"""  # noqa: S608 - only constants are formatted in
_FREQUENCY = f"""
SELECT documents.id, count(*) FROM words CROSS JOIN documents ON documents.number = words.rowid >> {_PASSAGE_BITS}
WHERE words MATCH ? AND documents.whole GROUP BY documents.id
"""  # noqa: S608 - only constants are formatted in


class FullText:
    """The full-text half of the index, in one file that is made when it is first written to.

    Not for several threads at once: `ingest.index.Index` lets them take turns.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def announce(self, document_id: str, passages: int) -> None:
        """Note that entries of a document are about to be written, so that a sweep finds unfinished ones."""
        with self._changing() as connection:
            connection.execute(
                "INSERT INTO documents (id, passages, whole) VALUES (?, ?, 0) "
                "ON CONFLICT (id) DO UPDATE SET passages = excluded.passages, whole = 0",
                (document_id, passages),
            )

    def add(self, document_id: str, passages: Iterable[tuple[Sequence[str], Sequence[str]]]) -> None:
        """Write the heading stems and the body stems of each passage of an announced document, which is then whole."""
        with self._changing() as connection:
            first = _delete_words(connection, document_id)
            rows = [(first + i, " ".join(heading), " ".join(body)) for i, (heading, body) in enumerate(passages)]
            connection.executemany("INSERT INTO words (rowid, heading, body) VALUES (?, ?, ?)", rows)
            connection.execute("UPDATE documents SET whole = 1 WHERE id = ?", (document_id,))

    def remove(self, document_ids: Collection[str]) -> None:
        """Remove all entries of the documents."""
        with self._changing() as connection:
            for document_id in document_ids:
                _delete_words(connection, document_id)
                connection.execute("DELETE FROM documents WHERE id = ?", (document_id,))

    def matching(self, stems: Sequence[str], document_ids: Collection[str] | None, limit: int) -> list[Hit]:
        """The passages that hold any of the stems, best first, scored by FTS5's BM25 (Robertson and Zaragoza 2009).

        Args:
            stems: what `ingest.words.stems` gives; each is quoted, so none is read as a query operator.
            document_ids: where to look; everywhere when None.
            limit: how many to return at most.
        """
        if not stems:
            return []
        query = " OR ".join(map(_quoted, dict.fromkeys(stems)))
        chosen = None if document_ids is None else json.dumps(sorted(document_ids))
        return [Hit(*row) for row in self._rows(_MATCHING, (query, chosen, chosen, limit))]

    def document_frequency(self, stem: str) -> dict[str, int]:
        """How many passages hold the stem, per id of the documents that do."""
        return dict(self._rows(_FREQUENCY, (_quoted(stem),)))

    def sizes(self) -> dict[str, int]:
        """How many passages are indexed, per id of the documents that are wholly indexed."""
        return dict(self._rows("SELECT id, passages FROM documents WHERE whole", ()))

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
                connection.execute("DELETE FROM words")
                connection.execute("UPDATE documents SET whole = 0")
        except LibraryDamaged:
            self.close()
            for suffix in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file; it is opened again when needed."""
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
    def _changing(self) -> Iterator[sqlite3.Connection]:
        with translated(self._path, _REMEDY):
            connection = self._open()
            connection.execute("BEGIN IMMEDIATE")
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


def _quoted(stem: str) -> str:
    return '"' + stem.replace('"', '""') + '"'


def _delete_words(connection: sqlite3.Connection, document_id: str) -> int:
    """Delete the words of a document and return the number of its first row (0 when the document is not known)."""
    row = connection.execute("SELECT number FROM documents WHERE id = ?", (document_id,)).fetchone()
    first = row[0] << _PASSAGE_BITS if row else 0
    connection.execute(
        "DELETE FROM words WHERE rowid >= ? AND rowid < ?", (first, first + (bool(row) << _PASSAGE_BITS))
    )
    return int(first)
