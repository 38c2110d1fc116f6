"""Spans -> citations: the words, the clause and the page, each quote on one page."""

from __future__ import annotations

from assistant.answer import Citation, FoundPassage
from assistant.citing.signing import flaw
from assistant.naming.clause_lookup import clause_at, clause_name
from ingest.document import Clause, Document, Page, Span
from ingest.record import DocumentRecord
from ingest.sentences import trim


def cite(record: DocumentRecord, document: Document, span: Span) -> tuple[Citation, ...]:
    """The citations of a span: one a page that it touches, so that each quote stands on the page it names.

    Args:
        record: the document's record.
        document: the document as read.
        span: what is quoted, within the body of the text.
    """
    parts = []
    for page in document.pages:
        start, end = max(span.start, page.span.start), min(span.end, page.span.end)
        if start < end:
            part = trim(document.text, Span(start, end))
            if len(part):
                parts.append(_citation(record, document, part, page))
    return tuple(parts)


def clause_passage(record: DocumentRecord, document: Document, clause: Clause) -> FoundPassage:
    """A clause's own words as a place that can be opened; ``score`` is 0, since nothing was searched."""
    span = trim(document.text, clause.span)
    return FoundPassage(
        contract=record.contract,
        document=record.name,
        clause=clause_name(document, clause),
        page=clause.page,
        start=span.start,
        end=span.end,
        score=0.0,
        text=span.of(document.text),
        document_id=record.id,
        clause_id=clause.id,
        paged=document.paged,
    )


def _citation(record: DocumentRecord, document: Document, span: Span, page: Page) -> Citation:
    clause = clause_at(document, span.start)
    return Citation(
        contract=record.contract,
        document=record.name,
        clause=clause_name(document, clause),
        page=page.number,
        start=span.start,
        end=span.end,
        quote=span.of(document.text),
        document_id=record.id,
        clause_id=clause.id,
        confidence=page.confidence,
        doubtful=tuple(doubt.span.of(document.text) for doubt in document.doubts if doubt.span.overlaps(span)),
        signing=flaw(document.signatures),
        paged=document.paged,
    )
