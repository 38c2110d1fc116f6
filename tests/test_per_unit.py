from __future__ import annotations

import pytest

from assistant.per_unit import per_unit
from assistant.question import read_question

WEEKLY = "Liquidated damages of $2,000 per week or part thereof are due for delay, up to a maximum of $5,000."


@pytest.mark.parametrize(
    ("question", "quote", "told"),
    [
        ("Delivery is 2 weeks late, what penalty?", WEEKLY, "$4,000: 2 × $2,000."),
        ("Delivery is 3 weeks late, what penalty?", WEEKLY, "$5,000: 3 × $2,000. Capped at $5,000."),
        ("It is 4 days late: how much?", "A penalty of €500 is due for each day of delay.", "€2,000: 4 × €500."),
        (
            "combien pour 4 jours ouvrés de retard ?",
            "Le retard donne lieu à une pénalité de cinq cents (500) euros par Jour Ouvré de retard.",
            "2 000 € : 4 × 500 €.",
        ),
    ],
)
def test_a_delay_is_counted_out(question: str, quote: str, told: str) -> None:
    found = per_unit(read_question(question), [quote])
    assert found is not None
    assert (found.told, found.quotes) == (told, (0,))


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How late may delivery be?", WEEKLY),
        ("Delivery is 10 days late, what penalty?", WEEKLY),  # in another unit
        ("Delivery is 2 weeks late, and 3 weeks for the rest: what penalty?", WEEKLY),
        (
            "It is 2.5 days late: how much?",
            "A penalty of €500 is due for each day of delay.",
        ),  # does a begun day count?
        ("It is 4 days late: how much?", "A penalty of €500 is due for each day of delay, beside a fee of €90."),
        ("It is 4 days late: how much?", "Support costs €500 for each day."),
    ],
)
def test_nothing_is_counted_where_it_is_not_certain(question: str, quote: str) -> None:
    assert per_unit(read_question(question), [quote]) is None


def test_only_the_best_quote_counts() -> None:
    assert per_unit(read_question("Delivery is 2 weeks late, what penalty?"), ["It is late.", WEEKLY]) is None
