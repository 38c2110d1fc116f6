from __future__ import annotations

import pytest

from assistant.asked.question import read_question
from assistant.calculation.stepped_credit import stepped_credit

LEVEL = "The Data Bridge is available for at least 99.6% of each month."
BOTH = "The Claims Desk is available for at least 99.9% of the month, and the Data Bridge for at least 99.6%."
FULL = (
    "For each full 0.1 point by which the Data Bridge misses its target, the Service Credit is 3% of the monthly fee."
)
BEGUN = "Une pénalité de 500 € est due par tranche de 0,2 point entamée sous l'objectif de disponibilité."
NIVEAU = "Le taux de disponibilité garanti est de 99,8 %."
MOST = "Service credits of a month shall not exceed 10% of the monthly fee."


@pytest.mark.parametrize(
    ("question", "quotes", "told"),
    [
        (
            "Data Bridge at 99.35%, what credit?",
            [FULL, LEVEL],
            "6%: 2 × 3% (99.6% − 99.35% = 0.25 point, in steps of 0.1 point, full ones alone counting).",
        ),
        (
            "Data Bridge at 98.6%, monthly fee £20,000: what credit?",
            [FULL, BOTH, MOST],
            "10%: 10 × 3% (99.6% − 98.6% = 1 point, in steps of 0.1 point). Capped at 10%. 10% × £20,000 = £2,000.",
        ),
        (
            "disponibilité à 99,5 %, quelle pénalité ?",
            [BEGUN, NIVEAU],
            "1 000 € : 2 × 500 € (99,8 % − 99,5 % = 0,3 point, par tranche de 0,2 point, toute tranche entamée comptant).",
        ),
        ("Data Bridge at 99.7%, what credit?", [FULL, LEVEL], "Nothing by this: 99.7% meets the target of 99.6%."),
    ],
)
def test_the_steps_below_the_target_are_counted(question: str, quotes: list[str], told: str) -> None:
    found = stepped_credit(read_question(question), quotes)
    assert found is not None
    assert found.told == told


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        ("Claims Desk at 99.3%, what credit?", [FULL, BOTH]),  # the steps are of the other
        ("Data Bridge at 99.35%, what credit?", [FULL]),  # the target is not known
        ("Data Bridge below 99.35%, what credit?", [FULL, LEVEL]),  # no measure
        ("What is the availability of the Data Bridge?", [FULL, LEVEL]),
    ],
)
def test_no_steps_are_counted_where_it_is_not_certain(question: str, quotes: list[str]) -> None:
    assert stepped_credit(read_question(question), quotes) is None
