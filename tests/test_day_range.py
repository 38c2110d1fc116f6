from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.asked.day_range import DayRange, case_days, holding_days
from tests.fake_contracts import Contracts


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("If it is exercised on or before June 30, 2029, the price is $2.", DayRange(None, date(2029, 6, 30))),
        ("However, after July 1, 2029 the price is $3.", DayRange(date(2029, 7, 2), None)),
        ("It is 4% before 1 May 2030.", DayRange(None, date(2030, 4, 30))),
        ("À compter du 1er mai 2030, le taux est de 5 %.", DayRange(date(2030, 5, 1), None)),
        ("Le taux est de 5 % jusqu’au 31 mars 2030.", DayRange(None, date(2030, 3, 31))),
        ("From 1 May 2030 to 31 May 2031 the rate is 5%.", DayRange(date(2030, 5, 1), date(2031, 5, 31))),
        ("Entre le 1er mai 2030 et le 31 mai 2030, le taux est nul.", DayRange(date(2030, 5, 1), date(2030, 5, 31))),
        ("This Agreement is made on 1 May 2030.", None),
        ("From 1 May 2030 it is 5%, and 6% from 1 May 2031.", None),
        ("The rate is 5%.", None),
    ],
)
def test_a_text_says_on_which_days_it_holds(text: str, days: DayRange | None) -> None:
    assert holding_days(text) == days


def test_a_question_names_the_days_of_its_case() -> None:
    assert case_days("price if we exercise in August 2029?") == DayRange(date(2029, 8, 1), date(2029, 8, 31))
    assert case_days("prix si elle est levée le 15 mai 2029 ?") == DayRange(date(2029, 5, 15), date(2029, 5, 15))
    assert case_days("price between May 2029 and June 2030?") is None
    assert case_days("What is the price?") is None


@pytest.mark.parametrize(
    ("question", "price"),
    [("option price if we exercise on 15 May 2029?", "$2"), ("option price in August 2029?", "$3")],
)
def test_of_two_rules_the_one_that_holds_on_the_day_leads(tmp_path: Path, question: str, price: str) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add(
            "Acme",
            "1. Option",
            "1.1 If the option is exercised on or before June 30, 2029, the price of the option shall be $2.",
            "1.2 However, if we exercise the option after June 30, 2029, the option price shall be $3.",
        )
        answer = contracts.assistant(absent_below=0.0).ask(question, "Acme")
        assert f"shall be {price}." in answer.statements[0].text
