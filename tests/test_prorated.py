from __future__ import annotations

import pytest

from assistant.asked.question import read_question
from assistant.calculation.prorated import Part, Rule, monthly_sum, part_asked, rule_of, told
from assistant.values.figures import Figure

BY_DAYS = "The fees of a month that is begun or ended within it are prorated by the number of its days."
VAGUE = "Fees for a part of a month are charged pro rata."
FEE = Figure(31_000, "euro")


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("We leave on 12 June 2027, what do we owe of the monthly fee?", Part(12, 30, True)),
        ("If we start on 12 July 2027, how much is the monthly charge?", Part(20, 31, False)),
        ("On part le 12 juin, combien de redevance doit-on ?", Part(12, 30, True)),
        ("We stop on 10 February, what do we pay for that month?", Part(10, None, True)),
        ("We stop on 10 February 2028, what do we pay for that month?", Part(10, 29, True)),
        ("We leave on 12 June 2027, what notice must we give?", None),
        ("We start on 1 June and leave on 12 June, what of the monthly fee?", None),
        ("What is the monthly fee?", None),
    ],
)
def test_the_part_of_a_month_is_that_before_or_from_the_day(question: str, part: Part | None) -> None:
    assert part_asked(read_question(question)) == part


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        (BY_DAYS, Rule.PRORATED),
        ("Les redevances d'un mois incomplet sont dues au prorata temporis.", Rule.PRORATED),
        ("Tout mois commencé est dû intégralement.", Rule.IN_FULL),
        ("Each month begun is charged in full.", Rule.IN_FULL),
        ("Fees are not prorated.", None),
        ("On termination for breach, prepaid fees are refunded pro rata.", None),
        ("Le dépôt est réparti au prorata des parts.", None),
    ],
)
def test_a_rule_is_read_where_a_sentence_says_it_of_fees(sentence: str, rule: Rule | None) -> None:
    assert rule_of(sentence) is rule


def test_a_monthly_sum_is_the_one_of_its_sentence() -> None:
    assert monthly_sum("The monthly fee is €31,000.") == FEE
    assert monthly_sum("La redevance mensuelle est de 31 000 € HT.") == FEE
    assert monthly_sum("A credit of €500 of the monthly fee is due.") is None
    assert monthly_sum("The monthly fee is €31,000, and €35,000 from May.") is None


@pytest.mark.parametrize(
    ("rule", "clause", "fee", "said"),
    [
        (Rule.PRORATED, BY_DAYS, FEE, "€12,400: €31,000 × 12 / 30 days (the first 12 days of the month)."),
        (
            Rule.PRORATED,
            VAGUE,
            FEE,
            "€12,400: €31,000 × 12 / 30 days (the first 12 days of the month). "
            "The clause does not say how the days count; those of the month are taken.",
        ),
        (Rule.PRORATED, BY_DAYS, None, "12 / 30 of the monthly fee, which was not found."),
        (Rule.IN_FULL, "", FEE, "€31,000: a month that has begun is owed in full."),
        (None, "", FEE, "Nothing was found that says whether a fee for a part of a month is prorated."),
    ],
)
def test_what_is_owed_is_told_with_what_lacks(rule: Rule | None, clause: str, fee: Figure | None, said: str) -> None:
    asked = read_question("We leave on 12 June 2027, what do we owe of the monthly fee?")
    part = part_asked(asked)
    assert part is not None
    assert told(asked, part, rule, clause, fee, True) == said


def test_thirtieths_are_taken_where_the_clause_counts_in_them() -> None:
    asked = read_question("On part le 12 juillet 2027, combien de redevance doit-on ?")
    part = part_asked(asked)
    assert part is not None
    clause = "La redevance d'un mois incomplet est due au prorata, par trentièmes."
    assert told(asked, part, Rule.PRORATED, clause, FEE, False).startswith("12 400 € : 31 000 € × 12 / 30 jours")
