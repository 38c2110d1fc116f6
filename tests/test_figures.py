from __future__ import annotations

import pytest

from assistant.values.figures import Figure, figures, holds


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
        ("dated 12.05.2024, clause 8.2.1", {Figure(12, "date 5"), Figure(2024, "")}),
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
    assert figures(text) == {Figure(5, "business day")}
    assert figures(text) != figures("5 days")


def test_a_unit_in_the_next_sentence_is_not_the_figures_own() -> None:
    assert Figure(4, "day") not in figures("See 4. Days are counted from Monday.")


def test_clause_numbers_are_no_quantities() -> None:
    assert figures("(a) as set out in clauses 8.2, 8.3 and 9.1(a), within 4 hours") == {Figure(4, "hour")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dix-huit (18) mois", {Figure(18, "month")}),
        ("cent quatre-vingts téraoctets", {Figure(180, "")}),
        ("soixante-quinze mille euros", {Figure(75_000, "euro")}),
        ("deux millions cinq cent mille euros", {Figure(2_500_000, "euro")}),
        ("cinq millions (5 000 000) d’euros", {Figure(5_000_000, "euro")}),
        ("deux virgule huit pour cent (2,8 %)", {Figure(2.8, "percent")}),
        ("three and a half per cent", {Figure(3.5, "percent")}),
        ("trois jours-homme", {Figure(3, "person day")}),
        ("sixty person-hours", {Figure(60, "person hour")}),
        ("7 and a half hours", {Figure(7.5, "hour")}),
        ("two weeks and a half", {Figure(2.5, "week")}),
        ("trois heures et demie", {Figure(3.5, "hour")}),
        ("un an et demi", {Figure(1.5, "year")}),
        ("every half an hour", {Figure(30, "minute")}),
        ("0.5 percentage points", {Figure(0.5, "point")}),
        ("twice the rate", {Figure(2, "")}),
        ("from 06:00 to 22:30", {Figure(6, "hour"), Figure(22.5, "hour")}),
        ("entre 19 h 30 et 22 h", {Figure(19.5, "hour"), Figure(22, "hour")}),
        ("at 6 p.m. on Tuesdays", {Figure(18, "hour"), Figure(2, "weekday")}),
        ("le 1er avril 2026", {Figure(1, "date 4"), Figure(2026, "")}),
        ("on May 15, 2023", {Figure(15, "date 5"), Figure(2023, "")}),
    ],
)
def test_further_forms_of_numbers_days_and_times(text: str, expected: set[Figure]) -> None:
    assert figures(text) == expected


def test_an_equal_figure_bears_one_out() -> None:
    held = figures("30 minutes, 12 months, 50%, five (5) Business Days")
    assert all(holds(held, figure) for figure in figures("half an hour, one year, a half, 5 jours ouvrés"))
    assert not any(holds(held, figure) for figure in figures("30 hours, 12 weeks, 5 days, 5 calendar days"))
