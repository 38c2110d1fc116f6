from __future__ import annotations

import pytest

from assistant.near_miss import near_miss


@pytest.mark.parametrize(
    ("question", "quote", "given"),
    [
        ("How fast must they fix a P1?", "Response time for a P1: 20 minutes.", "a response time"),
        ("When do they get back to us?", "A P1 is resolved within 4 hours.", "a time to fix"),
        ("Combien de temps pour résoudre un P2 ?", "Délai de prise en charge : 30 minutes", "a response time"),
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
        ("What does the night cost?", "Work outside Service Hours costs €140 an hour."),
        ("How fast do they answer at night?", "P1: 15 minutes, 24 x 7. P2: 2 hours in Service Hours."),
    ],
)
def test_what_was_asked_for_is_no_near_miss(question: str, quote: str) -> None:
    assert near_miss(question, quote) is None
