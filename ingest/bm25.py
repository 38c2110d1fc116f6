"""BM25 over postings: how well passages fit weighted stems. Pure.

How rare a stem is gets counted among the passages that are looked at, not in the whole library: within one contract its own
name tells nothing apart, and "audit" may (docs/retrieval.md). Source: Robertson and Zaragoza 2009, "The Probabilistic
Relevance Framework: BM25 and Beyond"; heading and body are weighted as its BM25F weighs fields. Stems that stand for one word, its
translations, are counted as if they were it, as Pirkola 1998, "The Effects of Query Structure and Dictionary Setups in
Dictionary-Based Cross-Language Information Retrieval", has it: a word with many translations weighs no more than one with one, and a
rare translation of a common word not more than a common one.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
Places = NDArray[np.int64]
Word = tuple[str, ...]
"""The stems that stand for one word."""
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


def joined(
    words: Mapping[Word, float], held: Iterable[tuple[str, Places, Entries]]
) -> Iterator[tuple[float, Places, Entries]]:
    """What each word that is held counts for, and its places and entries: those of its stems, added up passage by passage.

    Args:
        words: what each counts for.
        held: the places and entries of each stem that any passage holds.
    """
    bearers: dict[str, list[Word]] = defaultdict(list)
    for word in words:
        for stem in word:
            bearers[stem].append(word)
    parts: dict[Word, list[tuple[Places, Entries]]] = defaultdict(list)
    for stem, places, entries in held:
        for word in bearers[stem]:
            if len(word) == 1:
                yield words[word], places, entries
            else:
                parts[word].append((places, entries))
    for word, several in parts.items():
        yield (words[word], *(several[0] if len(several) == 1 else _added(several)))


def _added(several: Sequence[tuple[Places, Entries]]) -> tuple[Places, Entries]:
    places, inverse = np.unique(np.concatenate([each for each, _ in several]), return_inverse=True)
    entries = np.concatenate([each for _, each in several])
    added = np.zeros(len(places), ENTRY)
    for field in ("heading", "body"):
        added[field] = np.minimum(np.bincount(inverse, entries[field], len(places)), _MOST)
    return places, added


def scores(lengths: NDArray[np.uint32], found: Iterable[tuple[float, Places, Entries]]) -> NDArray[np.float64]:
    """The scores of all passages that are looked at, 0 for those that hold none of the words.

    Args:
        lengths: of these passages.
        found: for each word that any of them holds: what it counts for, the places in ``lengths`` of the passages that hold it,
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
