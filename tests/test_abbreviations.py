from __future__ import annotations

from assistant.wording.abbreviations import in_full


def test_an_abbreviation_is_told_in_full_in_the_language_of_the_question() -> None:
    assert in_full("What is the RPO for mail?", "en") == "What is the recovery point objective (RPO) for mail?"
    assert in_full("quel rto ?", "fr") == "quel durée maximale d’interruption admissible (rto) ?"


def test_other_letters_are_left_as_they_are() -> None:
    assert in_full("Who prays for the corporation?", "en") == "Who prays for the corporation?"
