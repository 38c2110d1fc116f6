"""Tables found again in the canonical text."""

from __future__ import annotations

import pytest

from ingest.document import Document, Span
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
