from __future__ import annotations

import pytest

from assistant.wording.spoken_language import language_in_talk, spoken_language


@pytest.mark.parametrize(
    "text",
    [
        "preavis ?",
        "resiliation",
        "TVA",
        "sous traitants",
        "penalites de retard",
        "delai intervention P1",
        "prix",
        "Que doit-on payer ?",
    ],
)
def test_french_is_known_without_accents_and_function_words(text: str) -> None:
    assert spoken_language(text) == "fr"


@pytest.mark.parametrize(
    "text", ["notice?", "late fees", "uptime", "liability cap", "P1", "SLA", "force majeure", "What is due?", "???"]
)
def test_what_is_no_french_is_english(text: str) -> None:
    assert spoken_language(text) == "en"


def test_in_a_conversation_what_does_not_tell_is_in_the_language_of_what_was_said_last() -> None:
    assert language_in_talk("P2 ?", ["Quel est le délai d'un P1 ?"]) == "fr"
    assert language_in_talk("P2 ?", ["Quel est le délai d'un P1 ?", "and at night?"]) == "en"
    assert language_in_talk("and at night?", ["Quel est le délai d'un P1 ?"]) == "en"
    assert language_in_talk("P2 ?", []) == "en"
