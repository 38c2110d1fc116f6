from __future__ import annotations

from assistant.asked.read_as import read_as


def test_how_a_question_was_read_is_told_in_the_language_of_its_answer() -> None:
    assert read_as("how fast?", "en") == read_as("how fast?", "und") == "Read as: how fast?"
    assert read_as("le délai ?", "fr") == "Compris comme : le délai ?"
