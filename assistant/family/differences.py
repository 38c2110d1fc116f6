"""Two texts held against each other, word by word: what stands in both, what is gone, what is new. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_PARAGRAPH = re.compile(r"\n\s*\n")
_WORD = re.compile(
    r"[£$€]?\d+(?:[.,]\d+|[ \u00a0\u202f]\d{3}\b)*%?|\w+|[^\w\s]"
)  # a figure is one word: £12,000, 19.2, 12 000
_ALIKE = 0.3  # of two paragraphs' words, from which they are held against each other and not called gone and new


class Kind(StrEnum):
    """How a piece stands to the other text."""

    SAME = "same"
    GONE = "gone"  # only on the left
    NEW = "new"  # only on the right


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of one text, as they stand there (spaces made one), with the space that parts it from the next."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """Two paragraphs beside each other; one side is empty where the other text has no such paragraph."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether a word of the row stands on one side only."""
        return any(piece.kind is not Kind.SAME for piece in (*self.left, *self.right))


def differences(left: str, right: str) -> list[Row]:
    """The paragraphs of two texts in order, each beside the one that it became.

    Line breaks and spaces make no difference; letters, figures and marks do.
    """
    ours, theirs = _paragraphs(left), _paragraphs(right)
    rows: list[Row] = []
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            rows += [Row((Piece(Kind.SAME, text),), (Piece(Kind.SAME, text),)) for text in ours[a:b]]
        else:
            rows += _changed(ours[a:b], theirs[c:d])
    return rows


def share_same(rows: Sequence[Row]) -> float:
    """Which share of the words of both texts stands in both, 0 to 1; 1 for two empty texts."""
    counts = {True: 0, False: 0}
    for row in rows:
        for piece in (*row.left, *row.right):
            counts[piece.kind is Kind.SAME] += len(_WORD.findall(piece.text))
    total = counts[True] + counts[False]
    return counts[True] / total if total else 1.0


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in _PARAGRAPH.split(text) if part.strip()]


def _changed(ours: list[str], theirs: list[str]) -> list[Row]:
    """Paragraphs that differ: each of ours beside the next of theirs that is alike, the others alone."""
    rows: list[Row] = []
    at = 0
    for text in ours:
        match = next((n for n in range(at, len(theirs)) if _alike(text, theirs[n])), None)
        if match is None:
            rows.append(Row((Piece(Kind.GONE, text),), ()))
            continue
        rows += [Row((), (Piece(Kind.NEW, skipped),)) for skipped in theirs[at:match]]
        rows.append(_words(text, theirs[match]))
        at = match + 1
    return rows + [Row((), (Piece(Kind.NEW, text),)) for text in theirs[at:]]


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, _WORD.findall(one.casefold()), _WORD.findall(other.casefold()), autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _words(one: str, other: str) -> Row:
    """Two paragraphs, word by word."""
    left, right = list(_WORD.finditer(one)), list(_WORD.finditer(other))
    matcher = SequenceMatcher(None, [w.group() for w in left], [w.group() for w in right], autojunk=False)
    ours: list[Piece] = []
    theirs: list[Piece] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        same = tag == "equal"
        if b > a:
            ours.append(Piece(Kind.SAME if same else Kind.GONE, _run(one, left, a, b)))
        if d > c:
            theirs.append(Piece(Kind.SAME if same else Kind.NEW, _run(other, right, c, d)))
    return Row(tuple(ours), tuple(theirs))


def _run(text: str, words: Sequence[re.Match[str]], first: int, last: int) -> str:
    """From one word up to another, the space before that one included."""
    return text[words[first].start() : words[last].start() if last < len(words) else len(text)]
