"""Where the clauses and annexes stand that a question names by number."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.annexes import annex_of
from assistant.clause_lookup import clauses_in_annexes, clauses_numbered, is_same_annex, subtree
from assistant.mention import outer
from assistant.question import Question
from ingest.document import Clause, Document, Span
from ingest.library import Library
from ingest.record import DocumentRecord


class Lookup:
    """Looks clauses up in the documents of a library.

    Args:
        library: gives the documents.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def places(self, question: Question, records: Mapping[str, DocumentRecord]) -> dict[str, list[Span]]:
        """The clauses and annexes that a question names, each with its sub-clauses, by the id of their document.

        Of "annex 2, article 6.4" that article in that annex, where there is one; else whatever bears either number.

        Args:
            question: as read.
            records: the documents that may be looked at.
        """
        if not (question.numbers or question.annexes):
            return {}
        for spans_of in (spans_in_annexes, named_spans):
            found = {
                id_: spans
                for id_, record in records.items()
                if (spans := spans_of(question, self._library.document(id_), record))
            }
            if found:
                return found
        return {}


def named_spans(question: Question, document: Document, record: DocumentRecord) -> list[Span]:
    """The clauses and annexes of a document that the question names by number, each with its sub-clauses."""
    found = [subtree(document, clause) for clause in _numbered(question, document)]
    for value in question.annexes:
        headed = clauses_numbered(document, f"annex {value}")
        found += [subtree(document, clause) for clause in headed]
        if not headed and not question.numbers and _is_annex(document, record, value):
            found.append(_body(document))
    return found


def spans_in_annexes(question: Question, document: Document, record: DocumentRecord) -> list[Span]:
    """The clauses that the question names by number, in the annexes that it names beside them; one may be a document of its own."""
    named = _numbered(question, document) if question.annexes else []
    within = clauses_in_annexes(document, named, question.annexes) if named else []
    if not within and named and any(_is_annex(document, record, value) for value in question.annexes):
        within = named
    return [subtree(document, clause) for clause in within]


def _numbered(question: Question, document: Document) -> list[Clause]:
    """The clauses named; of an item that no clause bears, the clause in which it would stand."""
    return [
        clause
        for number in question.numbers
        for clause in clauses_numbered(document, f"clause {number}")
        or clauses_numbered(document, f"clause {outer(number)}")
    ]


def _is_annex(document: Document, record: DocumentRecord, value: str) -> bool:
    own = annex_of(record, document)
    return own is not None and is_same_annex(own[-1], value)


def _body(document: Document) -> Span:
    return Span(0, document.pages[-1].span.end if document.pages else len(document.text))
