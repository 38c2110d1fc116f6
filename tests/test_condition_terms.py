from __future__ import annotations

import pytest

from assistant.wording.condition_terms import condition_terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "It may end due to a Suspension Event or upon\nany Change of Control.",
            ["Suspension Event", "Change of Control"],
        ),
        ("To the extent that it experiences Multiple Failures, a credit is due.", ["Multiple Failures"]),
        ("Upon notice to the Provider the Customer pays the Monthly Fee.", []),
        (
            "En cas de Manquement Grave, ou à la suite d’un Incident Majeur, il résilie.",
            ["Manquement Grave", "Incident Majeur"],
        ),
        ("En cas de retard, le Client paie la Redevance Mensuelle.", []),
    ],
)
def test_names_of_conditions_are_read_by_their_capitals_and_what_stands_before_them(
    text: str, terms: list[str]
) -> None:
    assert condition_terms(text) == terms
