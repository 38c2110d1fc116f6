from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from ingest.bm25 import postings
from ingest.phrase_postings import Rows, passages_holding
from ingest.phrase_words import PhraseWords
from ingest.words import stems


@pytest.fixture
def rows() -> Iterator[Rows]:
    """The postings of three hundred documents; the second passage of each tenth holds "limit of liability"."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE postings (stem TEXT, document INTEGER, entries BLOB)")
        for number in range(1, 301):
            second = "the limit of liability" if number % 10 == 0 else "the limit of it"
            entries, _ = postings(([], stems(text, "en")) for text in ("liability limits", second))
            connection.executemany(
                "INSERT INTO postings VALUES (?, ?, ?)",
                [(stem, number, each.tobytes()) for stem, each in entries.items()],
            )

        def run(query: str, values: tuple[Any, ...]) -> list[Any]:
            return connection.execute(query, values).fetchall()

        yield run


def test_a_passage_is_told_that_holds_all_words_together(rows: Rows) -> None:
    words = PhraseWords.of("the limit of liab")
    assert passages_holding(words, range(1, 301), rows) == {number: [1] for number in range(10, 301, 10)}
    assert passages_holding(words, [9, 10], rows) == {10: [1]}
    assert passages_holding(words, [], rows) == {}


def test_words_that_stand_apart_or_nowhere_leave_nothing(rows: Rows) -> None:
    for phrase in ("a liability of the limi", "the quorum of liability", "the limit of quor"):
        assert passages_holding(PhraseWords.of(phrase), [9, 11], rows) == {}
