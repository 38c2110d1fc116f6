"""The words that put a figure or a day in the place of another."""

from __future__ import annotations

import pytest

from ingest.figure_words import DAY_TO_DAY, FIGURE_TO, FROM_TO, MOVED_FROM


def test_a_period_is_no_change_of_figures() -> None:
    assert FROM_TO.search("From 1 to 15 August 2025, clause 8 is suspended.") is None
    assert FROM_TO.search("the fee is raised from 10 to 15 euros") is not None
    assert DAY_TO_DAY.search("from 1 May 2024 to 31 May 2024 the clause is suspended") is None


def test_only_a_day_that_is_moved_is_given_up() -> None:
    assert MOVED_FROM.search("The term is extended from ")
    assert MOVED_FROM.search("L’échéance est reportée du ")
    assert MOVED_FROM.search("The fee is due from ") is None


@pytest.mark.parametrize("hostile", ["of 1 " * 4_000, "of 9," + "9," * 8_000, "of 90 days in " + "a " * 8_000])
def test_no_text_takes_long(hostile: str) -> None:
    assert FIGURE_TO.search(hostile) is None
