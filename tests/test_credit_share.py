from __future__ import annotations

from assistant.asked.question import read_question
from assistant.calculation.credit_share import capped, told_cap, told_share


def test_a_credit_is_held_under_the_one_cap_that_is_no_cap_of_a_year() -> None:
    month, year = "Service credits shall not exceed 15% of a month's charges.", "Credits are capped at 8% per year."
    assert capped(20.0, ["The fee is due.", month]) == (15.0, 1)
    assert capped(10.0, [month]) == (10.0, None)
    assert capped(20.0, [year]) == (20.0, None)
    assert told_cap(15.0, "fr") == " Plafonné à 15 %."


def test_the_share_of_the_one_sum_of_a_question_is_told() -> None:
    assert (
        told_share(read_question("SL4 at 99.2%, charges of £500,000, what credit?"), 3.0) == " 3% × £500,000 = £15,000."
    )
    assert told_share(read_question("What credit?"), 3.0) == ""
    assert told_share(read_question("What credit of £500 or £600?"), 3.0) == ""
