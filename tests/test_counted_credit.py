from __future__ import annotations

import pytest

from assistant.asked.question import read_question
from assistant.calculation.calculation import calculate

HEAD = "Level\tFirst band\tSecond band\tThird band\n"
ROW = (
    HEAD
    + "Warehouses, each below its target\tOne or two Warehouses: 0.5%\tThree to five Warehouses: 1.5%\tSix or more Warehouses: 3%"
)
RANG = HEAD + "Agences sous l'objectif\tUne agence : 1 %\tDeux ou trois agences : 2 %\tPlus de 3 agences : 4 %"


@pytest.mark.parametrize(
    ("question", "quotes", "told"),
    [
        (
            "Three warehouses below target and monthly charges of £600,000: what credit?",
            [ROW],
            "1.5%: “Three to five Warehouses: 1.5%”. 1.5% × £600,000 = £9,000.",
        ),
        (
            "2 warehouses were below target, which credit?",
            ["Nothing of it.", ROW],
            "0.5%: “One or two Warehouses: 0.5%”.",
        ),
        ("What credit for nine warehouses?", [ROW], "3%: “Six or more Warehouses: 3%”."),
        ("Quelle pénalité pour trois agences ?", [RANG], "2 % : « Deux ou trois agences : 2 % »."),
        ("Quelle pénalité pour une agence ?", [RANG], "1 % : « Une agence : 1 % »."),
        ("Three offices below target: what credit?", [ROW], ""),
        ("Three warehouses below target: who is told?", [ROW], ""),
        ("What credit is given in three months?", [ROW], ""),
        ("Three warehouses at 98%: what credit?", [ROW], ""),
        ("Three warehouses below target: what credit?", [ROW, ROW.replace("1.5%", "2%")], ""),  # which of the two?
    ],
)
def test_a_count_falls_into_one_range_of_one_row(question: str, quotes: list[str], told: str) -> None:
    found = calculate(read_question(question), quotes)
    assert (found.told if found else "") == told
