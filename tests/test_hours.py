from __future__ import annotations

import pytest

from assistant.values.hours import names_hours, spans_of_hours, tells_hours


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("and at night?", "at night"),
        ("what about on Sundays?", "on Sundays"),
        ("P1 at 2 am", "at 2 am"),
        ("can we call at 23:30?", "at 23:30"),
        ("who answers in the middle of the night?", "in the middle of the night"),
        ("outside business hours?", "outside business hours"),
        ("et la nuit ?", "la nuit"),
        ("et le week-end ?", "le week-end"),
        ("pendant les heures ouvrées", "pendant les heures ouvrées"),
        ("un P1 à 3 h du matin ?", "à 3 h du matin"),
        ("et à 22 h 30 ?", "à 22 h 30"),
        ("les jours fériés ?", "les jours fériés"),
    ],
)
def test_hours_are_found_where_they_stand(text: str, words: str) -> None:
    assert [text[start:end].strip() for start, end in spans_of_hours(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "within 4 hours?",
        "en 2 heures ?",
        "a P1 that takes 3 h",
        "3.1 Fees",
        "how many days?",
        "combien de jours ?",
        "8.2",
    ],
)
def test_a_period_is_no_hour_of_the_day(text: str) -> None:
    assert not names_hours(text)


@pytest.mark.parametrize(
    "text",
    [
        "Support is offered 24 x 7.",
        "Open at all hours, every day.",
        "from 06:00 to 22:30 on Business Days and on Saturdays",
        "assuré 24h/24 et 7j/7",
        "Priorité\tHeures Ouvrées\tHeures Non Ouvrées",
        "de 8 h à 18 h",
        "une astreinte est joignable",
    ],
)
def test_words_of_a_contract_tell_hours(text: str) -> None:
    assert tells_hours(text)


@pytest.mark.parametrize(
    "text", ["within four (4) hours", "P1\t15 minutes\t20 minutes", "dans un délai de 8 heures", "99.95%"]
)
def test_periods_of_a_contract_tell_none(text: str) -> None:
    assert not tells_hours(text)
