from __future__ import annotations

from datetime import date

import pytest

from assistant.asked.asked_day import AskedDay, Before, read_day, resolved, says_day_alone, without_day

TODAY = date(2026, 5, 20)
CHANGES = [(date(2024, 10, 1), 1), (date(2025, 7, 1), 2), (date(2027, 1, 1), 3)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("what was it in 2023?", date(2023, 12, 31)),
        ("c'était combien en 2023 ?", date(2023, 12, 31)),
        ("and back in March 2024?", date(2024, 3, 31)),
        ("et en février 2024 ?", date(2024, 2, 29)),
        ("and before November 2024?", date(2024, 10, 31)),
        ("et avant mai 2025 ?", date(2025, 4, 30)),
        ("and before 2025?", date(2024, 12, 31)),
        ("as of 1 March 2024?", date(2024, 3, 1)),
        ("et au 1er mars 2024 ?", date(2024, 3, 1)),
        ("on 2024-03-01", date(2024, 3, 1)),
        ("et le 03/04/2024 ?", date(2024, 4, 3)),
        ("What was the cap on service credits in 2023?", date(2023, 12, 31)),
        ("Who was the account manager before November 2024?", date(2024, 10, 31)),
        ("Quel était le délai de rétablissement au 3 mai 2024 ?", date(2024, 5, 3)),
        ("What is the fee as of 5 May 2025?", date(2025, 5, 5)),
        ("and before the amendment?", date(2025, 6, 30)),
        ("et avant l'avenant ?", date(2025, 6, 30)),
        ("and before amendment no. 1?", date(2024, 9, 30)),
        ("avant l'avenant n° 2 ?", date(2025, 6, 30)),
        ("before the amendments?", date(2024, 9, 30)),
        ("what was it originally?", date(2024, 9, 30)),
        ("à l'origine ?", date(2024, 9, 30)),
        ("Quel était le plafond avant les avenants ?", date(2024, 9, 30)),
        ("and before that?", date(2025, 6, 30)),
        ("et avant ?", date(2025, 6, 30)),
        ("and since the amendment?", TODAY),
        ("depuis l'avenant n° 2 ?", TODAY),
        ("and today?", TODAY),
        ("et aujourd'hui ?", TODAY),
        ("and in 2026?", TODAY),
        ("en mai 2026 ?", TODAY),
        ("A repair was 5 hours late in May 2025, what penalty?", date(2025, 5, 31)),
        ("Réparé avec 5 heures de retard en mai 2025, combien ?", date(2025, 5, 31)),
        ("What credit is due if the target is missed in November 2025?", date(2025, 11, 30)),
    ],
)
def test_the_day_that_is_asked_about_is_read(text: str, day: date) -> None:
    asked = read_day(text)
    assert asked is not None
    assert resolved(asked, CHANGES, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "How much notice must we give?",
        "We received the invoice on 3 March 2026, by when must we pay it?",
        "Nous avons reçu la facture le 3 mars 2026, quand payer ?",
        "An invoice of 1 March 2026 is paid on 3 May 2026: how much interest?",
        "Fini le 3 mars 2026 : combien de jours pour payer, et quand ?",
        "What happens on 1 July 2026?",
        "what does the amendment change?",
        "que change l'avenant ?",
        "what are we now entitled to?",
        "et en mars ?",
        "et le 31/02/2024 ?",
        "quel est le prix en 2025 ?",
        "are they paid before the amendment is signed?",
    ],
)
def test_a_date_that_only_belongs_to_the_question_is_no_day_asked_about(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("and before the amendment?", True),
        ("what was it in 2023?", True),
        ("c'était combien en 2023 ?", True),
        ("et en mars 2025 ?", True),
        ("and what did it say in March 2024?", True),
        ("was it different before the amendment?", True),
        ("was it the same in 2023?", True),
        ("What was the cap in 2023?", False),
        ("and for a P2 in 2023?", False),
        ("and at night?", False),
    ],
)
def test_a_day_alone_changes_nothing_that_is_searched(text: str, alone: bool) -> None:
    assert says_day_alone(text) is alone


def test_before_a_change_that_there_is_not_no_day_is_known() -> None:
    assert resolved(AskedDay(before=Before.LAST), [], TODAY) is None
    assert resolved(AskedDay(before=Before.LAST, number=9), CHANGES, TODAY) is None


def test_before_changes_that_are_all_to_come_is_the_day_before_the_last() -> None:
    assert resolved(AskedDay(before=Before.LAST), [(date(2030, 1, 1), 1)], TODAY) == date(2029, 12, 31)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("What was the cap in 2023?", "What was the cap?"),
        ("Quel était le délai au 3 mai 2024 pour un P1 ?", "Quel était le délai pour un P1 ?"),
        ("We got it on 3 March 2026, by when must we pay?", "We got it on 3 March 2026, by when must we pay?"),
        ("what was it in 2023?", "what was it in 2023?"),
    ],
)
def test_a_question_without_its_day(text: str, left: str) -> None:
    assert without_day(text) == left
