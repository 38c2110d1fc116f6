"""What belongs to a quote and comes with it: the header of a table row, the items that a sentence introduces."""

from __future__ import annotations

import re

from ingest.document import Clause, Document, Span
from ingest.sentences import body_start, sentences
from ingest.tables import table_at

WHOLE_CLAUSE = 450  # characters; a clause as short as this is quoted whole
_AROUND_HEADING = " .:-–—\t"
_ITEM = re.compile(r"\(?[A-Za-z]{1,5}\)|\(?\d{1,2}\)|[a-z]|[ivx]+")
WHOLE_SENTENCE = 1200  # characters; a longer sentence is quoted as far as the passage that was found goes
LONGEST_ITEMS = 700  # characters of list items that come with the sentence introducing them


def quotable(document: Document, part: Span) -> list[Span]:
    """What may be quoted from a part of a document: short clauses whole, longer ones by the sentence, tables by the row.

    A short clause is quoted whole so that its conditions and exceptions stand beside its rule, and so is a sentence that the part cuts
    short: its first half may hold the duty and its second the condition. Headings are left out, on lines of their own or run in.
    """
    found = []
    for clause in document.clauses:
        if clause.span.overlaps(part):
            start = body_start(document.text, clause)
            if start < clause.span.end and max(start, part.start) < min(clause.span.end, part.end):
                pieces = _pieces(document.text, Span(start, clause.span.end), part)
                found += [piece for piece in pieces if not _is_heading(document.text, clause, piece)]
    return found


def _is_heading(text: str, clause: Clause, piece: Span) -> bool:
    """Whether a piece is nothing but its clause's number and heading, run into its first line: by itself it says nothing."""
    if not clause.heading or not text[piece.end : clause.span.end].strip():
        return False
    said = piece.of(text).strip().removeprefix(clause.number or "")
    return said.strip(_AROUND_HEADING).casefold() == clause.heading.strip(_AROUND_HEADING).casefold()


def _pieces(text: str, body: Span, part: Span) -> list[Span]:
    around = Span(max(body.start, part.start - WHOLE_SENTENCE), min(body.end, part.end + WHOLE_SENTENCE))
    pieces = [piece for piece in sentences(text, around) if piece.overlaps(part)]
    whole = Span(pieces[0].start, pieces[-1].end) if pieces else part
    if pieces and len(whole) <= WHOLE_CLAUSE and "\t" not in whole.of(text):
        return [whole]
    return [piece if len(piece) <= WHOLE_SENTENCE else _within(piece, part) for piece in pieces]


def _within(piece: Span, part: Span) -> Span:
    return Span(max(piece.start, part.start), min(piece.end, part.end))


def is_row(document: Document, span: Span) -> bool:
    """Whether the span is a table row: its cells are separated by tabs."""
    return "\t" in span.of(document.text)


def header_row(document: Document, span: Span) -> Span | None:
    """The rows that name the columns of the table in which a row stands.

    None for those rows themselves, for a list of terms and their values, and outside tables.
    """
    table = table_at(document, span)
    header = table.header if table is not None else None
    return None if header is None or header.overlaps(span) else header


def columns(document: Document, span: Span) -> str:
    """What the columns of a table row are called, as it stands there; empty where nothing names them (see `header_row`)."""
    header = header_row(document, span)
    return "" if header is None else header.of(document.text)


def is_header(document: Document, span: Span) -> bool:
    """Whether the span stands among the rows that name a table's columns: by themselves they say nothing."""
    table = table_at(document, span)
    return table is not None and table.header is not None and table.header.contains(span)


def row_heads(document: Document, span: Span) -> list[Span]:
    """What a quoted table row is understood with: the header of its columns, the line that heads its section, and the first
    cell when one above spans the row; in order, none of them part of the row. Empty outside tables.
    """
    table = table_at(document, span)
    if table is None:
        return []
    own = next((row for row in table.rows if row[0].span.start <= span.start <= row[-1].span.end), None)
    above = [head.span for head in table.row_headers(own[-1]) if head.row < own[-1].row] if own is not None else []
    heads = [table.header, *above] if table.header is not None else above
    return [head for head in heads if head is not None and not head.overlaps(span)]


def with_items(document: Document, span: Span, longest: int = LONGEST_ITEMS) -> list[Span]:
    """A quote with its list: the items that a sentence introduces, or the sentence that introduces an item.

    An item comes with the whole list where that is no longer than ``longest`` characters, else with its introduction alone.
    """
    home = next((c for c in document.clauses if c.span.start <= span.start < c.span.end), None)
    if home is None:
        return [span]
    if _introduces(document.text, span):
        return [_list_from(document, home, span, longest)]
    parent = next((c for c in document.clauses if c.id == home.parent), None)
    if parent is None or home.number is None or not _ITEM.fullmatch(home.number):
        return [span]
    body = Span(body_start(document.text, parent), parent.span.end)
    lead = next((s for s in reversed(sentences(document.text, body)) if _introduces(document.text, s)), None)
    if lead is None:
        return [span]
    whole = _list_from(document, parent, lead, longest)
    return [whole] if whole.contains(span) else [lead, span]


def _introduces(text: str, span: Span) -> bool:
    return span.of(text).rstrip().endswith((":", "—", ":-"))


def _list_from(document: Document, home: Clause, lead: Span, longest: int) -> Span:
    """From the sentence that introduces a list to its last item, as far as so many characters."""
    below, end = {home.id}, lead.end
    for clause in document.clauses:
        if clause.id not in below and clause.parent not in below:
            continue
        below.add(clause.id)
        for piece in sentences(document.text, clause.span):
            if piece.end - lead.start > longest:
                return Span(lead.start, end)
            end = max(end, piece.end)
    return Span(lead.start, end)
