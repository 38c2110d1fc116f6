"""What belongs to a quote and comes with it: the header of a table row, the items that a sentence introduces."""

from __future__ import annotations

from ingest.document import Document, Span
from ingest.sentences import body_start, sentences

LONGEST_ITEMS = 700  # characters of list items that come with the sentence introducing them


def clause_sentences(document: Document, part: Span) -> list[Span]:
    """The sentences of a part of a document, clause by clause, without headings that stand on lines of their own."""
    found = []
    for clause in document.clauses:
        if clause.span.overlaps(part):
            start, end = max(part.start, body_start(document.text, clause)), min(part.end, clause.span.end)
            if start < end:
                found += sentences(document.text, Span(start, end))
    return found


def is_row(document: Document, span: Span) -> bool:
    """Whether the span is a table row: its cells are separated by tabs."""
    return "\t" in span.of(document.text)


def header_row(document: Document, span: Span) -> Span | None:
    """The first row of the table in which a row stands; None for that row itself, and outside tables."""
    text = document.text
    if not is_row(document, span):
        return None
    first = text.rfind("\n", 0, span.start) + 1
    while first > 0:
        above = text.rfind("\n", 0, first - 1) + 1
        if "\t" not in text[above : first - 1]:
            break
        first = above
    end = text.find("\n", first)
    header = Span(first, len(text) if end < 0 else end)
    return None if header.overlaps(span) else header


def with_items(document: Document, span: Span) -> Span:
    """A sentence that introduces a list, with the items that follow it in its clause, as far as LONGEST_ITEMS."""
    if not span.of(document.text).rstrip().endswith((":", "—", ":-")):
        return span
    home = next((c for c in document.clauses if c.span.start <= span.start < c.span.end), None)
    below = {home.id} if home is not None else set()
    end = span.end
    for clause in document.clauses:
        if clause.id not in below and clause.parent not in below:
            continue
        below.add(clause.id)
        for piece in sentences(document.text, clause.span):
            if piece.end - span.start > LONGEST_ITEMS:
                return Span(span.start, end)
            end = max(end, piece.end)
    return Span(span.start, end)
