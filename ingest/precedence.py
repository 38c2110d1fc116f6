"""The clause that says which document of a family prevails over which. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from ingest.document import Clause, Document, Span
from ingest.precedence_sentence import ranks_of_sentence
from ingest.sentences import sentences, trim

_CONFLICT = re.compile(
    r"\b(?:conflict\w*|inconsisten\w+|contradict\w*|discrepanc\w+|ambiguit\w+|disagree\w*|divergen\w+|"
    r"incompatib\w+|conflits?|contredi\w+|discordan\w+)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(?:following (?:descending )?order|order of (?:precedence|priority)|order applies|prevail\w*|"
    r"take precedence|shall control|ordre (?:de|d.)\s?"
    r"(?:priorité|préséance|prévalence|importance)|par ordre|ordre décroissant|ordre hiérarchique|prévau\w+|prévalent|"
    r"prééminence|primauté|"
    r"prévaloir|prime(?:nt|ra)?)\b",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r"\b(?:following (?:descending )?order|order of (?:precedence|priority)|ordre\b[^.:]{0,60}(?:suivant|"
    r"décroissant|priorité|préséance|hiérarchique)|par ordre|"
    r"order in which they (?:are|were) (?:listed|set out)|ordre dans lequel ils (?:ont été|sont))",
    re.IGNORECASE,
)
_NAMED = re.compile(r"préséance|précedence|precedence|priorit")
_FOLLOWING = 12  # clauses, the ranks of a list among them
_WITHIN_ONE = re.compile(  # of one document with itself, or with its translation
    r"\b(?:language versions?|translations?|versions? linguistiques?|traductions?)\b|"
    r"\b(?:within (?:the same|one|a single)|au sein d.un (?:même|seul)|d.un même) document\b",
    re.IGNORECASE,
)
_MARKER = re.compile(r"^\s*(?:\(?[a-zivx\d]{1,4}[.)]|[-–•●])\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Precedence:
    """An order of precedence: what prevails first, each with its span, and the span of the clause that says so."""

    ranks: tuple[Span, ...]
    quote: Span
    clause: str


def find_precedence(document: Document) -> Precedence | None:
    """The order of precedence that a document lays down as a list; else in a sentence that lists the ranks; else the sentence in which one
    document prevails; else None.
    """
    return next(chain(_lists(document), _listed(document), _said(document)), None)


def _lists(document: Document) -> Iterator[Precedence]:
    """The clauses that lay down an order whose ranks stand beneath them, where a conflict or precedence is spoken of."""
    for position, clause in enumerate(document.clauses):
        own = _plain(document, clause.span)
        if not _LISTS.search(own):
            continue
        if not _CONFLICT.search(_plain(document, _with_following(document, position))) and not _NAMED.search(own):
            continue
        ranks = _ranks(document, position)
        if len(ranks) > 1:
            yield Precedence(ranks, trim(document.text, Span(clause.span.start, ranks[-1].end)), clause.id)


def _listed(document: Document) -> Iterator[Precedence]:
    """The sentences on conflicts that list their ranks."""
    for clause, sentence, _ in _on_conflicts(document):
        if ranks := ranks_of_sentence(document.text, sentence):
            yield Precedence(ranks, sentence, clause.id)


def _said(document: Document) -> Iterator[Precedence]:
    """The sentences on conflicts that say what prevails."""
    for clause, sentence, said in _on_conflicts(document):
        if _ORDER.search(said):
            yield Precedence((sentence,), sentence, clause.id)


def _on_conflicts(document: Document) -> Iterator[tuple[Clause, Span, str]]:
    """The sentences that speak of a conflict between documents, each with its clause and its words."""
    for clause in document.clauses:
        for sentence in sentences(document.text, clause.span):
            said = _plain(document, sentence)
            if _CONFLICT.search(said) and not _WITHIN_ONE.search(said):
                yield clause, sentence, said


def _plain(document: Document, span: Span) -> str:
    """The words of a span with single spaces, whatever the line breaks."""
    return " ".join(span.of(document.text).split())


def _with_following(document: Document, position: int) -> Span:
    """A clause and those after it: the conflict may be spoken of once the list is at its end."""
    last = document.clauses[min(position + _FOLLOWING, len(document.clauses) - 1)]
    return Span(document.clauses[position].span.start, max(document.clauses[position].span.end, last.span.end))


def _ranks(document: Document, position: int) -> tuple[Span, ...]:
    clause = document.clauses[position]
    children = [each for each in document.clauses if each.parent == clause.id]
    if len(children) > 1:
        return tuple(_item(document, child) for child in children)
    lines = []
    at = clause.span.start
    for line in clause.span.of(document.text).splitlines(keepends=True):
        if match := _MARKER.match(line):
            lines.append(trim(document.text, Span(at + match.end(), at + len(line))))
        at += len(line)
    return tuple(lines[1:] if lines and lines[0].start < clause.span.start + 12 else lines)


def _item(document: Document, child: Clause) -> Span:
    span = trim(document.text, child.span)
    match = _MARKER.match(span.of(document.text))
    return Span(span.start + match.end(), span.end) if match else span
