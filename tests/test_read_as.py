from __future__ import annotations

from assistant.asked.read_as import names_too, read_as


def test_how_a_question_was_read_is_told_in_the_language_of_its_answer() -> None:
    assert read_as("how fast?", "en") == read_as("how fast?", "und") == "Read as: how fast?"
    assert read_as("le délai ?", "fr") == "Compris comme : le délai ?"


def test_that_a_question_names_another_contract_than_the_one_that_answers_is_told_in_both_languages() -> None:
    english = "The question names Bolt, Zenith; this answers for Acme, which is chosen."
    assert names_too(["Bolt", "Zenith"], "Acme", "en") == names_too(["Bolt", "Zenith"], "Acme", "und") == english
    assert names_too(["Bolt"], "Acme", "fr") == "La question nomme Bolt ; cette réponse vaut pour Acme, qui est choisi."
