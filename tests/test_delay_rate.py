from __future__ import annotations

import pytest

from assistant.calculation.delay_rate import codes_in, find_rate
from assistant.values.figures import Figure

FIRST = "If a P1 is not restored in time, £300 are credited for each further hour or part of an hour."
SECOND = "If a P2 is not restored in time, £90 are credited for each full hour beyond it."
MOST = "Credits under this paragraph may not exceed £2,000 for any one incident."
MONTHLY = "Credits may not exceed £5,000 in a month."


def test_the_rate_is_that_of_the_priority_asked_about() -> None:
    found = find_rate("a p2 3 hours late", [FIRST, SECOND])
    assert found is not None
    assert (found[0].rate, found[0].full, found[1]) == (Figure(90, "pound"), True, (1,))
    assert find_rate("a p3 3 hours late", [FIRST, SECOND]) is None
    assert find_rate("3 hours late", [FIRST, SECOND]) is None  # of which priority?


@pytest.mark.parametrize(("caps", "sure"), [([MOST], True), ([MOST, MONTHLY], False), ([MONTHLY], False)])
def test_a_cap_in_money_is_of_another_sentence(caps: list[str], sure: bool) -> None:
    found = find_rate("p1 3 hours late", [FIRST, *caps])
    assert found is not None
    assert found[0].same is sure
    assert found[1] == (0, 1)


def test_a_cell_is_read_with_the_unit_of_its_column() -> None:
    row = "Level\tPenalty per hour of delay\tCap\nP1\t€250\t€2,000"
    found = find_rate("p1 3 hours late", ["Levels.", row])
    assert found is not None
    assert (found[0].rate, found[0].part, found[0].most) == (
        Figure(250, "euro"),
        Figure(1, "hour"),
        Figure(2000, "euro"),
    )


def test_a_priority_in_words_is_its_code() -> None:
    assert codes_in("priority 1 and p3") == {"p1", "p3"}
    assert codes_in("une priorite 2") == {"p2"}
