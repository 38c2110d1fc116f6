from __future__ import annotations

import pytest

from assistant.asked.count_range import count_range


@pytest.mark.parametrize(
    ("cell", "within", "outside"),
    [
        ("2,001 to 3,200", (2001, 3200), (2000, 3201)),
        ("De 1 201 à 1 600", (1201, 1600), (1200, 1601)),
        ("Jusqu’à 1 200", (0, 1200), (1201,)),
        ("More than 4,500", (4501,), (4500,)),
        ("50+", (50, 51), (49,)),
        ("10-20", (10, 20), (9, 21)),
        ("moins de 30", (29,), (30,)),
    ],
)
def test_a_cell_is_read_as_a_range(cell: str, within: tuple[float, ...], outside: tuple[float, ...]) -> None:
    found = count_range(cell)
    assert found is not None
    assert all(found.holds(count) for count in within)
    assert not any(found.holds(count) for count in outside)


def test_a_column_may_count_in_billions() -> None:
    found = count_range("20-30", 1e9)
    assert found is not None
    assert found.holds(25e9)
    assert not found.holds(25)


@pytest.mark.parametrize("cell", ["£6.20", "30 to 20", "Band 2", "up to 5 of the 10", "", "12 months"])
def test_nothing_else_is_a_range(cell: str) -> None:
    assert count_range(cell) is None
