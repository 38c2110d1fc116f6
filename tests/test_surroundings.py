from __future__ import annotations

from assistant.surroundings import LONGEST_ITEMS, clause_sentences, header_row, is_row, with_items
from ingest.document import Document, Span
from tests.fake_contracts import HOSTING, read_lines


def find(document: Document, words: str) -> Span:
    return Span(document.text.index(words), document.text.index(words) + len(words))


def test_sentences_stop_at_clauses_and_leave_out_headings_on_lines_of_their_own() -> None:
    document = read_lines(*HOSTING)
    found = [s.of(document.text) for s in clause_sentences(document, Span(0, len(document.text)))]
    assert found[0] == "The Provider shall host the platform of the Customer."
    assert "The monthly fee is 12,000 euros." in found
    assert not any("Incidents" in sentence for sentence in found)


def test_sentences_stay_within_the_part() -> None:
    document = read_lines(*HOSTING)
    part = find(document, "Invoices are due within thirty (30) days.")
    assert clause_sentences(document, part) == [part]


def test_the_header_of_a_row_is_the_first_row_of_its_table() -> None:
    document = read_lines(
        "1. Levels", "The levels are:", "Priority\tTime", "P1\t15 minutes", "P2\t4 hours", "Notes follow."
    )
    header = find(document, "Priority\tTime")
    assert header_row(document, find(document, "P2\t4 hours")) == header
    assert header_row(document, header) is None
    assert header_row(document, find(document, "Notes follow.")) is None
    assert is_row(document, header)
    assert not is_row(document, find(document, "Notes follow."))


def test_the_items_that_a_sentence_introduces_come_with_it() -> None:
    document = read_lines(
        "1. Exit", "The Provider returns:", "(a) the data;", "(b) the keys.", "2. Term", "It is a year."
    )
    whole = with_items(document, find(document, "The Provider returns:"))
    assert whole.of(document.text) == "The Provider returns:\n(a) the data;\n(b) the keys."
    plain = find(document, "It is a year.")
    assert with_items(document, plain) == plain


def test_a_long_list_is_cut_between_items() -> None:
    items = [f"({chr(97 + n)}) item {chr(97 + n)} {'word ' * 40}end;" for n in range(8)]
    document = read_lines("1. Exit", "The Provider returns:", *items)
    span = with_items(document, find(document, "The Provider returns:"))
    assert LONGEST_ITEMS / 2 < len(span) <= LONGEST_ITEMS
    assert span.of(document.text).endswith("end;")
