"""The clause that says which document of a family prevails over which. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    lists = _found(document, strict=True) or _listed(document) or _found(document, strict=False)
    return lists[0] if lists else None


def _listed(document: Document) -> list[Precedence]:
    """The sentences on conflicts that list their ranks."""
    told = (
        (clause, sentence, ranks_of_sentence(document.text, sentence))
        for clause in document.clauses
        for sentence in sentences(document.text, clause.span)
        if _CONFLICT.search(said := _plain(document, sentence)) and not _WITHIN_ONE.search(said)
    )
    return [Precedence(ranks, sentence, clause.id) for clause, sentence, ranks in told if ranks]


def _found(document: Document, strict: bool) -> list[Precedence]:
    found = []
    for position, clause in enumerate(document.clauses):
        own = _plain(document, clause.span)
        whole = _whole(document, position)
        if (
            strict
            and _LISTS.search(own)
            and (
                _CONFLICT.search(_plain(document, whole))
                or re.search(
                    r"préséance|précedence|precedence|"
                    r"priorit",
                    own,
                )
            )
        ):
            ranks = _ranks(document, position)
            if len(ranks) > 1:
                found.append(Precedence(ranks, trim(document.text, Span(clause.span.start, ranks[-1].end)), clause.id))
        elif not strict:
            found += [
                Precedence((sentence,), sentence, clause.id)
                for sentence in sentences(document.text, clause.span)
                if _CONFLICT.search(said := _plain(document, sentence))
                and _ORDER.search(said)
                and not _WITHIN_ONE.search(said)
            ]
    return found


def _plain(document: Document, span: Span) -> str:
    """The words of a span with single spaces, whatever the line breaks."""
    return " ".join(span.of(document.text).split())


def _whole(document: Document, position: int) -> Span:
    """A clause and the three after it: the conflict may be spoken of once the list is at its end."""
    last = document.clauses[min(position + 12, len(document.clauses) - 1)]
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
