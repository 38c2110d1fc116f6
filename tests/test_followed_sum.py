from __future__ import annotations

import pytest

from assistant.asked.followed_sum import asks_limit_of_it, names_sum, without_time_asked


def test_a_sum_and_a_limit_are_told_apart() -> None:
    assert names_sum("what fee is due?")
    assert names_sum("quelle pénalité ?")
    assert not names_sum("how long does it take?")
    assert asks_limit_of_it("y a-t-il un maximum ?")
    assert not asks_limit_of_it("is the fee capped?")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A P3 is fixed how fast, at night?", "A P3 is fixed"),
        ("une P3 réparée en combien de temps, la nuit ?", "une P3 réparée"),
        ("who repairs the crane?", "who repairs the crane"),
    ],
)
def test_the_time_that_is_asked_for_is_left_out(text: str, left: str) -> None:
    assert without_time_asked(text) == left
