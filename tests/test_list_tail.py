"""The words after a run-on list that belong to the sentence which introduces it."""

from __future__ import annotations

import pytest

from ingest.clauses import find_clauses
from ingest.reading import Line
from tests.plain_reading import canonical

LEAD = "2.1 The Provider shall, for each of the Services that it performs under this contract,"
ITEMS = ("(a) keep records of the work;", "", "(b) keep records of the cost;")


def _spans(*lines: str | Line) -> list[tuple[str | None, int, str]]:
    made = canonical("1. Start", "", "2. Records", "", *lines)
    tree = find_clauses(made)
    return [(clause.number, clause.level, " ".join(clause.span.of(made.text).split())) for clause in tree.clauses[2:]]


@pytest.mark.parametrize(
    "tail",
    [
        "in each case within ten days.",
        "provided, however, that no cost is kept.",
        "le tout dans les dix jours.",
        "et dans chaque cas sans frais.",
    ],
)
def test_what_sums_up_a_list_is_not_of_its_last_item(tail: str) -> None:
    assert _spans(LEAD, "", *ITEMS, "", tail)[-2:] == [("(b)", 3, "(b) keep records of the cost;"), (None, 3, tail)]


@pytest.mark.parametrize(
    "tail", ["within ten days of the end.", "• in each case within ten days.", "(x) in each case at once."]
)
def test_what_goes_on_with_the_item_stays_in_it(tail: str) -> None:
    assert _spans(LEAD, "", *ITEMS, "", tail)[-1][0] == "(b)"


def test_a_list_that_goes_on_is_not_closed() -> None:
    found = _spans(
        LEAD, "", *ITEMS, "", "in each case within ten days;", "", "(c) keep the accounts.", "", "2.2 The end."
    )
    assert [number for number, _, _ in found] == ["2.1", "(a)", "(b)", "(c)", "2.2"]


def _placed(text: str, x0: float, gap: bool = True) -> Line:
    return Line(text, 1, x0=x0, x1=x0 + 300, gap=gap)


@pytest.mark.parametrize(("x0", "parent"), [(72.0, None), (108.0, "(b)")])
def test_the_edge_of_a_paragraph_tells_whose_it_is(x0: float, parent: str | None) -> None:
    found = _spans(
        _placed(LEAD, 72.0),
        _placed("(a) keep records of the work.", 108.0),
        _placed("(b) keep records of the cost.", 108.0),
        _placed("The Customer may ask for these records at any time of the year.", x0),
    )
    assert found[-1][0] == parent


DEFINITION = ("“Costs” means, for each order, the sum of:", "(i) the fees;", "", "(ii) the expenses.", "")


@pytest.mark.parametrize(
    "next_term", ["“Data” means what is stored.", "“Données” désigne ce qui est conservé.", "“Data”: what is stored."]
)
def test_a_definition_behind_a_list_is_of_the_section(next_term: str) -> None:
    found = _spans("2.1 In this contract:", "", *DEFINITION, next_term, "", "“Fee” means a price.", "", "2.2 The end.")
    assert found[2:-1] == [("(ii)", 3, "(ii) the expenses."), (None, 3, f"{next_term} “Fee” means a price.")]


def test_the_list_of_a_later_definition_begins_anew() -> None:
    later = ("“Costs B” means the sum of:", "", "(i) the rent;", "", "(ii) the rates.", "", "“Day” means a day.")
    found = _spans("2.1 In this contract:", "", *DEFINITION, *later)
    assert [number for number, _, _ in found] == ["2.1", "(i)", "(ii)", None, "(i)", "(ii)", None]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "2.1 These words are used:",
            "",
            "(a) “Fee” means a price;",
            "",
            "(b) “Day” means a day.",
            "",
            "“Week” means 7 days.",
        ),
        ("2.1 The Provider keeps", "", "(a) the records;", "", "(b) the accounts.", "", "“Fee” means a price."),
    ],
)
def test_items_that_define_or_that_no_definition_introduces_keep_what_follows(lines: tuple[str, ...]) -> None:
    assert _spans(*lines)[-1][0] == "(b)"
