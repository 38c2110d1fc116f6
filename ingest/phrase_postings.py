"""The passages whose postings leave room for a phrase: those that hold all its whole words, and one that may begin as its last one does."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.bm25 import ENTRY
from ingest.phrase_words import KEPT, PhraseWords

Rows = Callable[[str, tuple[Any, ...]], list[Any]]
"""Runs a query and gives its rows."""

_HELD = "SELECT document, entries FROM postings WHERE stem IN (SELECT value FROM json_each(?))"
_HELD_AMONG = f"{_HELD} AND document IN (SELECT value FROM json_each(?))"  # noqa: S608 - a constant is formatted in
# a look-up a stem, however many documents hold it (the "loose index scan" of SQLite's documentation on recursive queries)
_BEGINNING = """
WITH RECURSIVE found (stem) AS (
    SELECT min(stem) FROM postings WHERE stem >= ?1
    UNION ALL SELECT (SELECT min(stem) FROM postings WHERE stem > found.stem) FROM found WHERE substr(found.stem, 1, ?2) = ?1
)
SELECT stem FROM found WHERE substr(stem, 1, ?2) = ?1
"""
_FEW = 200  # documents; postings of so many are looked up one by one, those of more read stem by stem
_ORDINAL_BITS = 32

Places = NDArray[np.int64]
"""Passages, each as one number: that of its document, and its place among the passages of it."""


def passages_holding(words: PhraseWords, numbers: Collection[int], rows: Rows) -> Mapping[int, list[int]]:
    """The ordinals of such passages, by the number of their document; none for documents that are not among those given.

    Args:
        words: of the phrase; they must tell something.
        numbers: of the documents where to look.
        rows: reads the postings.
    """
    left: Places | None = None
    among = np.fromiter(numbers, np.int64, len(numbers))
    groups = [*words.whole, *([_begun(words, rows)] if words.begun else [])]
    for stems in groups:
        found = _holding(stems, among, rows)
        left = found if left is None else np.intersect1d(left, found, assume_unique=True)
        among = np.unique(left >> _ORDINAL_BITS)
        if not len(left):
            break
    held: dict[int, list[int]] = {}
    for place in () if left is None else left.tolist():
        held.setdefault(place >> _ORDINAL_BITS, []).append(place & ((1 << _ORDINAL_BITS) - 1))
    return held


def _begun(words: PhraseWords, rows: Rows) -> list[str]:
    beginning = rows(_BEGINNING, (words.begun[:KEPT], KEPT))
    return [stem for (stem,) in beginning if words.may_begin(stem)]


def _holding(stems: Collection[str], among: Places, rows: Rows) -> Places:
    """The passages of the documents in whose body one of the stems stands, each once."""
    wanted = json.dumps(sorted(stems))
    few = len(among) <= _FEW
    found = rows(_HELD_AMONG, (wanted, json.dumps(among.tolist()))) if few else rows(_HELD, (wanted,))
    entries = np.frombuffer(b"".join(blob for _, blob in found), ENTRY)
    counts = [len(blob) // ENTRY.itemsize for _, blob in found]
    documents = np.repeat(np.array([number for number, _ in found], np.int64), counts)
    kept = (entries["body"] > 0) & np.isin(documents, among)
    return np.unique((documents[kept] << _ORDINAL_BITS) | entries["ordinal"][kept])
