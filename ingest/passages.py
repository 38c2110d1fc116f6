"""Clauses -> passages: what is embedded and searched.

A clause with its sub-clauses is one passage where it fits the target; a longer one is divided along its own sub-clauses, short
neighbours kept together, and a sub-clause that is still too long along its sentences, with an overlap. Sizes are counted with
the embedder's own tokenizer and nothing goes beyond its window, so that nothing is ever cut silently.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ingest.document import Clause, Document, Passage, Span
from ingest.sentences import sentences, trim

TARGET = 260  # tokens of clause text a passage, about 1,000 characters; smaller pieces lose their meaning (docs/retrieval.md)
OVERLAP = 40  # tokens that two parts of one long clause share
_STUB = 25  # tokens; a heading or a title alone says too little to be found
_MARGIN = 8  # tokens kept free: counts of parts do not quite add up to the count of the whole
_LONGEST_BREADCRUMB = 300  # characters
_WEAKER = (
    re.compile(r";(?=\s)"),
    re.compile(r",(?=\s)"),
)  # where a sentence too long for a passage is parted, the stronger first


class TokenCounter(Protocol):
    """The part of an embedder that passages need: its window and its tokenizer."""

    window: int

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text as a passage."""
        ...


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence (or a part of a huge one) of a clause, with its size in tokens: with what stands between it and the one before.

    What stands between has no letter or figure (the marks of words that were taken out, "[***]"), and may be long.
    """

    span: Span
    tokens: int


@dataclass(frozen=True, slots=True)
class _Group:
    """A run of pieces that may become a passage, and the clause in which it begins."""

    clause: int
    pieces: tuple[_Piece, ...]

    @property
    def tokens(self) -> int:
        return sum(piece.tokens for piece in self.pieces)


def split(document: Document, embedder: TokenCounter) -> tuple[Passage, ...]:
    """The passages of a document in order; together they hold every word of its clauses.

    Args:
        document: the document as read.
        embedder: its tokenizer counts, its window bounds.
    """
    breadcrumbs = _breadcrumbs(document)
    pieces = _pieces(document, embedder)
    groups = _Grouping(document.clauses, pieces).groups()
    room = embedder.window - _MARGIN - max(embedder.count_tokens([*breadcrumbs.values(), ""]), default=0)
    passages = []
    for group in groups:
        for part in _parts(group.pieces, min(TARGET, room)):
            clause = _clause_at(document.clauses, group.clause, part[0].span.start)
            span = trim(document.text, Span(part[0].span.start, part[-1].span.end))
            passages.append(Passage(clause.id, span, breadcrumbs[clause.id]))
    return tuple(passages)


def _clause_at(clauses: tuple[Clause, ...], first: int, offset: int) -> Clause:
    while first + 1 < len(clauses) and clauses[first + 1].span.start <= offset:
        first += 1
    return clauses[first]


def _breadcrumbs(document: Document) -> dict[str, str]:
    """For each clause: the document's title and the labels of its ancestors and itself."""
    crumbs: dict[str, str] = {}
    for clause in document.clauses:
        above = crumbs.get(clause.parent or "", document.title)
        label = clause.label
        crumbs[clause.id] = f"{above} › {label}" if label and label != document.title else above
    return {key: _shortened(crumb) for key, crumb in crumbs.items()}


def _shortened(crumb: str) -> str:
    """A long breadcrumb loses its middle, never its document or its nearest heading."""
    if len(crumb) <= _LONGEST_BREADCRUMB:
        return crumb
    half = _LONGEST_BREADCRUMB // 2
    return f"{crumb[:half]} … {crumb[-half:]}"


def _pieces(document: Document, embedder: TokenCounter) -> list[list[_Piece]]:
    """The sentences of each clause, each small enough for a passage of its own."""
    spans = [sentences(document.text, clause.span) for clause in document.clauses]
    flat = [span for clause_spans in spans for span in clause_spans]
    counts = iter(embedder.count_tokens([span.of(document.text) for span in flat]))
    between = _between(document, spans, embedder)
    limit = min(TARGET, embedder.window // 2)
    pieces: list[list[_Piece]] = []
    for clause_spans in spans:
        pieces.append([])
        for span in clause_spans:
            first, *others = _bounded(document.text, _Piece(span, next(counts)), limit, embedder.count_tokens)
            pieces[-1] += [_Piece(first.span, first.tokens + between.get(span.start, 0)), *others]
    return pieces


def _between(document: Document, spans: Sequence[Sequence[Span]], embedder: TokenCounter) -> dict[int, int]:
    """The tokens of what stands before a sentence and after the one before it, by where the sentence starts; none where that is white."""
    gaps: dict[int, str] = {}
    end = 0
    for clause_spans in spans:
        for span in clause_spans:
            words = document.text[min(end, span.start) : span.start]
            if end and words.strip():
                gaps[span.start] = words
            end = span.end
    return dict(zip(gaps, embedder.count_tokens(list(gaps.values())), strict=True))


def _bounded(text: str, piece: _Piece, limit: int, count: Callable[[Sequence[str]], list[int]]) -> list[_Piece]:
    """Halve a huge sentence until its parts fit."""
    if piece.tokens <= limit or len(piece.span) < 2:
        return [piece]
    cut = _middle(text, piece.span)
    halves = [Span(piece.span.start, cut), Span(cut, piece.span.end)]
    counts = count([half.of(text) for half in halves])
    return [p for half, n in zip(halves, counts, strict=True) for p in _bounded(text, _Piece(half, n), limit, count)]


def _middle(text: str, span: Span) -> int:
    """Where a sentence is halved: after a semicolon in its middle third, else after a comma there, else before the space that is nearest
    before its middle; anywhere in a word without spaces.
    """
    third = len(span) // 3
    for mark in _WEAKER:
        marks = [match.end() for match in mark.finditer(text, span.start + third, span.end - third)]
        if marks:
            return min(marks, key=lambda at: abs(2 * at - span.start - span.end))
    middle = (span.start + span.end) // 2
    cut = max(text.rfind(" ", span.start + 1, middle), text.rfind("\n", span.start + 1, middle))
    return cut if cut > 0 else middle


class _Grouping:
    """Divides the clause tree into groups of pieces of at most TARGET tokens where clauses allow."""

    def __init__(self, clauses: tuple[Clause, ...], pieces: list[list[_Piece]]) -> None:
        self._clauses = clauses
        self._pieces = pieces
        position = {clause.id: i for i, clause in enumerate(clauses)}
        self._parent = [position[c.parent] if c.parent is not None else -1 for c in clauses]
        self._stop = self._subtree_stops()

    def groups(self) -> list[_Group]:
        groups: list[_Group] = []
        at = 0
        while at < len(self._clauses):
            groups += self._divide(at, self._stop[at])
            at = self._stop[at]
        return self._joined([group for group in groups if group.pieces], stubs_only=True)

    def _subtree_stops(self) -> list[int]:
        """For each clause, the index after the last clause that follows it without leaving its subtree."""
        stops = []
        for first in range(len(self._clauses)):
            stop = first + 1
            while stop < len(self._clauses) and self._is_within(stop, first) and self._touches(stop):
                stop += 1
            stops.append(stop)
        return stops

    def _is_within(self, clause: int, ancestor: int) -> bool:
        while clause > ancestor:
            clause = self._parent[clause]
        return clause == ancestor

    def _touches(self, clause: int) -> bool:
        """Whether nothing (a contents page) stands between this clause and the one before."""
        return self._clauses[clause - 1].span.end == self._clauses[clause].span.start

    def _run(self, first: int, stop: int) -> tuple[_Piece, ...]:
        return tuple(piece for clause in range(first, stop) for piece in self._pieces[clause])

    def _divide(self, first: int, stop: int) -> list[_Group]:
        whole = _Group(first, self._run(first, stop))
        if whole.tokens <= TARGET or stop == first + 1:
            return [whole]
        groups = [_Group(first, tuple(self._pieces[first]))]
        at = first + 1
        while at < stop:
            groups += self._divide(at, min(self._stop[at], stop))
            at = self._stop[at]
        return self._joined(groups)

    def _joined(self, groups: list[_Group], stubs_only: bool = False) -> list[_Group]:
        """Neighbours that fit the target together become one group; or only where the first is a few words."""
        joined: list[_Group] = []
        for group in groups:
            if joined and self._may_join(joined[-1], group, stubs_only):
                joined[-1] = _Group(joined[-1].clause, joined[-1].pieces + group.pieces)
            else:
                joined.append(group)
        return joined

    def _may_join(self, one: _Group, other: _Group, stubs_only: bool) -> bool:
        if one.tokens + other.tokens > TARGET or (stubs_only and one.tokens > _STUB):
            return False
        return all(self._touches(clause) for clause in range(one.clause + 1, other.clause + 1))


def _parts(pieces: tuple[_Piece, ...], limit: int) -> list[tuple[_Piece, ...]]:
    """Runs of pieces of at most ``limit`` tokens; each begins with the last pieces of the one before, up to OVERLAP."""
    parts: list[tuple[_Piece, ...]] = []
    current: list[_Piece] = []
    for piece in pieces:
        if current and sum(p.tokens for p in current) + piece.tokens > limit:
            parts.append(tuple(current))
            current = _overlap(current, limit - piece.tokens)
        current.append(piece)
    if current:
        parts.append(tuple(current))
    return parts


def _overlap(pieces: list[_Piece], room: int) -> list[_Piece]:
    kept: list[_Piece] = []
    allowed = min(OVERLAP, room)
    for piece in reversed(pieces):
        allowed -= piece.tokens
        if allowed < 0:
            break
        kept.insert(0, piece)
    return kept
