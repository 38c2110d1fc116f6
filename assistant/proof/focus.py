"""Which part of the quotes a sentence is about: the parts of a text, and the row and column of a table. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asked.terms import content_stems
from assistant.proof.overlap import language_of, relatives
from assistant.values.figures import figures
from assistant.wording.lexicon import Lexicon
from ingest.document import Span
from ingest.sentences import sentences
from ingest.words import fold

_INTRODUCTION = re.compile(r":\s")
_CELL = "\t"
_NAMED_BY = 0.5  # share of its words by which a label is named


def parts(quote: str) -> list[str]:
    """The sentences of a quote; each item of a list is read with the words that introduce the list ("shall not: …")."""
    found: list[str] = []
    introduction = ""
    for span in sentences(quote, Span(0, len(quote))):
        opening, *items = _INTRODUCTION.split(f"{introduction}{span.of(quote)} ", maxsplit=1)
        if not items:
            found.append(opening)
            continue
        introduction = f"{opening}: "
        found += [introduction + item for item in items[0].split(";") if item.strip()]
    return found or [quote]


def focused(sentence: str, quotes: Sequence[str], lexicon: Lexicon) -> list[str]:
    """The quotes without the rows and columns of tables that the sentence is not about.

    Args:
        sentence: one sentence.
        quotes: as cited; the cells of a table's row are parted by tabs, and its first row holds the headers.
        lexicon: tells which words mean the same.

    A row is left out when the sentence names the label of another one and not its own; a column likewise by its header.
    Nothing is left out where the sentence names none.
    """
    lines = [line for quote in quotes for line in quote.split("\n")]
    rows = [line.split(_CELL) for line in lines if _CELL in line]
    if len(rows) < 2:
        return list(quotes)
    header, *body = rows
    covered = _covered(sentence, "\n".join(lines), lexicon)
    kept = _named([row[0] for row in body], covered)
    told = {figure for i in kept for cell in body[i] for figure in figures(cell)} & figures(sentence)
    # a sentence may tell of several cells of a row
    columns = _named(header[1:], covered) if len(told) <= 1 else list(range(len(header) - 1))
    rest = [line for line in lines if _CELL not in line]
    chosen = [header, *(body[i] for i in kept)]
    return rest + [_CELL.join([row[0], *(row[i + 1] for i in columns if i + 1 < len(row))]) for row in chosen]


@dataclass(frozen=True, slots=True)
class _Covered:
    """What a sentence says of its source: the source's stems that it holds in whatever form, and its own words as written."""

    stems: frozenset[str]
    words: frozenset[str]
    language: str


def _covered(sentence: str, source: str, lexicon: Lexicon) -> _Covered:
    found = relatives(sentence, source, lexicon).values()
    return _Covered(
        frozenset(content_stems(sentence, language_of(source))).union(*found),
        frozenset(re.findall(r"\w+", fold(sentence))),
        language_of(source),
    )


def _named(labels: Sequence[str], covered: _Covered) -> list[int]:
    """The places of the labels that a sentence names best; all of them where it names none more than the others."""
    shares = [_share(label, covered) for label in labels]
    best = max(shares, default=0.0)
    if best < _NAMED_BY:
        return list(range(len(labels)))
    return [i for i, share in enumerate(shares) if share == best]


def _share(label: str, covered: _Covered) -> float:
    """The share of a label's words that a sentence holds, its codes ("P2") letter by letter."""
    words = content_stems(label, covered.language)
    codes = {word for word in re.findall(r"\w+", fold(label)) if any(c.isdigit() for c in word)}
    if not words or not covered.words.issuperset(codes):
        return 0.0
    return sum(word in covered.stems or word in codes for word in words) / len(words)
