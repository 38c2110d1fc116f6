"""Words that were found, as what a question takes for granted is held against them, and those of them that speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from assistant.proof.focus import parts
from assistant.proof.overlap import language_of, plain_content, relatives
from assistant.wording.lexicon import Lexicon
from ingest.words import fold

LOOKED_AT = 6
"""Pieces, best first, among which the one that speaks of what is taken for granted is looked for."""
_LABEL = 2  # cells at the head of a row that may name it ("SL10", "Availability of email")
_DENYING = frozenset("cannot never jamais aucun nul".split())  # stems
_SAYING_NOTHING = frozenset(  # stems of words that are said of anything: a sentence need not hold them to speak of the same
    "either neither both each everi chaqu chacun made done fait celui cel ceux need take get bear place one un two three "
    "last run dur aller go reach atteindr side "
    "allow permit possibl authoris authoriz autoris permi".split()
)
_CODE = re.compile(r"\b[a-z]{1,4}\d{1,2}\b")  # "p1", "sl6"


class StatementReader(Protocol):
    """Reads a statement together with words that may bear it out."""

    def bears_out(self, words: str, statement: str, /) -> float | None:
        """How far the words bear the statement out, as log-odds; None when the two together are too long."""
        ...


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that were found: a clause, sentence or row as it stands, and what stands ``above`` a row (headings, header)."""

    words: str
    above: str = ""

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table: its cells are parted by tabs."""
        return "\t" in self.words

    @property
    def sentences(self) -> list[str]:
        """Its sentences, each in one line; a row is one."""
        return [self.words] if self.is_row else parts(" ".join(self.words.split()))


def speaking(
    said: str, piece: Piece, lexicon: Lexicon, most_missing: int = 0, below_heading: bool = False
) -> Iterator[str]:
    """The sentences of a piece that hold every word of an assertion, in whatever form; a row is one, read below its headings.

    Args:
        said: the assertion.
        piece: where they are looked for.
        lexicon: knows words by other names.
        most_missing: how many of its words a sentence may lack.
        below_heading: whether a sentence is read below the heading of its clause, as a row always is; one word it must hold itself.
    """
    words = content(said)
    if not words or not codes(said) <= codes(f"{piece.above} {piece.words}"):
        return
    if piece.is_row and not _names_label(said, piece, lexicon):
        return
    for part in piece.sentences:
        headed = piece.is_row or below_heading
        held = relatives(said, f"{piece.above}\n{part}" if headed else part, lexicon)
        if sum(not held.get(word) for word in words) > most_missing:
            continue
        if piece.is_row or not below_heading or any(relatives(said, part, lexicon).get(word) for word in words):
            yield part


def content(said: str) -> list[str]:
    """The content stems of an assertion: what it is about, and not whether it denies."""
    stems = [stem for stem in plain_content(said, language_of(said)) if stem not in _DENYING]
    return [stem for stem in stems if stem not in _SAYING_NOTHING] or stems


def codes(text: str) -> set[str]:
    """The codes of a text: "p1", "sl6"."""
    return set(_CODE.findall(fold(text)))


def _names_label(said: str, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether an assertion names a row, by a word or the code of its label; the words of the columns are those of every row."""
    label = " ".join(piece.words.split("\t")[:_LABEL])
    return bool(codes(said) & codes(label)) or any(relatives(said, label, lexicon).values())
