"""The same words in the other language: a contract may hold a document in English and in French. Pure.

Two documents are such a pair where they bear the same name but for the folder in brackets ("terms", "terms (fr)"), stand in two languages
and have as many clauses; what is the same sentence of the same clause of both, with the same figures, says the same.
"""

from __future__ import annotations

import re

from assistant.naming.clause_lookup import clause_at
from assistant.values.figures import figures
from ingest.document import Document, Span
from ingest.record import DocumentRecord
from ingest.sentences import sentences

_FOLDER = re.compile(r"(?<!\s)\s*+\([^()]*\)$")


def are_translations(one: tuple[DocumentRecord, Document, Span], other: tuple[DocumentRecord, Document, Span]) -> bool:
    """Whether two quotes, each given with its document, say the same in two languages.

    Args:
        one: the record, the document and the words.
        other: likewise.
    """
    (here, first, span), (there, second, spot) = one, other
    if here.contract != there.contract or here.language == there.language or len(first.clauses) != len(second.clauses):
        return False
    if without_folder(here.name) != without_folder(there.name):
        return False
    places = (_place(first, span), _place(second, spot))
    return places[0] == places[1] and figures(span.of(first.text)) == figures(spot.of(second.text))


def without_folder(name: str) -> str:
    """A document's name without the folder in brackets that tells it from another of the same name."""
    return _FOLDER.sub("", name)


def _place(document: Document, span: Span) -> tuple[int, int, tuple[int, ...]]:
    """Which clause of its document words stand in, how many sentences that has, and which of them the words are; all counted from 0."""
    clause = clause_at(document, span.start)
    spoken = sentences(document.text, clause.span)
    return document.clauses.index(clause), len(spoken), tuple(n for n, one in enumerate(spoken) if one.overlaps(span))
