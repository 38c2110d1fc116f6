from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Statement, Verdict
from assistant.answering.quote import MOST_STATEMENTS, WORTH_SHOWING, Quoter
from assistant.asked.question import read_question
from assistant.retrieval.nearness import Nearness
from assistant.retrieval.ranking import Ranking
from assistant.wording.lexicon import Lexicon
from tests.fake_contracts import HOSTING, Contracts
from tests.fake_embedder import FakeEmbedder


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


def quotes(
    contracts: Contracts,
    question: str,
    most: int = MOST_STATEMENTS,
    worth: float = WORTH_SHOWING,
    whole: bool = False,
) -> tuple[Statement, ...]:
    asked = read_question(question)
    candidates = Ranking(contracts.library, Lexicon.load(), Nearness(FakeEmbedder())).candidates(
        asked, contracts.search().passages(asked)
    )
    return Quoter(contracts.library).statements(candidates, most, worth, whole=whole)


def test_the_sentence_that_answers_is_quoted_first(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    best = quotes(contracts, "Within how many days are invoices due?")[0]
    assert best.text == "Invoices are due within thirty (30) days."
    assert best.verdict is Verdict.QUOTED


def test_a_sentence_that_crosses_a_page_is_one_statement_with_two_citations(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    best = quotes(contracts, "May the Customer call the duty manager at night?")[0]
    assert best.text == "The Customer may call the duty manager at any hour of the day or night."
    assert [c.page for c in best.citations] == [1, 2]


def test_a_table_row_comes_with_the_header_of_its_table(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Levels", "Priority\tResponse time", "P1\t15 minutes", "P2\t4 hours")
    best = quotes(contracts, "What is the response time of a P2 in hours?")[0]
    assert best.text == "Priority | Response time\nP2 | 4 hours"
    assert [c.quote for c in best.citations] == ["Priority\tResponse time", "P2\t4 hours"]


def test_a_table_that_is_quoted_whole_reads_row_by_row(contracts: Contracts) -> None:
    contracts.add(
        "Acme", "1. Levels", "The response times are these:", "Priority\tResponse time", "P1\t15 minutes", "P2\t4 hours"
    )
    best = quotes(contracts, "What are all the response times of the priorities?", worth=0.0, whole=True)[0]
    assert "Priority | Response time\nP1 | 15 minutes\nP2 | 4 hours" in best.text


def test_the_same_words_in_two_clauses_are_shown_once(contracts: Contracts) -> None:
    same = "Invoices are due within thirty (30) days."
    contracts.add("Acme", "1. Fees", same, "2. Costs", same)
    assert [s.text for s in quotes(contracts, "When are invoices due?", worth=0.0)].count(same) == 1


def test_no_more_statements_than_wanted_and_none_for_nothing(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    assert len(quotes(contracts, "What of the Provider?", worth=0.0, most=2)) == 2
    assert quotes(contracts, "What of the Provider?", most=0) == ()
    assert Quoter(contracts.library).statements([]) == ()


@pytest.mark.parametrize(("rival", "nearer", "lead"), [(1.0, False, "30 days."), (2.5, False, ""), (1.0, True, "")])
def test_only_a_quote_that_stands_well_before_all_others_is_put_in_plain_words(
    contracts: Contracts, rival: float, nearer: bool, lead: str
) -> None:
    contracts.add(
        "Acme", "1. Fees", "Invoices are due within thirty (30) days.", "2. Tests", "Tests take ten (10) days."
    )
    asked = read_question("Within how many days are invoices due?")
    found = Ranking(contracts.library, Lexicon.load(), Nearness(FakeEmbedder())).candidates(
        asked, contracts.search().passages(asked)
    )
    best = replace(next(c for c in found if c.span.start == min(f.span.start for f in found)), score=3.0, near=0.8)
    other = replace(next(c for c in found if not c.span.overlaps(best.span)), score=rival, near=0.9 if nearer else 0.7)
    assert Quoter(contracts.library).statements([best, other], question=asked)[0].lead == lead


@pytest.mark.parametrize(
    ("score", "near", "sure", "shown"),
    [(2.0, 0.7, True, 1), (2.4, 0.7, True, 2), (2.0, 0.77, True, 2), (2.0, 0.7, False, 2), (1.5, 0.8, True, 1)],
)
def test_beside_a_certain_answer_only_what_comes_close_to_it_is_shown(
    contracts: Contracts, score: float, near: float, sure: bool, shown: int
) -> None:
    contracts.add(
        "Acme", "1. Fees", "Invoices are due within thirty (30) days.", "2. Tests", "Tests take ten (10) days."
    )
    asked = read_question("Within how many days are invoices due?")
    found = Ranking(contracts.library, Lexicon.load(), Nearness(FakeEmbedder())).candidates(
        asked, contracts.search().passages(asked)
    )
    best = replace(next(c for c in found if c.span.start == min(f.span.start for f in found)), score=3.0, near=0.8)
    other = replace(next(c for c in found if not c.span.overlaps(best.span)), score=score, near=near)
    quoter = Quoter(contracts.library)
    assert len(quoter.statements([best, other], question=asked if sure else None)) == shown
    joined = read_question("Within how many days are invoices due, and who pays them?")
    assert len(quoter.statements([best, other], question=joined if sure else None)) == (2 if score > 1.65 else 1)


def test_statements_far_below_the_best_are_left_out(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    everything = quotes(contracts, "Within how many days are invoices due?", worth=0.0, most=20)
    few = quotes(contracts, "Within how many days are invoices due?", worth=1.0, most=20)
    assert len(few) < len(everything)
    assert few == everything[: len(few)]


ITEMS = tuple(
    f"({letter}) the state of the {thing}, with its cause and with what the Provider does about it in each case, month by month;"
    for letter, thing in zip(
        "abcdefgh", "servers disks links backups licences patches alarms reports".split(), strict=True
    )
)


def test_a_list_is_quoted_whole_where_all_is_asked_for_and_its_items_do_not_come_again(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Reports", "The monthly report contains:", *ITEMS)
    question = "What must the monthly report contain on the state of the disks?"
    (whole,) = quotes(contracts, question, worth=0.0, whole=True)
    assert whole.text.startswith("The monthly report contains:")
    assert all(item in whole.text for item in ITEMS)
    assert not any(all(item in one.text for item in ITEMS) for one in quotes(contracts, question, worth=0.0))


def test_a_table_is_quoted_whole_where_all_is_asked_for(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Insurance", "Insurance\tSum", "Cyber insurance\t5,000", "Public insurance\t7,000")
    texts = [one.text for one in quotes(contracts, "Which insurances must they hold?", worth=0.0, whole=True)]
    assert texts == ["Insurance | Sum\nCyber insurance | 5,000\nPublic insurance | 7,000"]


def test_what_announces_a_short_table_is_quoted_with_it(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Notices", "The addresses for notices are as follows.", "", "Party\tAddress", "Acme\tHull")
    best = quotes(contracts, "To which address are notices sent?", most=4)
    shown = next(one for one in best if one.text.startswith("The addresses"))
    assert "Acme | Hull" in shown.text


def test_an_ellipsis_stands_for_words_left_out_between_two_quotes(tmp_path: Path) -> None:
    items = [f"({letter}) task {letter} {'with care ' * 30};" for letter in "abc"]
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", "1. Services", "The Provider shall do the following:", *items, "(d) paint the fence.")
        answer = contracts.assistant(absent_below=0.0).ask("who paints the fence?", "Acme")
    quoted = next(s for s in answer.statements if "paint the fence" in s.text)
    assert "do the following: … (d) paint the fence." in quoted.text
