"""Which rows name the columns of a table."""

from __future__ import annotations

import pytest

from ingest.table_header import header_rows, heads_anew

ROWS = (("Volume", "Fee"), ("0-10", "US$7.50"), ("10-20", "US$7.00"))


@pytest.mark.parametrize("figure", ["US$7.50", "EUR 300", "[***]", "$[*]", "< 95 %", "-5 dBm", "15 minutes"])
def test_a_figure_names_no_column(figure: str) -> None:
    assert header_rows(ROWS) == 1
    assert header_rows((("Volume", "Rate", figure), *ROWS)) == 0


def test_a_year_names_one() -> None:
    assert header_rows((("Service", "2024", "2025"), ("Mail", "EUR 1", "EUR 2"))) == 1


@pytest.mark.parametrize(
    ("row", "anew"),
    [
        (("Item", "Service", "Hourly fee"), True),
        (("Item", "Service", "Fee"), False),  # the header again
        (("Mail", "Service", "Term"), False),
        (("Item", "Service", "EUR 5"), False),
    ],
)
def test_a_row_names_the_columns_anew(row: tuple[str, ...], anew: bool) -> None:
    assert heads_anew(("Item", "Service", "Fee"), row) is anew
