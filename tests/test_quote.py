from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Statement, Verdict
from assistant.lexicon import Lexicon
from assistant.question import read_question
from assistant.quote import LONGEST_ITEMS, Quoter, with_items
from ingest.document import Span
from tests.fake_contracts import HOSTING, Contracts, read_lines


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


def quotes(contracts: Contracts, question: str, **options: float) -> tuple[Statement, ...]:
    asked = read_question(question)
    quoter = Quoter(contracts.library, Lexicon.load())
    return quoter.statements(quoter.candidates(asked, contracts.search().passages(asked)), **options)  # type: ignore[arg-type]


def test_the_sentence_with_the_words_and_the_kind_of_thing_comes_first(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    best = quotes(contracts, "Within how many days are invoices due?")[0]
    assert best.text == "Invoices are due within thirty (30) days."
    assert best.verdict is Verdict.QUOTED


def test_a_statement_that_crosses_a_page_reads_as_one_sentence_with_two_citations(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    best = quotes(contracts, "May the Customer call the duty manager at night?")[0]
    assert best.text == "The Customer may call the duty manager at any hour of the day or night."
    assert [c.page for c in best.citations] == [1, 2]


def test_a_table_row_comes_with_the_header_of_its_table(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Levels", "Priority\tResponse time", "P1\t15 minutes", "P2\t4 hours")
    best = quotes(contracts, "What is the response time of a P2 in hours?")[0]
    assert best.text == "Priority | Response time\nP2 | 4 hours"
    assert [c.quote for c in best.citations] == ["Priority\tResponse time", "P2\t4 hours"]


def test_the_same_words_in_two_clauses_are_shown_once(contracts: Contracts) -> None:
    same = "Invoices are due within thirty (30) days."
    contracts.add("Acme", "1. Fees", same, "2. Costs", same)
    texts = [s.text for s in quotes(contracts, "When are invoices due?", worth=0.0)]
    assert texts.count(same) == 1


def test_no_more_statements_than_wanted_and_none_for_nothing(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    assert len(quotes(contracts, "What of the Provider?", worth=0.0, most=2)) == 2
    assert quotes(contracts, "What of the Provider?", most=0) == ()
    assert Quoter(contracts.library, Lexicon.load()).candidates(read_question("What?"), []) == []


def sentence(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_the_items_that_a_sentence_introduces_come_with_it() -> None:
    document = read_lines(
        "1. Exit", "The Provider returns:", "(a) the data;", "(b) the keys.", "2. Term", "The term is a year."
    )
    whole = with_items(document, sentence(document.text, "The Provider returns:"))
    assert whole.of(document.text) == "The Provider returns:\n(a) the data;\n(b) the keys."
    plain = sentence(document.text, "The term is a year.")
    assert with_items(document, plain) == plain


def test_a_long_list_is_cut_between_items() -> None:
    items = [f"({chr(97 + n)}) item {chr(97 + n)} {'word ' * 40}end;" for n in range(8)]
    document = read_lines("1. Exit", "The Provider returns:", *items)
    span = with_items(document, sentence(document.text, "The Provider returns:"))
    assert LONGEST_ITEMS / 2 < len(span) <= LONGEST_ITEMS
    assert span.of(document.text).endswith("end;")
