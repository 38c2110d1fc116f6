"""The recitals of a document: what stands below "RECITALS", "Background" or "Préambule", or begins with "WHEREAS". Pure.

They are lettered "(A)" or numbered, or are paragraphs that each begin with "WHEREAS" or "Attendu que". Where a heading stands alone over
numbers, these are recitals only if the clauses after them begin again with 1: else they may be the clauses themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from ingest.document import Clause, Document, Span
from ingest.words import fold

_HEADING = re.compile(
    r"\W*(?:recitals?|background|whereas|preambles?|preambule|expose(?: prealable| des motifs)?|considerants?|attendus?|"
    r"w ?i ?t ?n ?e ?s ?s ?e ?t ?h)\W*"
)
_BEGINS = re.compile(
    r"(?:^|\n[ \t]{0,99}|[;.]\s{1,9}(?:and\s|et\s)?)(?P<first>WHEREAS|Whereas|ATTENDU QU|Attendu qu|CONSID[ÉE]RANT QU|Considérant qu)"
)
_AGREED = re.compile(
    r"\b(?:NOW,? ?THEREFORE|IN CONSIDERATION OF|IL A [ÉE]T[ÉE] (?:CONVENU|ARR[ÊE]T[ÉE]))\b", re.IGNORECASE
)


def recital_spans(document: Document, which: str) -> list[Span]:
    """The recitals that bear a letter or a number; where they bear none, the one that stands in that place.

    Args:
        document: where to look.
        which: "B", "3"; empty for all of them.
    """
    found = _recitals(document)
    if not which:
        return [Span(found[0][1].start, found[-1][1].end)] if found else []
    wanted = fold(which)
    printed = [span for number, span in found if number == wanted]
    if printed or not wanted.isdigit() or any(number.isdigit() for number, _ in found):
        return printed
    return [span for place, (_, span) in enumerate(found, 1) if place == int(wanted)]


def _recitals(document: Document) -> list[tuple[str, Span]]:
    """The number and the place of each recital, in order; those of the first heading that has any."""
    for place, clause in enumerate(document.clauses):
        if clause.number is None and clause.heading and _HEADING.fullmatch(fold(clause.heading)):
            numbered = _numbered(document.clauses[place:])
            return numbered or _paragraphs(document, clause.span) or [("", clause.span)]
    holding = (c.span for c in document.clauses if _BEGINS.search(document.text, c.span.start, c.span.end))
    return next(([*_paragraphs(document, span)] for span in holding), [])


def _numbered(clauses: Sequence[Clause]) -> list[tuple[str, Span]]:
    """The numbered clauses below a heading, the first of the clauses given: its children, else those that follow where it stands alone."""
    heading, rest = clauses[0], clauses[1:]
    below = [c for c in rest if c.parent == heading.id and c.number]
    if below:
        return [(_bare(c), c.span) for c in below]
    following = list(takewhile(lambda c: bool(c.number) and c.parent == heading.parent, rest))
    if not following or heading.span.end - heading.span.start > len(heading.heading or "") + len(":\n\n  "):
        return []
    run = list(_run(following))
    if run and run[0][0] == "1" and [_bare(c) for c in rest[len(run) : len(run) + 1]] != ["1"]:
        return []
    return run


def _run(clauses: Sequence[Clause]) -> Iterator[tuple[str, Span]]:
    """The clauses that are counted on from the first, A, B, C or 1, 2, 3."""
    first = _bare(clauses[0])
    for place, clause in enumerate(clauses):
        if first not in ("a", "1") or _bare(clause) != (str(place + 1) if first == "1" else chr(ord("a") + place)):
            return
        yield _bare(clause), clause.span


def _bare(clause: Clause) -> str:
    return fold(clause.number or "").strip("(). ")


def _paragraphs(document: Document, within: Span) -> list[tuple[str, Span]]:
    """The paragraphs that begin with "WHEREAS", up to what is agreed."""
    agreed = _AGREED.search(document.text, within.start, within.end)
    end = agreed.start() if agreed else within.end
    starts = [match.start("first") for match in _BEGINS.finditer(document.text, within.start, end)]
    return [("", Span(*between)) for between in pairwise([*starts, end])]
