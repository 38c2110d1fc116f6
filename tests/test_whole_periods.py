"""Whole months, quarters and years."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.document import Span
from ingest.whole_periods import is_only, month_begun, whole_periods


def _periods(said: str) -> list[tuple[str | None, str]]:
    found = whole_periods(said, Span(0, len(said)))
    return [(each.first.isoformat() if each.first else None, each.last.isoformat()) for each in found]


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("For the months of July and August 2025 only, clause 8", "2025-07-01", "2025-08-31"),
        ("during December 2025, January and February 2026", "2025-12-01", "2026-02-28"),
        ("for December and January 2026", "2025-12-01", "2026-01-31"),
        ("pendant les mois de juillet et d’août 2025", "2025-07-01", "2025-08-31"),
        ("pour le seul mois de février 2028", "2028-02-01", "2028-02-29"),
        ("Au titre du mois de mai 2025", "2025-05-01", "2025-05-31"),
        ("in the month of July 2025", "2025-07-01", "2025-07-31"),
        ("in July 2025 only", "2025-07-01", "2025-07-31"),
        ("from July to September 2025", "2025-07-01", "2025-09-30"),
        ("between November 2025 and January 2026", "2025-11-01", "2026-01-31"),
        ("du mois de juillet au mois de septembre 2025", "2025-07-01", "2025-09-30"),
        ("until the end of August 2025", None, "2025-08-31"),
        ("jusqu’à la fin de l’année 2025", None, "2025-12-31"),
        ("jusqu’à fin mars 2026", None, "2026-03-31"),
        ("until the end of the second quarter of 2025", None, "2025-06-30"),
        ("during the third quarter of 2025", "2025-07-01", "2025-09-30"),
        ("for Q4 2025", "2025-10-01", "2025-12-31"),
        ("au cours du premier semestre 2026", "2026-01-01", "2026-06-30"),
        ("during the calendar year 2025", "2025-01-01", "2025-12-31"),
        ("au titre de l’année 2025", "2025-01-01", "2025-12-31"),
        ("for 2025 only", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_period_is_whole_months(said: str, first: str | None, last: str) -> None:
    assert _periods(said) == [(first, last)]


@pytest.mark.parametrize(
    "said",
    [
        "for July and September 2025",  # not on end
        "in July 2025",  # when, not for how long
        "the report of July 2025",
        "for 2025 units",
        "from July 2025",
        "from 1 July to 15 September 2025",
        "during the third half of 2025",
        "pour juillet",
    ],
)
def test_what_names_no_whole_period_is_none(said: str) -> None:
    assert _periods(said) == []


def test_only_after_a_period_is_seen() -> None:
    (one,), (other,) = (list(whole_periods(said, Span(0, len(said)))) for said in ("for May 2025 only", "for May 2025"))
    assert is_only("for May 2025 only", one)
    assert not is_only("for May 2025", other)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("From July 2025, the fee", date(2025, 7, 1)),
        ("à compter du mois d’août 2025", date(2025, 8, 1)),
        ("from July 2025 to August 2025", None),
        ("from 15 July 2025", None),
    ],
)
def test_a_month_begins_what_holds_from_then_on(said: str, day: date | None) -> None:
    assert month_begun(said, Span(0, len(said))) == day
