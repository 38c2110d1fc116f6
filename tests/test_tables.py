"""Tables found again in the canonical text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.document import Document, Page, Span
from ingest.tables import Cell, Table, table_at, tables_of
from tests.fake_contracts import read_lines

LEVELS = (
    "Priority\tResponse time\t\tRestored",
    "\tDay\tNight\t",
    "P1\t15 minutes\t30 minutes\t4 hours",
    "P2\t1 hour\t2 hours\t8 hours",
)
GROUPS = ("Service\tMeasure\tTarget", "Mail\tAvailability\t99.9%", "\tResponse\t1 s", "Web\tAvailability\t99.5%")


def read(*lines: str) -> Document:
    return read_lines("1. Levels", "The levels are:", *lines, "Notes follow the levels.")


def only(*lines: str) -> Table:
    (table,) = tables_of(read(*lines))
    return table


def cell(table: Table, words: str) -> Cell:
    return next(c for c in table.cells() if table.words(c) == words)


def test_a_cell_has_the_headers_of_its_row_and_column() -> None:
    table = only("Priority\tResponse time\tRestored", "P1\t15 minutes\t4 hours", "P2\t1 hour\t8 hours")
    assert table.header_rows == 1
    assert table.described(cell(table, "8 hours")) == "P2 › Restored › 8 hours"
    assert table.described(cell(table, "P2")) == "Priority › P2"


def test_every_cell_is_a_span_of_the_text() -> None:
    document = read(*LEVELS)
    (table,) = tables_of(document)
    start = document.text.index("2 hours")
    found = table.cell_at(start)
    assert found is not None
    assert found.span == Span(start, start + 7)
    assert (found.row, found.column) == (3, 2)
    assert table.cell_at(document.text.index("Notes")) is None
    assert table.span.of(document.text) == "\n".join(LEVELS).rstrip("\t")


@pytest.mark.parametrize(
    ("words", "described"),
    [
        ("2 hours", "P2 › Response time › Night › 2 hours"),
        ("15 minutes", "P1 › Response time › Day › 15 minutes"),
        ("8 hours", "P2 › Restored › 8 hours"),
    ],
)
def test_a_header_that_spans_columns_names_each_of_them(words: str, described: str) -> None:
    table = only(*LEVELS)
    assert table.header_rows == 2
    assert table.described(cell(table, words)) == described


def test_a_cell_that_spans_rows_names_each_of_them() -> None:
    table = only(*GROUPS)
    assert table.described(cell(table, "1 s")) == "Mail › Response › Target › 1 s"
    assert table.described(cell(table, "99.9%")) == "Mail › Availability › Target › 99.9%"
    assert table.described(cell(table, "99.5%")) == "Web › Target › 99.5%"


def test_a_total_is_no_part_of_the_row_above() -> None:
    table = only("No.\tLot\tFee", "1\tDesk\t100 €", "2\tData\t200 €", "\tTotal\t300 €")
    assert table.described(cell(table, "200 €")) == "2 › Fee › 200 €"
    assert table.described(cell(table, "300 €")) == "Total › Fee › 300 €"
    assert table.described(cell(table, "Total")) == "Lot › Total"


def test_a_header_repeated_on_the_next_page_is_no_row() -> None:
    table = only(*GROUPS, "SERVICE\tMeasure\tTarget", "\tResponse\t3 s")
    assert table.repeated == {4}
    assert table.described(cell(table, "3 s")) == "Web › Response › Target › 3 s"
    assert "SERVICE" not in [table.words(c) for c in table.cells()]


def test_rows_on_the_next_page_that_name_their_columns_are_another_table() -> None:
    lines = ("1\tMail\tEUR 5", "2\tWeb\tEUR 6", "No.\tService\tFee", "3\tDesk\tEUR 7", "4\tNet\tEUR 8")
    one = read_lines("1. Fees", *lines)
    cut = one.text.index("No.")
    pages = (Page(1, Span(0, cut)), Page(2, Span(cut, len(one.text))))
    first, second = tables_of(replace(one, pages=pages))
    assert (first.header_rows, second.header_rows) == (0, 1)
    assert second.described(cell(second, "EUR 7")) == "3 › Fee › EUR 7"


def test_a_line_between_rows_heads_those_below() -> None:
    table = only("Task\tSupplier\tCustomer", "Backups", "Daily copy\tR\tI", "Restore test\tA\tC")
    assert table.described(cell(table, "C")) == "Backups › Restore test › Customer › C"


def test_pairs_of_a_term_and_its_value_have_no_header() -> None:
    table = only("Customer:\tBrackenholt plc", "Term:\t36 months", "Law:\tFrance")
    assert (table.header_rows, table.header) == (0, None)
    assert table.described(cell(table, "36 months")) == "Term: › 36 months"
    assert only("Priority\tTime", "P1\t15 minutes", "P2\t4 hours").header_rows == 1


def test_the_table_at_a_place() -> None:
    document = read("A\tB", "x\t1 day", "y\t2 days")
    place = Span(document.text.index("2 days"), document.text.index("2 days") + 6)
    found = table_at(document, place)
    assert found is not None
    assert found.rows == tables_of(document)[0].rows
    assert table_at(document, Span(0, 4)) is None


def test_a_lone_row_is_no_table() -> None:
    assert tables_of(read("Signed:\tDate:")) == ()
    assert tables_of(read_lines("1. Term", "The term is a year.")) == ()


def test_a_long_cell_over_figures_names_their_column() -> None:
    bands = ("0-10\tUS$7.50", "10-20\tUS$7.00", "50+\tUS$5.00")
    long = "Fee rate per US$1 million that is traded in the month (for each of the two parts of a trade)"
    table = only(f"Volume in a month\t{long}", *bands)
    assert table.described(cell(table, "US$7.00")) == f"10-20 › {long} › US$7.00"
    assert only(f"Volume in a month\t{long}", *bands, "more\tas agreed").header_rows == 0
    assert only("Storage\tthe first 10 GB", "Copies\t2 a day", "Sites\ttwo").header_rows == 0


def test_a_row_whose_figures_were_taken_out_names_no_columns() -> None:
    assert only("Monitoring\t[***]\t[***]", "Overhead\t[***]\t[***]", "Data\t15%\t[***]").header_rows == 0
    assert only("Gold\tEUR 50\tEUR 40", "Silver\tEUR 30\tEUR 20").header_rows == 0


def test_a_header_may_end_in_colons() -> None:
    table = only("Credit\tUptime:\tShare:", "Tier 1\t99% to 99.9%\t5%", "Tier 2\tless than 99%\t20%")
    assert table.header_rows == 0
    table = only("\tUptime:\tShare:", "Tier 1\t99% to 99.9%\t5%", "Tier 2\tless than 99%\t20%")
    assert table.described(cell(table, "20%")) == "Tier 2 › Share: › 20%"
    assert only("Prepared by:\tChecked by:", "Name:\tName:", "Date:\tDate:").header_rows == 0


def test_a_first_row_names_groups_of_columns_that_the_second_names() -> None:
    table = only(
        "\tMonthly revenue\tBelow threshold\t\tAbove threshold",
        "Type\tThreshold\tCustomer\tSupplier\tCustomer\tSupplier",
        "Video\t$ 30,000\t90%\t10%\t50%\t50%",
        "Other\t$ -\t0%\t0%\t50%\t50%",
    )
    assert table.header_rows == 2
    assert table.described(cell(table, "10%")) == "Video › Below threshold › Supplier › 10%"


def test_a_row_that_names_the_columns_anew_begins_another_table() -> None:
    document = read(
        "Item\tService\tDescription\tMonthly fee",
        "1.1\tMail\tMailboxes\t$ 100",
        "1.2\tWeb\tA site\t$ 200",
        "Section 2:\tService\tDescription\tFee for each hour",
        "2.1\tPayroll\tPayslips\t$ 95",
    )
    first, second = tables_of(document)
    assert first.described(cell(first, "$ 200")) == "1.2 › Monthly fee › $ 200"
    assert second.described(cell(second, "$ 95")) == "2.1 › Fee for each hour › $ 95"
    place = document.text.index("$ 95")
    assert table_at(document, Span(place, place + 4)) == second
