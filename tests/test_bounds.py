from __future__ import annotations

import pytest

from assistant.values.bounds import bounds_kept, told_apart
from assistant.values.figures import Figure
from assistant.wording.plain_wording import plainly


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("at most 30 days", "within thirty (30) days"),
        ("no later than 10 days before it opens", "at least ten (10) days before it opens"),
        ("An outage of less than 4 minutes is not counted.", "An outage counts if it lasts at least 4 minutes."),
        ("au plus 3 % par an", "sans que la hausse puisse excéder 3 % par an"),
        ("€500 per hour late", "€500 par heure de retard"),
        ("a guaranteed 3 hours", "a guaranteed response time of 3 hours, with a goal of 2 hours on site"),
        ("30 days", "at least 30 days"),
    ],
)
def test_a_bound_may_be_told_in_other_words(sentence: str, source: str) -> None:
    assert bounds_kept(plainly(sentence), plainly(source))


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("at most 90% of calls", "at least 90% of calls"),
        ("at least 4 minutes", "no more than 4 minutes"),
        ("within fourteen days", "more than fourteen (14) days"),
        ("€500 per day late", "€500 per hour late"),
        ("$175 per year for 12 months", "$175 per month for a period of 12 months"),
        (
            "guarantees to be on site within 2 hours",
            "a guaranteed response of 3 hours with a goal of on site within 2 hours",
        ),
    ],
)
def test_a_floor_told_as_a_ceiling_is_noticed(sentence: str, source: str) -> None:
    assert not bounds_kept(plainly(sentence), plainly(source))


def test_a_figure_that_alone_is_so_bounded_is_told_apart() -> None:
    source = plainly("1% a day, capped at 10% of the price")
    assert told_apart(plainly("at most 10% of the order"), source) == {Figure(10.0, "percent")}
    assert told_apart(plainly("at least 10%"), source) == set()
    assert told_apart("at most 10%", plainly("capped at 10% of the price and at most 5% of the fee")) == set()
