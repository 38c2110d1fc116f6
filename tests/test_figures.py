from __future__ import annotations

import pytest

from assistant.figures import Figure, figures, quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thirty (30) days", {Figure(30, "day")}),
        ("un délai de quinze (15) jours", {Figure(15, "day")}),
        ("forty-five minutes", {Figure(45, "minute")}),
        ("one hundred and twenty days", {Figure(120, "day")}),
        ("quatre-vingt-dix-sept jours", {Figure(97, "day")}),
        ("soixante et onze heures", {Figure(71, "hour")}),
        ("deux cent cinquante euros", {Figure(250, "euro")}),
        ("99,95 %", {Figure(99.95, "percent")}),
        ("99.95 per cent", {Figure(99.95, "percent")}),
        ("1 500 000 euros", {Figure(1_500_000, "euro")}),
        ("EUR 1,500.50", {Figure(1500.5, "euro")}),
        ("$2 million", {Figure(2_000_000, "dollar")}),
        ("2 millions d'euros", {Figure(2_000_000, "euro")}),
        ("0.125%", {Figure(0.125, "percent")}),
        ("24h/24", {Figure(24, "hour"), Figure(24, "")}),
        ("dated 12.05.2024, clause 8.2.1", set()),
        ("one of the parties", set()),
        ("un mois", {Figure(1, "month")}),
    ],
)
def test_figures_in_digits_and_in_words(text: str, expected: set[Figure]) -> None:
    assert figures(text) == expected


def test_neighbouring_numbers_are_not_run_together() -> None:
    assert figures("In 2024, 30 days") == {Figure(2024, ""), Figure(30, "day")}
    assert {f.value for f in figures("5, 10 and 15 days")} == {5, 10, 15}
    assert {f.value for f in figures("P1 400 calls")} == {1, 400}


@pytest.mark.parametrize("text", ["5 business days", "five (5) working days", "5 jours ouvrés", "5 jours ouvrables"])
def test_business_days_are_not_calendar_days(text: str) -> None:
    assert figures(text) == {Figure(5, "day", business=True)}
    assert figures(text) != figures("5 days")


def test_a_unit_in_the_next_sentence_is_not_the_figures_own() -> None:
    assert Figure(4, "day") not in figures("See 4. Days are counted from Monday.")


def test_clause_numbers_are_no_quantities() -> None:
    assert quantities("(a) as set out in clause 8.2, within 4 hours") == {Figure(4, "hour")}
