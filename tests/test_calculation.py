from __future__ import annotations

import pytest

from assistant.asked.question import read_question
from assistant.calculation.bands import bands
from assistant.calculation.calculation import calculate
from assistant.calculation.formula import find_formula

ROW = "Service\tFirst band\tSecond band\nPlatform\tBelow 99.95% but at least 99.80%: 2%\tBelow 99.80%: 4%"
OTHER = "Service\tFirst band\tSecond band\nGateway\tBelow 99.9% but at least 99.7%: 1%\tBelow 99.7%: 3%"
GAP = "Écart avec le taux garanti, en point\tPénalité\nDe plus de 0,20 à 0,50 inclus\t6 %"
FORMULA = "Prices are revised by the formula: P = P0 × (0,15 + 0,85 × S / S0)"
TARGET = "Le taux de disponibilité garanti est de 99,8 %."
MOST = "Service credits shall not exceed 3% of the monthly fee."
YEARLY = "Service credits shall not exceed 3% of the fees of each year."
CAP = "The increase is capped at 2.8% a year."
BASE = "A party that pays late owes interest at four per cent (4%) a year above the base rate of the Bank."
MONTHLY = "Fees not paid when due bear interest at 1.5% per month."
LEGAL = "Toute somme en retard porte intérêt à trois (3) fois le taux d’intérêt légal."


@pytest.mark.parametrize(
    ("question", "quotes", "told"),
    [
        (
            "What service credit is due if the Platform was 99.87% available and the monthly fee is £100,000?",
            [OTHER, ROW],
            "2%: 99.87% is at least 99.8% and below 99.95%. 2% × £100,000 = £2,000.",
        ),
        (
            "Service credit for 99.80% availability of the Platform?",
            [ROW],
            "2%: 99.8% is at least 99.8% and below 99.95%.",
        ),
        (
            "Service credit for 99.2% availability?",
            ["Below 99.5% the credit is 5%; below 99.0% it is 10%."],
            "5%: 99.2% is below 99.5%.",
        ),
        (
            "Service credit for 98.5% availability?",
            ["Below 99.5% the credit is 5%; below 99.0% it is 10%."],
            "10%: 98.5% is below 99%.",
        ),
        (
            "Quelle pénalité pour une disponibilité de 99,5 % si la redevance est de 20 000 € ?",
            [GAP, TARGET],
            "6 % : 99,8 % − 99,5 % = 0,3 point, soit au-dessus de 0,2 point et au plus 0,5 point. 6 % × 20 000 € = 1 200 €.",
        ),
        (
            "Service credit for 99.1% availability of the Platform, the monthly fee being £50,000?",
            [ROW, MOST],
            "4%: 99.1% is below 99.8%. Capped at 3%. 3% × £50,000 = £1,500.",
        ),
        (
            "Service credit for 99.1% availability of the Platform, the monthly fee being £50,000?",
            [ROW, YEARLY],
            "4%: 99.1% is below 99.8%. 4% × £50,000 = £2,000.",
        ),
        (
            "Quelle pénalité pour un écart de 0,3 point ?",
            [GAP],
            "6 % : 0,3 point est au-dessus de 0,2 point et au plus 0,5 point.",
        ),
        (
            "If S = 126, S0 = 120 and P0 = 1000, what is the revised price?",
            [FORMULA],
            "P = 1,042.50: P = P0 × (0,15 + 0,85 × S / S0), with P0 = 1,000, S = 126, S0 = 120.",
        ),
        (
            "If S = 126, S0 = 120 and P0 = 1000, what is the revised price?",
            [FORMULA, CAP],
            "P = 1,042.50: P = P0 × (0,15 + 0,85 × S / S0), with P0 = 1,000, S = 126, S0 = 120. Capped at +2.8%: 1,028.",
        ),
        (
            "The price is €1,000 and S = 126: what is P?",
            [FORMULA],
            "P = P0 × (0,15 + 0,85 × S / S0) cannot be worked out: S0 is not given.",
        ),
        (
            "How much interest on £73,000 paid 10 days late, with a base rate of 5%?",
            [BASE],
            "£180: £73,000 × (4% + 5%) × 10 / 365 days. The clause does not say how many days a year counts; 365 are taken.",
        ),
        (
            "How much interest on £73,000 paid 10 days late, with a base rate of 5%?",
            [BASE + " Interest is calculated on a 365-day year."],
            "£180: £73,000 × (4% + 5%) × 10 / 365 days.",
        ),
        (
            "How much interest on £73,000 if we pay late and the base rate is 5%?",
            [BASE],
            "£73,000 bears (4% + 5%) a year. How late is it paid? That is not given.",
        ),
        (
            "Quels intérêts sur 36 500 € payés en retard, taux légal 4 % ?",
            [LEGAL],
            "36 500 € porte (3 × 4 %) par an. Quel est le retard ? Il n’est pas donné.",
        ),
        ("How much interest on £73,000 paid 10 days late?", [BASE], "£73,000 bears 4% plus a rate that is not given."),
        ("How much interest on $2,000 paid 2 months late?", [MONTHLY], "$60: $2,000 × 1.5% × 2 months."),
        (
            "What is the late fee on $2,000 paid 2 months late?",
            [
                "A late fee equal to one and one-half percent (1.5%) per month, or, if less, the maximum allowed by law, is due."
            ],
            "At most $60: $2,000 × 1.5% × 2 months.",
        ),
        (
            "The service was at 98.5%, what credit on €200?",
            ["Availability\tCredit\nBetween 95.00% and 98.99%\t25%"],
            "25%: 98.5% is at least 95% and at most 98.99%. 25% × €200 = €50.",
        ),
        (
            "The service was at 98.5%, what credit in euros?",
            ["Availability\tCredit\nBetween 95.00% and 98.99%\t25%"],
            "25%: 98.5% is at least 95% and at most 98.99%. Of a sum that is not given.",
        ),
        (
            "What credit do we get for last month's availability if we pay €200 a month?",
            ["Availability\tCredit\nBetween 95.00% and 98.99%\t25%"],
            "Which availability was measured? The credit depends on it.",
        ),
        (
            "Quelle pénalité de disponibilité sur une redevance de 46 200 € ?",
            [GAP],
            "De combien l’objectif a-t-il été manqué ? Le crédit en dépend.",
        ),
        (
            "The goods are 15 days late, what damages?",
            ["Damages of 0.5% of the price are due for each five days of delay."],
            "1.5%: 3 × 0.5% (15 days in parts of 5 days). Of a sum that is not given.",
        ),
        (
            "Les biens valent 200 000 € et arrivent en retard, quelle pénalité ?",
            ["Une pénalité de 2 % du prix est due par semaine entamée de retard."],
            "2 % de 200 000 € par semaine entamée. Quel est le retard ? Il n’est pas donné.",
        ),
        (
            "The report is 4 business days late, what penalty?",
            ["A late report gives rise to a penalty of five hundred euros (€500) for each Business Day of delay."],
            "€2,000: 4 × €500.",
        ),
        (
            "Quelle pénalité pour une notification en retard de 30 heures ?",
            [
                "Une pénalité de 5 000 euros par tranche de douze (12) heures entamée est due, dans la limite de 12 000 euros."
            ],
            "12 000 € : 3 × 5 000 € (30 heures par tranche de 12 heures, toute tranche entamée comptant). Plafonné à 12 000 €.",
        ),
        (
            "It is 56 days late, how much do they owe on a contract worth $1,000,000?",
            ["Damages of 1% of the value of the contract in respect of every 28 days which elapse are paid."],
            "$20,000: 2 × 1% × $1,000,000 (56 days in parts of 28 days).",
        ),
        (
            "Un P1 rétabli avec 3 heures de retard, quelle pénalité ?",
            [
                "La pénalité est portée de 1 500 € à 1 800 € par heure entamée de dépassement. Le plafond demeure fixé à 12 000 €."
            ],
            "5 400 € : 3 × 1 800 €.",
        ),
        (
            "Quels intérêts sur 36 500 € payés avec 10 jours de retard, taux légal 4 % ?",
            [LEGAL],
            "120 € : 36 500 € × (3 × 4 %) × 10 / 365 jours. "
            "La clause ne dit pas combien de jours compte l’année ; 365 sont retenus.",
        ),
    ],
)
def test_what_the_contract_has_calculated(question: str, quotes: list[str], told: str) -> None:
    found = calculate(read_question(question), quotes)
    assert found is not None
    assert found.told == told


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        ("Service credit for 99.87% availability?", [OTHER, ROW]),  # of which row?
        ("Service credit for 99.99% availability of the Platform?", [ROW]),
        ("What was the availability?", [ROW]),
        ("Availability of the Platform fell below 99.9%: what credit?", [ROW]),  # by how much?
        ("Quelle pénalité pour une disponibilité de 99,3 % ?", [GAP]),  # the target is not known
        ("Quelle pénalité pour une disponibilité de 99,9 % ?", [GAP, TARGET]),  # which is met
        (
            "Quelle pénalité pour une disponibilité de 99,5 % ?",
            [GAP, TARGET, "La disponibilité du réseau est d'au moins 99,7 %."],
        ),
        ("How much interest on $2,000 paid 20 days late?", [MONTHLY]),
        (
            "How much interest on $2,000 paid 20 days late?",
            ["Late sums bear interest at 5% per annum, on the basis of a year of three hundred and sixty (360) days."],
        ),
        ("How much interest on $2,000 paid 20 days late?", ["Late sums bear interest at 5% a year (actual/360)."]),
        (
            "Combien d'intérêts sur 2 000 € payés avec 20 jours de retard ?",
            ["Les sommes dues portent intérêt au taux de 5 % par an, sur la base d'une année de 360 jours."],
        ),
        (
            "Quels intérêts sur 36 500 € payés avec 10 jours de retard si le taux de refi est de 4 % ?",
            [LEGAL],
        ),  # another rate
        ("The report is 4 hours late, what penalty?", ["A penalty of €500 is due for each Business Day of delay."]),
        ("It is 60 days late, what damages on $1,000?", ["Damages of 1% of the value for every 28 days are paid."]),
        (
            "It is 3 days late, what penalty?",
            ["A penalty of €500 per day, and of €900 per day from the tenth, is due."],
        ),
        ("The fee is 3 months late, how much?", ["The Bank pays fees of $40 per month for each branch."]),
        ("It is 3 months late, how much on $100?", ["Late sums bear interest of 1% per month above the base rate."]),
        ("What is the revised price?", [FORMULA]),
    ],
)
def test_nothing_is_worked_out_where_an_input_lacks(question: str, quotes: list[str]) -> None:
    assert calculate(read_question(question), quotes) is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "The index goes from 102 to 106.2, what becomes of £250,000?",
            "P = 258,750: P = P0 × (0,15 + 0,85 × S / S0), with P0 = 250,000, S = 106.2, S0 = 102.",
        ),
        (
            "l'indice Syntec passe de 120 à 126, quel prix pour 413 000 € ?",
            "P = 430 552,50 : P = P0 × (0,15 + 0,85 × S / S0), avec P0 = 413 000, S = 126, S0 = 120.",
        ),
        (
            "l'indice passe de 120 à 126, quel prix ?",
            "P = P0 × (0,15 + 0,85 × S / S0) ne peut être calculé : P0 n’est pas donné.",
        ),
    ],
)
def test_an_index_that_moves_is_what_it_is_now_over_what_it_was(question: str, told: str) -> None:
    found = calculate(read_question(question), [FORMULA])
    assert found is not None
    assert found.told == told


def test_a_price_that_moves_is_no_index() -> None:
    assert calculate(read_question("The price goes from 102 to 106.2, why?"), [FORMULA]) is None
    assert calculate(read_question("The index goes from 2% to 3%, what becomes of £250,000?"), [FORMULA]) is None


def test_the_main_quote_comes_first() -> None:
    found = calculate(
        read_question("If S = 126, S0 = 120 and P0 = 1000, what is P?"), ["Something else.", CAP, FORMULA]
    )
    assert found is not None
    assert found.quotes == (2, 1)


@pytest.mark.parametrize("text", ["P = P0 × (S / S0", "P = __import__('os') × 2", "A = B", "P = S / 0 × P0"])
def test_a_formula_that_cannot_be_read_is_none(text: str) -> None:
    assert find_formula(text) is None


def test_a_scale_is_read_from_a_row_or_a_sentence() -> None:
    assert [band.result for band in bands(ROW.split("\n")[1])] == [2.0, 4.0]
    assert bands("Invoices are due within 30 days.") == []
    tier = bands("Tier 1\t99.00% - 99.89%\t5%")
    assert [(band.lower, band.upper, band.result) for band in tier] == [(99.0, 99.89, 5.0)]
    assert bands("Entre 99,00 % et 99,98 %\t10 %")[0].holds(99.5)
    assert bands("2024-2025\t5%") == []
    (over,) = bands("Plus de 0,5 point\t10 %")
    assert (over.lower, over.upper) == (0.5, None)


def test_the_quotes_of_a_target_and_of_a_cap_come_with_the_scale() -> None:
    found = calculate(read_question("Quelle pénalité pour une disponibilité de 99,5 % ?"), [TARGET, GAP])
    assert found is not None
    assert found.quotes == (1, 0)
    capped = calculate(read_question("Service credit for 99.1% availability of the Platform?"), [MOST, ROW])
    assert capped is not None
    assert capped.quotes == (1, 0)


@pytest.mark.parametrize(
    ("question", "quote", "told"),
    [
        (
            "20,000 overdue for 3 months, what late charge?",
            "Late payments carry a charge of 2% per month or the most that the law allows, whichever is less.",
            "At most 1,200: 20,000 × 2% × 3 months.",
        ),
        (
            "Quelles pénalités de retard sur 5 000 € payés avec 2 mois de retard ?",
            "Les sommes impayées donnent lieu à des frais de 1 % par mois.",
            "100 € : 5 000 € × 1 % × 2 mois.",
        ),
    ],
)
def test_a_charge_on_late_payments_is_interest_by_another_name(question: str, quote: str, told: str) -> None:
    found = calculate(read_question(question), [quote])
    assert found is not None
    assert found.told == told


def test_a_charge_that_is_not_for_lateness_is_no_interest() -> None:
    asked = read_question("20,000 overdue for 3 months, what late charge?")
    assert calculate(asked, ["The platform carries a charge of 2% per month."]) is None


@pytest.mark.parametrize(
    ("question", "quote", "told"),
    [
        (
            "Quels intérêts sur 36 500 € payés avec 20 jours de retard, taux refi 3 % ?",
            "Toute somme impayée porte intérêt au taux de refinancement de la Banque centrale européenne majoré de 8 points, "
            "ainsi qu'une indemnité forfaitaire de 40 €.",
            "220 € : 36 500 € × (8 % + 3 %) × 20 / 365 jours. La clause ne dit pas combien de jours compte l’année ; "
            "365 sont retenus. S’y ajoute une somme forfaitaire de 40 €.",
        ),
        (
            "L'indice passe de 200 à 220, que deviennent les 50 000 € ?",
            "Le prix est révisé selon P1 = P0 × (0,10 + 0,90 × S1 / S0), où S est l'indice. La hausse ne peut excéder 4 % par an.",
            "P1 = 54 500 : P1 = P0 × (0,10 + 0,90 × S1 / S0), avec P0 = 50 000, S1 = 220, S0 = 200. Plafonné à +4 % : 52 000.",
        ),
        (
            "The index goes from 200 to 220, what becomes of £50,000?",
            "Prices follow P1 = P0 × (0.10 + 0.90 × S1 / S0), where S is the index. The rise is of no more than 4%.",
            "P1 = 54,500: P1 = P0 × (0.10 + 0.90 × S1 / S0), with P0 = 50,000, S1 = 220, S0 = 200. Capped at +4%: 52,000.",
        ),
    ],
)
def test_what_a_clause_says_behind_its_formula_or_rate_counts(question: str, quote: str, told: str) -> None:
    found = calculate(read_question(question), [quote])
    assert found is not None
    assert found.told == told
