from __future__ import annotations

from datetime import date

import pytest

from assistant.asked.premise import (
    Assertion,
    Premise,
    asserted_day,
    borne_out,
    read_assertion,
    read_premise,
    without_asserted,
)
from assistant.asked.question import read_question
from assistant.values.figures import Figure


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("We have 30 days to pay, right?", Premise(Figure(30, "day"), True)),
        ("On a bien 30 jours pour payer, non ?", Premise(Figure(30, "day"), True)),
        ("Is the notice period 90 days?", Premise(Figure(90, "day"), True)),
        ("Y a-t-il un préavis de 3 mois ?", Premise(Figure(3, "month"), True)),
        ("Since the cap is 20 %, what is left of it?", Premise(Figure(20, "percent"), False)),
        ("Data is lost. As they cover it up to $100,000, how do we claim?", Premise(Figure(100_000, "dollar"), False)),
        ("Why is the notice period 90 days?", Premise(Figure(90, "day"), False)),
        ("Pourquoi le préavis est-il de 3 mois ?", Premise(Figure(3, "month"), False)),
        ("So the cap is 20 %?", Premise(Figure(20, "percent"), True)),
        ("Donc on a 30 jours pour payer ?", Premise(Figure(30, "day"), True)),
        ("So how long is it after 30 days?", None),
        ("How fast do they fix a P2 logged at 3 a.m.?", None),
        ("Can they charge interest after 30 days?", None),
        ("Is it 4 hours or 8 hours?", None),
    ],
)
def test_a_figure_that_is_taken_for_granted_is_read(question: str, expected: Premise | None) -> None:
    assert read_premise(read_question(question)) == expected


def test_a_clause_bears_it_out_by_the_figure() -> None:
    thirty = Premise(Figure(30, "day"), True)
    assert borne_out(thirty, "within thirty (30) days of receipt")
    assert not borne_out(thirty, "within ten (10) days of receipt")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("They may subcontract freely, right?", Assertion("They may subcontract freely", True)),
        ("They can subcontract, can't they?", Assertion("They can subcontract", True)),
        ("Is it true that they may subcontract?", Assertion("they may subcontract", True)),
        ("Est-il exact que le contrat se renouvelle ?", Assertion("le contrat se renouvelle ", True)),
        ("Le contrat se renouvelle, n'est-ce pas ?", Assertion("Le contrat se renouvelle", True)),
        ("Since they may subcontract, who is liable?", Assertion(" they may subcontract", False)),
        ("Can they subcontract?", None),
        ("How long will it?", None),
        ("Since when do they answer faster?", None),
    ],
)
def test_what_is_asserted_is_read(question: str, expected: Assertion | None) -> None:
    assert read_assertion(read_question(question)) == expected


def test_a_day_that_is_asserted_is_read_and_left_out() -> None:
    asked = read_question("The contract took effect on 1 July 2023, right?")
    told = asserted_day(asked)
    assert told is not None
    assert told.day == date(2023, 7, 1)
    assert without_asserted(asked).text == "The contract took effect on , right?"
    assert asserted_day(read_question("When must we pay an invoice of 1 July 2023?")) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Since we have 60 days to pay an invoice, when is it due?", " we have 60 days to pay an invoice"),
        ("Comme le préavis est d'un mois, quand peut-on partir ?", " le préavis est d'un mois"),
        ("We have 30 days to pay, right?", "We have 30 days to pay"),
    ],
)
def test_the_words_that_assert_it_end_where_the_question_begins(question: str, said: str) -> None:
    premise = read_premise(read_question(question))
    assert premise is not None
    assert premise.said == said


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Is it right that we have 60 days to pay?", "Is it right that we have  days to pay?"),
        ("Since P1 is answered in 1 hour, who calls?", "Since P1 is answered in  hour, who calls?"),
        ("Nous avons bien 1,5 mois pour payer, non ?", "Nous avons bien  mois pour payer, non ?"),
        ("Comme le plafond est de 12 000 €, qui paie ?", "Comme le plafond est de  €, qui paie ?"),
        ("How long is a P2 of 60 users open?", "How long is a P2 of 60 users open?"),
        ("What is due after 60 days?", "What is due after 60 days?"),
    ],
)
def test_the_asserted_figure_alone_is_left_out(question: str, left: str) -> None:
    assert without_asserted(read_question(question)).text == left
