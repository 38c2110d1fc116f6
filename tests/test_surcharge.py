from __future__ import annotations

import pytest

from assistant.calculation.surcharge import surcharged
from assistant.values.figures import Figure
from assistant.values.week import asked_half_hours

DEFINED = {
    "Working Hours": "“Working Hours” means 08:00 to 18:00 on a Business Day.",
    "Evening Hours": "“Evening Hours” means 18:00 to 22:00 on a Business Day.",
    "Night Hours": "“Night Hours” means all hours that are neither Working Hours nor Evening Hours.",
    "Heures Ouvrées": "« Heures Ouvrées » : de 8 h à 18 h, du lundi au vendredi.",
    "Heures Non Ouvrées": "« Heures Non Ouvrées » : toutes les autres heures.",
}
TIMES = "2.1 Work outside Working Hours is charged at 1.2 times the rate in Evening Hours and at 1.75 times it in Night Hours."
MAJORE = "Hors Heures Ouvrées, le tarif est majoré de 50 % en Heures Non Ouvrées."
RATE = Figure(400.0, "pound")


@pytest.mark.parametrize(
    ("sentence", "question", "language", "told"),
    [
        (TIMES, "on a Saturday", "en", "£700: £400 × 1.75, Night Hours."),
        (TIMES, "on Tuesday at 8 pm", "en", "£480: £400 × 1.2, Evening Hours."),
        (TIMES, "on Tuesday at 10 am", "en", ""),  # no factor is for these
        (TIMES, "one day", "en", ""),
        (MAJORE, "le dimanche", "fr", "600 £ : 400 £ × 1,5, Heures Non Ouvrées."),
        ("Work on Sundays is charged at 1.5 times the rate, at 2 times it for directors.", "on a Sunday", "en", ""),
        ("Work at night is charged extra.", "at night", "en", ""),
    ],
)
def test_a_rate_is_raised_only_by_the_factor_that_is_surely_for_the_hours(
    sentence: str, question: str, language: str, told: str
) -> None:
    assert surcharged(RATE, sentence, asked_half_hours(question), DEFINED.get, language) == told
    assert surcharged(Figure(4.0, "hour"), sentence, asked_half_hours(question), DEFINED.get, language) == ""
