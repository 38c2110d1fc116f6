"""BM25 over postings: how well passages fit weighted stems. Pure.

How rare a stem is gets counted among the passages that are looked at, not in the whole library: within one contract its own
name tells nothing apart, and "audit" may (docs/retrieval.md). Source: Robertson and Zaragoza 2009, "The Probabilistic
Relevance Framework: BM25 and Beyond"; heading and body are weighted as its BM25F weighs fields.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

HEADING_WEIGHT = 2.0
"""What a word of the breadcrumb counts for."""
BODY_WEIGHT = 1.0
"""What a word of the passage itself counts for."""
SATURATION = 1.2
"""BM25's k1: how soon a further occurrence of a word adds nothing more."""
LENGTH_NORMALISATION = 0.75
"""BM25's b: how much a long passage loses by its length, 0 to 1."""

ENTRY = np.dtype([("ordinal", "<u4"), ("heading", "<u2"), ("body", "<u2")])
"""One passage of a posting: its place among the document's passages, and how often the stem stands in heading and body."""
LENGTH = np.dtype("<u4")
"""The words of a passage, its breadcrumb included."""

Entries = NDArray[np.void]
_MOST = 65_535  # occurrences that an entry can count


def postings(passages: Iterable[tuple[Sequence[str], Sequence[str]]]) -> tuple[dict[str, Entries], NDArray[np.uint32]]:
    """The entries of each stem of a document, and the length of each of its passages.

    Args:
        passages: the heading stems and the body stems of each passage, in order.
    """
    entries: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    lengths: list[int] = []
    for ordinal, (heading, body) in enumerate(passages):
        above, within = Counter(heading), Counter(body)
        for stem in {**above, **within}:
            entries[stem].append((ordinal, min(above[stem], _MOST), min(within[stem], _MOST)))
        lengths.append(len(heading) + len(body))
    return {stem: np.array(rows, ENTRY) for stem, rows in entries.items()}, np.array(lengths, LENGTH)


def scores(
    lengths: NDArray[np.uint32], found: Iterable[tuple[float, NDArray[np.int64], Entries]]
) -> NDArray[np.float64]:
    """The scores of all passages that are looked at, 0 for those that hold none of the stems.

    Args:
        lengths: of these passages.
        found: for each stem that any of them holds: what it counts for, the places in ``lengths`` of the passages that hold it,
            and their entries.
    """
    total = len(lengths)
    average = max(1.0, float(lengths.mean())) if total else 1.0
    result = np.zeros(total)
    for weight, places, entries in found:
        length = lengths[places] / average
        count = HEADING_WEIGHT * entries["heading"] + BODY_WEIGHT * entries["body"]
        damping = SATURATION * (1 - LENGTH_NORMALISATION + LENGTH_NORMALISATION * length)
        result[places] += weight * _rarity(len(places), total) * count * (SATURATION + 1) / (count + damping)
    return result


def _rarity(holding: int, total: int) -> float:
    """The inverse document frequency in its form that is never negative: a word of every passage counts for next to nothing."""
    return math.log(1.0 + (total - holding + 0.5) / (holding + 0.5))
