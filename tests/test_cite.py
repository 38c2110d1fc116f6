from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assistant.citing.cite import cite
from assistant.naming.clause_lookup import clause_at
from ingest.document import Document, Doubt, Span
from ingest.originals import Original
from ingest.record import DocumentRecord, new_record
from tests.fake_contracts import HOSTING, PAGE_BREAK, read_lines


def record_of(document: Document) -> DocumentRecord:
    return new_record("Acme", "agreement", Original("0" * 64, ".txt", 1), document)


def span_of(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def test_a_citation_names_contract_document_clause_and_page() -> None:
    document = read_lines(*HOSTING)
    span = span_of(document, "Invoices are due within thirty (30) days.")
    (citation,) = cite(record_of(document), document, span)
    assert (citation.contract, citation.document, citation.clause, citation.page) == (
        "Acme",
        "agreement",
        "2.2 Invoices",
        2,
    )
    assert citation.quote == document.text[citation.start : citation.end] == span.of(document.text)
    assert citation.clause_id == clause_at(document, span.start).id


def test_a_sentence_that_crosses_a_page_is_cited_in_two_parts() -> None:
    document = read_lines(*HOSTING)
    span = span_of(document, "The Customer may call\nthe duty manager at any hour of the day or night.")
    first, second = cite(record_of(document), document, span)
    assert (first.quote, first.page) == ("The Customer may call", 1)
    assert (second.quote, second.page) == ("the duty manager at any hour of the day or night.", 2)


def test_white_space_alone_is_not_cited() -> None:
    document = read_lines("One line.", PAGE_BREAK, "Another line.")
    gap = document.text.index("\n")
    assert cite(record_of(document), document, Span(gap, gap + 1)) == ()


def test_pages_without_text_are_passed_over() -> None:
    document = read_lines("One", PAGE_BREAK, PAGE_BREAK, "three.")
    citations = cite(record_of(document), document, Span(0, len(document.text)))
    assert [(c.quote, c.page) for c in citations] == [("One", 1), ("three.", 3)]


def test_an_offset_before_the_first_clause_belongs_to_the_first() -> None:
    document = read_lines(*HOSTING)
    shifted = replace(document, clauses=document.clauses[1:])
    assert clause_at(shifted, 0) == document.clauses[1]


LINES = st.lists(
    st.sampled_from(
        [PAGE_BREAK, "", "1. Scope", "1.1 Fees", "The fee is due.", "It is paid", "in May. So be it.", "(a) one;"]
    ),
    min_size=1,
    max_size=30,
)


@given(LINES, st.data())
def test_every_quote_is_verbatim_and_stands_on_its_page(lines: list[str], data: st.DataObject) -> None:
    document = read_lines("Opening.", *lines)
    bounds = st.integers(0, len(document.text))
    start, end = sorted((data.draw(bounds), data.draw(bounds)))
    citations = cite(record_of(document), document, Span(start, end))
    pages = {page.number: page.span for page in document.pages}
    for citation in citations:
        assert citation.quote == document.text[citation.start : citation.end]
        assert pages[citation.page].contains(Span(citation.start, citation.end))
    quoted = "".join(c.quote for c in citations)
    assert "".join(quoted.split()) == "".join(document.text[start:end].split())


def test_a_quote_from_a_picture_says_how_sure_it_is_and_what_to_check() -> None:
    plain = read_lines(*HOSTING)
    span = span_of(plain, "Invoices are due within thirty (30) days.")
    doubts = (Doubt(span_of(plain, "(30)"), 0.4), Doubt(Span(0, 3), 0.2))
    document = replace(plain, pages=tuple(replace(p, confidence=0.93) for p in plain.pages), doubts=doubts)
    (citation,) = cite(record_of(plain), document, span)
    assert (citation.confidence, citation.doubtful) == (0.93, ("(30)",))
    (certain,) = cite(record_of(plain), plain, span)
    assert (certain.confidence, certain.doubtful) == (None, ())
