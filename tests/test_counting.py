from __future__ import annotations

from datetime import date

import pytest

from assistant.calculation.counting import counted
from assistant.values.figures import Figure


@pytest.mark.parametrize(
    ("period", "backwards", "week", "end"),
    [
        (Figure(2.0, "week"), False, 5, date(2026, 3, 20)),
        (Figure(1.0, "month"), True, 5, date(2026, 2, 6)),
        (Figure(2.0, "year"), False, 5, date(2028, 3, 6)),
        (Figure(1.0, "business day"), False, 5, date(2026, 3, 9)),
        (Figure(1.0, "business day"), False, 6, date(2026, 3, 7)),
        (Figure(2.0, "business day"), True, 5, date(2026, 3, 4)),
        (Figure(1.5, "day"), False, 5, None),
        (Figure(3.0, "hour"), False, 5, None),
        (Figure(9000.0, "year"), False, 5, None),
        (Figure(5000.0, "business day"), False, 5, None),
    ],
)
def test_a_period_is_counted_from_a_friday(period: Figure, backwards: bool, week: int, end: date | None) -> None:
    assert counted(date(2026, 3, 6), period, backwards, week) == end
