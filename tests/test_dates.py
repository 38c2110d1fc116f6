from __future__ import annotations

import pytest

from assistant.values.dates import moments


@pytest.mark.parametrize(
    ("folded", "numbers"),
    [
        ("15 may 2023", [((15.0, "date 5"), (2023.0, ""))]),
        ("may 15th, 2023", [((15.0, "date 5"), (2023.0, ""))]),
        ("le 1er avril", [((1.0, "date 4"),)]),
        ("31/12/2024", [((31.0, "date 12"), (2024.0, ""))]),
        ("on mondays", [((1.0, "weekday"),)]),
        ("le dimanche a 19 h 30", [((7.0, "weekday"),), ((19.5, "hour"),)]),
        ("at 6:30 pm", [((18.5, "hour"),)]),
        ("at 6 p.m.", [((18.0, "hour"),)]),
        ("at 12:15 am", [((0.25, "hour"),)]),
        ("it may take 30 days", []),
        ("13:75", []),
    ],
)
def test_dates_weekdays_and_times(folded: str, numbers: list[tuple[tuple[float, str], ...]]) -> None:
    assert [moment.numbers for moment in moments(folded)] == numbers
