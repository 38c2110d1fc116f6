from __future__ import annotations

import pytest

from assistant.values.figures import Figure, figures
from assistant.values.spoken_figure import spoken


@pytest.mark.parametrize(
    ("figure", "english", "french"),
    [
        (Figure(30, "day"), "30 days", "30 jours"),
        (Figure(1, "month"), "1 month", "1 mois"),
        (Figure(10, "business day"), "10 business days", "10 jours ouvrés"),
        (Figure(7500, "pound"), "£7,500", "7 500 £"),
        (Figure(1250.5, "euro"), "€1,250.50", "1 250,50 €"),
        (Figure(99.95, "percent"), "99.95%", "99,95 %"),
    ],
)
def test_a_figure_is_said_in_the_readers_language(figure: Figure, english: str, french: str) -> None:
    assert spoken(figure, "en") == english
    assert spoken(figure, "fr") == french


@pytest.mark.parametrize("text", ["30 days", "10 business days", "£7,500", "99.95%", "12 months", "2 hours"])
def test_what_is_said_is_the_figure_that_was_read(text: str) -> None:
    (figure,) = figures(text)
    assert figures(spoken(figure, "en") or "") == figures(spoken(figure, "fr") or "") == {figure}


def test_a_number_of_something_else_is_not_said() -> None:
    assert spoken(Figure(3, ""), "en") is None
