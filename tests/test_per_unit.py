from __future__ import annotations

import pytest

from assistant.asked.question import read_question
from assistant.calculation.per_unit import per_unit

WEEKLY = "Liquidated damages of $2,000 per week or part thereof are due for delay, up to a maximum of $5,000."


@pytest.mark.parametrize(
    ("question", "quote", "told"),
    [
        ("Delivery is 2 weeks late, what penalty?", WEEKLY, "$4,000: 2 × $2,000."),
        ("Delivery is 3 weeks late, what penalty?", WEEKLY, "$5,000: 3 × $2,000. Capped at $5,000."),
        (
            "Delivery is 10 days late, what penalty?",
            WEEKLY,
            "$4,000: 2 × $2,000 (10 days in parts of 1 week, each begun one counting).",
        ),
        ("It is 4 days late: how much?", "A penalty of €500 is due for each day of delay.", "€2,000: 4 × €500."),
        (
            "The report is 4 days late, what penalty?",
            "A penalty of €500 is due for each Business Day of delay.",
            "€500 for each business day. How many business days of delay were there? That is not given.",
        ),
        (
            "combien pour 4 jours de retard ?",
            "Une pénalité de 500 € est due par Jour Ouvré de retard.",
            "500 € par jour ouvré. De combien de jours ouvrés est le retard ? Ce n’est pas donné.",
        ),
        (
            "It is 2.5 hours late, what credit?",
            "A credit of £150 is given for each full hour of delay.",
            "£300: 2 × £150 (2.5 hours in parts of 1 hour, full ones alone counting).",
        ),
        (
            "A lot priced at £40,000 is 6 business days late, how much?",
            "It shall pay £750 for each Business Day of delay, up to 10% of the price of the lot.",
            "£4,000: 6 × £750. Capped at 10%.",
        ),
        (
            "The lot is 6 business days late, how much?",
            "It shall pay £750 for each Business Day of delay, up to 10% of the price of the lot.",
            "£4,500: 6 × £750. At most 10% of a sum that is not given.",
        ),
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
        ("Delivery is 10 business days late, what penalty?", WEEKLY),  # in another unit
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


CAP = "The penalty for late shipment shall not exceed 4% of the total value of the goods shipped late."
EACH_WEEK = "The penalty is 0.5% for every ten days of delay, odd days being counted as ten days."
HEADS = "Commitment\tPenalty\tCap per incident"
REPAIR = f"{HEADS}\nTime to repair P1\t€700 per started hour beyond it\t€5,000"
ANSWER = f"{HEADS}\nTime to answer P1\t€90 for each incident beyond it\t€90"
LESSER = f"{HEADS}\nTime to repair P2\t€300 per started hour beyond it\t€2,000"


@pytest.mark.parametrize(
    ("question", "quotes", "told", "places"),
    [
        (
            "Goods worth 300,000 come 25 days late, what penalty?",
            [CAP, EACH_WEEK],
            "4,500: 3 × 0.5% × 300,000 (25 days in parts of 10 days, each begun one counting).",
            (1,),
        ),
        (
            "Goods worth €300,000 come 90 days late, what penalty?",
            [CAP, EACH_WEEK],
            "€12,000: 9 × 0.5% × €300,000 (90 days in parts of 10 days, each begun one counting). Capped at 4%.",
            (1, 0),
        ),
        (
            "A P1 was repaired 3.5 hours late: how much?",
            ["Repairs are made.", ANSWER, REPAIR, LESSER],
            "€2,800: 4 × €700 (3.5 hours in parts of 1 hour, each begun one counting).",
            (2,),
        ),
        (
            "P1 réparé avec 9 heures de retard : combien ?",
            ["Repairs are made.", ANSWER, LESSER, REPAIR],
            "5 000 € : 9 × 700 €. Plafonné à 5 000 €.",
            (3,),
        ),
        (
            "Commande de 50 000 € livrée 30 jours en retard, quelle pénalité ?",
            ["La pénalité est de 0,5 % du prix par jour de retard, dans la limite de 10 % de ce prix."],
            "5 000 € : 30 × 0,5 % × 50 000 €. Plafonné à 10 %.",
            (0,),
        ),
    ],
)
def test_the_rate_is_read_with_its_cap(question: str, quotes: list[str], told: str, places: tuple[int, ...]) -> None:
    found = per_unit(read_question(question), quotes)
    assert found is not None
    assert (found.told, found.quotes) == (told, places)


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        (
            "An order of €50,000 is 30 days late, what penalty?",  # the cap is of another sum
            ["The penalty is 0.5% of the order per day of delay, up to 10% of the fees of the year."],
        ),
        ("Repaired 3 hours late: how much?", ["Repairs are made.", REPAIR, LESSER]),  # of which row?
        (
            "It was 4 hours late in May 2020: how much?",
            ["A penalty of €900 is due per hour of delay from 1 April 2021."],
        ),
    ],
)
def test_no_cap_or_rate_is_taken_that_may_not_hold(question: str, quotes: list[str]) -> None:
    assert per_unit(read_question(question), quotes) is None


FURTHER = "If a P1 is not restored in time, £300 are credited for each further hour or part of an hour."
TIMES = "Level\tReaction\tRestoration\nP1\t20 minutes\t6 hours"
MOST = "Credits under this paragraph may not exceed £1,000 for any one incident."


@pytest.mark.parametrize(
    ("question", "quotes", "told", "places"),
    [
        ("P1 restored after 8 hours, what credit?", [FURTHER, TIMES], "£600: 2 × £300 (8 hours − 6 hours).", (0, 1)),
        (
            "P1 rétabli au bout de 8h30, quelle pénalité ?",
            [FURTHER, TIMES],
            "900 £ : 3 × 300 £ (8,5 heures − 6 heures par tranche de 1 heure, toute tranche entamée comptant).",
            (0, 1),
        ),
        (
            "P1 restored after 16 hours, what credit?",
            [FURTHER, MOST, TIMES],
            "£1,000: 10 × £300 (16 hours − 6 hours). Capped at £1,000.",
            (0, 2, 1),
        ),
        (
            "P1 restored after 5 hours, what credit?",
            [FURTHER, TIMES],
            "Nothing by this: 5 hours is within the 6 hours allowed.",
            (1, 0),
        ),
        (
            "P1 restored after 8 hours, what credit?",
            [FURTHER],
            "£300 for each hour begun beyond the time allowed. How long that is was not found for certain.",
            (0,),
        ),
    ],
)
def test_what_took_longer_than_another_clause_allows_is_late_by_the_rest(
    question: str, quotes: list[str], told: str, places: tuple[int, ...]
) -> None:
    found = per_unit(read_question(question), quotes)
    assert found is not None
    assert (found.told, found.quotes) == (told, places)


def test_a_cap_that_may_be_of_more_than_one_delay_sets_no_sum() -> None:
    monthly = "Credits may not exceed £1,000 in a month."
    assert per_unit(read_question("P1 restored after 16 hours, what credit?"), [FURTHER, monthly, TIMES]) is None
    found = per_unit(read_question("P1 restored after 8 hours, what credit?"), [FURTHER, monthly, TIMES])
    assert found is not None
    assert found.told.startswith("£600")
