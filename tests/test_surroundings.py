from __future__ import annotations

from assistant.citing.surroundings import (
    LONGEST_ITEMS,
    WHOLE_CLAUSE,
    header_row,
    is_row,
    quotable,
    row_heads,
    with_items,
)
from ingest.document import Document, Span
from tests.fake_contracts import read_lines


def find(document: Document, words: str) -> Span:
    return Span(document.text.index(words), document.text.index(words) + len(words))


def quotes(*lines: str) -> list[str]:
    document = read_lines(*lines)
    return [span.of(document.text) for span in quotable(document, Span(0, len(document.text)))]


def test_a_short_clause_is_quoted_whole_without_its_heading() -> None:
    assert quotes("1. Fees", "The fee is due in May. Unless it is waived.", "2. Term", "It is a year.") == [
        "The fee is due in May. Unless it is waived.",
        "It is a year.",
    ]


def test_a_long_clause_is_quoted_by_the_sentence() -> None:
    sentence = f"The fee is {'very ' * 20}high."
    count = WHOLE_CLAUSE // len(sentence) + 2
    assert quotes("1. Fees", *[sentence] * count) == [sentence] * count


def test_a_heading_that_runs_into_its_clause_is_no_quote_of_its_own() -> None:
    sentence = f"The fee is {'very ' * 20}high."
    count = WHOLE_CLAUSE // len(sentence) + 2
    assert quotes(f"1.1. Fees Due. {' '.join([sentence] * count)}") == [sentence] * count


def test_a_table_is_quoted_by_the_row() -> None:
    assert quotes("1. Levels", "Priority\tTime", "P1\t15 minutes") == ["Priority\tTime", "P1\t15 minutes"]


def test_what_may_be_quoted_stays_within_the_part() -> None:
    document = read_lines("1. Fees", "The fee is due.", "2. Term", "It is a year.")
    part = find(document, "It is a year.")
    assert quotable(document, part) == [part]


def test_a_sentence_that_the_part_cuts_short_is_quoted_whole() -> None:
    duty = (
        f"The Supplier shall indemnify the Customer {'and its officers ' * 30}against any loss, unless it is at fault."
    )
    document = read_lines("1. Indemnity", duty, "2. Term", "It is a year.")
    half = Span(document.text.index("against"), document.text.index("2. Term"))
    assert [span.of(document.text) for span in quotable(document, half)] == [duty]


def test_a_sentence_without_an_end_is_quoted_as_far_as_the_part_goes() -> None:
    document = read_lines("1. Indemnity", f"The Supplier shall indemnify {'each of its officers ' * 90}")
    half = Span(document.text.index("each") + 21 * 10, document.text.index("each") + 21 * 20)
    assert quotable(document, half) == [half]


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


def test_a_row_is_quoted_with_the_cell_above_that_spans_it() -> None:
    document = read_lines(
        "1. Levels", "Service\tMeasure\tTarget", "Mail\tAvailability\t99.9%", "\tResponse\t1 s", "Web\tUse\t2 s"
    )
    header, mail = find(document, "Service\tMeasure\tTarget"), find(document, "Mail")
    assert row_heads(document, find(document, "\tResponse\t1 s")) == [header, mail]
    assert row_heads(document, find(document, "Web\tUse\t2 s")) == [header]
    assert row_heads(document, header) == []
    assert row_heads(document, Span(0, 2)) == []


RETURNS = ("1. Exit", "The Provider returns:", "(a) the data;", "(b) the keys.", "2. Term", "It is a year.")


def test_a_sentence_that_introduces_a_list_and_each_of_its_items_bring_the_whole_list() -> None:
    document = read_lines(*RETURNS)
    for words in ("The Provider returns:", "(a) the data;", "(b) the keys."):
        (whole,) = with_items(document, find(document, words))
        assert whole.of(document.text) == "The Provider returns:\n(a) the data;\n(b) the keys."


def test_a_sentence_without_a_list_comes_alone() -> None:
    document = read_lines(*RETURNS)
    plain = find(document, "It is a year.")
    assert with_items(document, plain) == [plain]


def test_a_long_list_is_cut_between_items_and_a_late_item_keeps_its_introduction() -> None:
    items = [f"({chr(97 + n)}) item {chr(97 + n)} {'word ' * 40}end;" for n in range(8)]
    document = read_lines("1. Exit", "The Provider returns:", *items)
    lead = find(document, "The Provider returns:")
    (cut,) = with_items(document, lead)
    assert LONGEST_ITEMS / 2 < len(cut) <= LONGEST_ITEMS
    assert cut.of(document.text).endswith("end;")
    last = find(document, items[-1])
    assert with_items(document, last) == [lead, last]
