from __future__ import annotations

from datetime import date

import pytest

from ingest.days import days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 1 October 2024,", date(2024, 10, 1)),
        ("le 1er janvier 2026", date(2026, 1, 1)),
        ("this 5th day of\nJanuary, 2015", date(2015, 1, 5)),
        ("March 3, 2016", date(2016, 3, 3)),
        ("2024-03-01", date(2024, 3, 1)),
        ("31/12/2024", date(2024, 12, 31)),
        ("le 12 août 2023", date(2023, 8, 12)),
    ],
)
def test_days_are_read_as_they_are_written(text: str, day: date) -> None:
    assert [each.day for each in days(text)] == [day]


@pytest.mark.parametrize(
    "text", ["03/04/2024", "31 February 2024", "clause 12.3.2024a", "May 2024", "on the 3rd of March"]
)
def test_what_is_no_unmistakable_day_is_left_out(text: str) -> None:
    assert days(text) == []
