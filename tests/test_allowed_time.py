from __future__ import annotations

import pytest

from assistant.calculation.allowed_time import Taken, taken
from assistant.values.figures import Figure
from ingest.words import fold

HEADS = "Level\tReaction\tRestoration"
ROW = f"{HEADS}\nP2\t20 minutes\t6 hours"
OTHER = f"{HEADS}\nP3\t40 minutes\t2 business days"


def hours(value: float) -> Figure:
    return Figure(value, "hour")


@pytest.mark.parametrize(
    ("question", "length", "allowed"),
    [
        ("the P2 was fixed after 9 hours", hours(9), hours(6)),
        ("P2 took 7 and a half hours to restore", hours(7.5), hours(6)),
        ("priority 2 restored in nine hours", hours(9), hours(6)),
        ("P2 answered after 45 minutes", Figure(45, "minute"), Figure(20, "minute")),
        ("P2 rétabli au bout de 8h30", hours(8.5), hours(6)),
        ("le P2 a été résolu en 8 heures et 15 minutes", hours(8.25), hours(6)),
        ("P1 fixed after 9 hours", hours(9), None),  # no row gives it a time
    ],
)
def test_a_length_is_held_against_the_time_of_its_own_row_and_column(
    question: str, length: Figure, allowed: Figure | None
) -> None:
    found = taken(fold(question), [OTHER, ROW])
    assert found is not None
    assert (found.length, found.allowed) == (length, allowed)


@pytest.mark.parametrize(
    "question",
    [
        "P2 fixed at 9:00",
        "P2 résolu après 9h15",  # a time of the day, or a length
        "P2 fixed after more than 9 hours",
        "P2 fixed after 9 hours, and again after 3 hours",
        "P2 answered after 1 hour and fixed after 9 hours",
        "it was fixed after 9 hours",  # of which priority?
        "P2 after 9 hours",
    ],
)
def test_no_length_is_read_where_it_is_not_certain(question: str) -> None:
    assert taken(fold(question), [ROW]) is None


def test_two_times_for_one_priority_are_none() -> None:
    day = "A P2 is restored within 6 hours."
    night = "At night a P2 is restored within 10 hours."
    found = taken("p2 restored after 12 hours", [day, night])
    assert found == Taken(hours(12), None)


def test_hours_of_work_are_told_of_where_they_may_be_the_ones_that_count() -> None:
    support = "Support is given at all hours for P1 and in Business Hours for the others."
    asked = taken("p2 restored after 9 hours", [ROW, support])
    assert asked is not None
    assert not asked.round_the_clock
    first = taken("p1 restored after 9 hours", ["A P1 is restored within 2 hours.", support])
    assert first is not None
    assert first.round_the_clock
