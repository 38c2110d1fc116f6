from __future__ import annotations

import pytest

from assistant.wording.near_miss import near_miss, neighbours, only_near, without_neighbour


@pytest.mark.parametrize(
    ("question", "quote", "given"),
    [
        ("How fast must they fix a P1?", "Response time for a P1: 20 minutes.", "a response time"),
        ("When do they get back to us?", "A P1 is resolved within 4 hours.", "a time to fix"),
        ("Combien de temps pour résoudre un P2 ?", "Délai de prise en charge : 30 minutes", "a response time"),
        (
            "Quel est le délai de prise en charge ?",
            "La correction d'un défaut contourné par contournement intervient sous dix jours.",
            "a time to fix",
        ),
        (
            "What notice to end it without cause?",
            "On a material breach, thirty days' notice.",
            "a termination for breach",
        ),
        (
            "How fast do they answer at night?",
            "A P2 is answered in 2 hours during Service Hours.",
            "a figure for working hours",
        ),
        ("How long is the renewal?", "The initial term is three years.", "the initial term"),
    ],
)
def test_a_neighbour_is_told_from_what_was_asked(question: str, quote: str, given: str) -> None:
    found = near_miss(question, quote)
    assert found is not None
    assert found[0].english == given


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How fast must they fix a P1?", "Response 20 minutes, resolution 4 hours."),
        ("How fast must they fix a P1?", "A P1 is restored within 4 hours."),
        ("Who pays?", "Response time: 20 minutes."),
        (
            "Quel est le délai de prise en charge ?",
            "Le technicien chargé du rétablissement y intervient sous 2 heures.",
        ),
        ("What does the night cost?", "Work outside Service Hours costs €140 an hour."),
        ("How fast do they answer at night?", "P1: 15 minutes, 24 x 7. P2: 2 hours in Service Hours."),
    ],
)
def test_what_was_asked_for_is_no_near_miss(question: str, quote: str) -> None:
    assert near_miss(question, quote) is None


@pytest.mark.parametrize(
    ("question", "quote", "given"),
    [
        ("What is the hourly rate of a developer?", "Developer: day rate £640", "one by the day"),
        ("Quel est le tarif horaire ?", "Taux journaliers : 640 €", "one by the day"),
        ("What does a consultant cost per day?", "Consultants cost €90 per hour.", "a figure by the hour"),
    ],
)
def test_a_rate_by_the_hour_is_none_by_the_day(question: str, quote: str, given: str) -> None:
    found = near_miss(question, quote)
    assert found is not None
    assert found[0].english == given


@pytest.mark.parametrize(
    "quote",
    [
        "P4\tHeures Ouvrées\tHeures Non Ouvrées",
        "Working Hours\tNight and Weekend Hours",
        "Open at all hours, not only in business hours",
    ],
)
def test_what_gives_the_nights_as_well_is_no_near_miss(quote: str) -> None:
    assert not only_near(neighbours("How fast do they answer at night?"), quote)


def test_without_a_neighbour_in_the_question_nothing_only_comes_near() -> None:
    assert neighbours("Who pays?") == ()
    assert not only_near((), "Response time: 20 minutes.")
    assert only_near(neighbours("How fast is it fixed?"), "Response time: 20 minutes.")


@pytest.mark.parametrize(
    ("earlier", "said", "left"),
    [
        ("How fast must they respond to a P1?", "the resolution time", "How fast must they … to a P1?"),
        ("délai de rétablissement …, déjà réparé ?", "la prise en charge", "délai de … …, déjà … ?"),
        ("œuvre réparée ?", "et le délai de réponse ?", "œuvre … ?"),
    ],
)
def test_the_neighbour_that_was_asked_for_before_is_left_out(earlier: str, said: str, left: str) -> None:
    assert without_neighbour(earlier, said) == left


@pytest.mark.parametrize("said", ["the response time", "response and resolution", "on Sundays?", "who pays?"])
def test_nothing_is_left_out_where_no_neighbour_is_turned_to(said: str) -> None:
    assert without_neighbour("How fast must they respond to a P1?", said) is None
