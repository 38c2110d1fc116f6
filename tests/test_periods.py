"""Periods as contracts write them."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.document import Span
from ingest.period import Period
from ingest.periods import periods

OWN = date(2025, 2, 1)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("For the period from 1 October 2024 to 31 December 2024, clause 8.2", "2024-10-01", "2024-12-31"),
        ("between 1 October and 31 December 2024 (inclusive)", "2024-10-01", "2024-12-31"),
        ("From 1 December up to and including January 31st, 2025", "2024-12-01", "2025-01-31"),
        ("Du 1er janvier au 31 mars 2026, les engagements", "2026-01-01", "2026-03-31"),
        ("à compter du 1er janvier 2026 et jusqu’au 31 mars 2026 inclus", "2026-01-01", "2026-03-31"),
        ("à titre exceptionnel jusqu’au 30 juin 2026, l’article 5", None, "2026-06-30"),
        ("Until the end of 31 December 2024 a credit", None, "2024-12-31"),
        ("before 1 January 2025", None, "2024-12-31"),
        ("for a period of six (6) months from 31 August 2024", "2024-08-31", "2025-02-27"),
        ("for three months following the Amendment Date", "2025-02-01", "2025-04-30"),
        ("pendant une durée de trois (3) mois à compter du 1er avril 2026", "2026-04-01", "2026-06-30"),
        ("during the calendar year 2025", "2025-01-01", "2025-12-31"),
        ("2024-10-01", None, None),
        ("from 31 December 2024 to 1 October 2024", None, None),
        ("from 5 to 6 hours", None, None),
    ],
)
def test_a_period_has_its_first_and_last_day(said: str, first: str | None, last: str | None) -> None:
    found = [(each.first.isoformat() if each.first else None, each.last.isoformat()) for each in periods(said, own=OWN)]
    assert found == ([(first, last)] if last else [])


def test_months_from_a_day_that_nobody_tells_are_no_period() -> None:
    assert periods("for three months following the Amendment Date") == []


def test_a_period_tells_where_it_is_written() -> None:
    said = "Fees: until 31 March 2026."
    assert periods(said) == [Period(Span(said.index("until"), len(said) - 1), None, date(2026, 3, 31))]
