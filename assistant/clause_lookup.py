"""Which clauses of a document go by a number or a heading? Pure.

A number is taken as a reader says it: "8.2", "Clause 8.2" and "§ 8.2" mean one clause, "8.2(a)" the item (a) of it, and
"Annex B" is the same as "Annexe B".
"""

from __future__ import annotations

import re

from ingest.document import Clause, Document, Span
from ingest.markers import roman_value
from ingest.words import fold

_CLAUSE_WORDS = re.compile(
    r"^(?:clauses?|articles?|art\.?|sections?|sec\.?|paragraphs?|paragraphes?|§)\s*(?=[\divxlc(])"
)
_ANNEX_WORDS = re.compile(r"^(?:annexe?s?|appendix|appendice|schedule|exhibit|attachment)\s+")
_SPACES = re.compile(r"\s+")


def clauses_named(document: Document, wanted: str) -> list[Clause]:
    """The clauses of which ``wanted`` is the number; else of which it is the heading; else whose heading holds it.

    Args:
        document: where to look.
        wanted: a clause's id, number ("8.2(a)", "article 12", "Annexe B") or heading.
    """
    for clause in document.clauses:
        if clause.id == wanted:
            return [clause]
    number = _number_key(wanted)
    paths = _paths(document)
    by_number = [clause for clause in document.clauses if number and paths[clause.id] == number]
    if by_number:
        return by_number
    heading = fold(wanted).strip()
    headed = [(fold(clause.heading), clause) for clause in document.clauses if clause.heading]
    exact = [clause for folded, clause in headed if folded.strip() == heading]
    return exact or [clause for folded, clause in headed if heading and heading in folded]


def subtree(document: Document, clause: Clause) -> Span:
    """From the start of a clause to the end of the last clause beneath it."""
    family = {clause.id}
    end = clause.span.end
    for other in document.clauses:
        if other.parent in family:
            family.add(other.id)
            end = max(end, other.span.end)
    return Span(clause.span.start, end)


def breadcrumb(document: Document, clause: Clause) -> tuple[str, ...]:
    """The labels of the clauses around a clause, the outermost first, and its own last."""
    by_id = {each.id: each for each in document.clauses}
    labels = [clause.label]
    while clause.parent is not None:
        clause = by_id[clause.parent]
        labels.insert(0, clause.label)
    return tuple(label for label in labels if label)


def _paths(document: Document) -> dict[str, str]:
    """The whole number of each clause: a lettered item carries those of the clauses around it."""
    paths: dict[str, str] = {}
    for clause in document.clauses:
        own = _number_key(clause.number or "")
        lettered = own.startswith("(") or own.endswith(")")
        paths[clause.id] = paths.get(clause.parent or "", "") + f"({own.strip('()')})" if lettered else own
    return paths


def _number_key(number: str) -> str:
    folded = _SPACES.sub(" ", fold(number)).strip()
    folded = _ANNEX_WORDS.sub("annex ", folded)
    bare = _CLAUSE_WORDS.sub("", folded).rstrip(".:-–— ").replace(" (", "(")
    roman = roman_value(bare) if bare != folded else None  # "Article IV" is a number, a lone "c" need not be
    return str(roman) if roman else bare
