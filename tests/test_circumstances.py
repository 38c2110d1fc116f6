"""Dates and figures of a case are no words to look for, unless what was found holds them."""

from __future__ import annotations

import pytest

from assistant.asked.circumstances import without_circumstances
from assistant.asked.question import read_question

FOUND = ("Invoices are due within thirty (30) days.", "From March 3, 2027 the fee is £12,500 a month.")


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("Invoice dated 5 March 2026, latest day to pay?", "Invoice dated , latest day to pay?"),
        ("on résilie le 10 janvier 2027, fin quand ?", "on résilie le , fin quand ?"),
        ("what was the cap in March 2024?", "what was the cap in ?"),
        ("VPC at 99.5%, monthly bill 800 euros, what credit?", "VPC at %, monthly bill euros, what credit?"),
        ("what is the fee on 3 March 2027?", "what is the fee on 3 March 2027?"),
        ("since we have 30 days to pay, when do we pay?", "since we have 30 days to pay, when do we pay?"),
        ("why is the fee 12 500 a month?", "why is the fee 12 500 a month?"),
        ("P1 at 24/7, SL6 missed", "P1 at 24/7, SL6 missed"),
        ("what does clause 8.2 say of 99 days", "what does clause 8.2 say of 99 days"),
        ("2026-03-01 ?", "2026-03-01 ?"),
    ],
)
def test_what_no_text_found_holds_is_taken_out(asked: str, left: str) -> None:
    assert without_circumstances(read_question(asked), FOUND).text == left


def test_a_question_without_such_is_as_it_was() -> None:
    question = read_question("how long do we have to pay?")
    assert without_circumstances(question, FOUND) == question
