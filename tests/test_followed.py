from __future__ import annotations

import pytest

from assistant.followed import Followed, clause_alone


def nowhere_else(_part: str) -> bool:
    return False


def followed(root: str, *said: str) -> Followed:
    asked = Followed(root)
    for each in said:
        asked.follow(each, nowhere_else)
    return asked


@pytest.mark.parametrize(
    ("root", "said", "text"),
    [
        ("How fast must they answer a P1?", "and for a P2?", "How fast must they answer a P2?"),
        ("Quelle est la disponibilité du portail ?", "et celle du site ?", "Quelle est la disponibilité du site ?"),
        ("What does clause 23.3 say?", "and the next clause?", "What does clause 23.4 say?"),
        ("What is the availability of tower A?", "and tower B?", "What is the availability of tower B?"),
    ],
)
def test_a_part_takes_the_place_of_its_like(root: str, said: str, text: str) -> None:
    assert followed(root, said).text() == text


def test_a_question_of_its_own_is_asked_of_the_subject_and_the_next_takes_its_place() -> None:
    asked = followed("What is the service credit for SL1?", "is that capped?")
    assert (asked.said(), asked.kept()) == ("is that capped?", "the service credit for SL1")
    asked.follow("who pays it?", nowhere_else)
    assert asked.text() == "who pays it? (the service credit for SL1)"


def test_what_names_another_place_alone_changes_no_words() -> None:
    asked = Followed("What is the cap?")
    asked.follow("and at Acme?", lambda part: "Acme" in part)
    assert asked.text() == "What is the cap?"


@pytest.mark.parametrize(
    ("said", "number"),
    [("what about 23.2?", "23.2"), ("and (c)?", "23.3(c)"), ("and annex 2?", None), ("and at night?", None)],
)
def test_a_clause_that_is_named_alone(said: str, number: str | None) -> None:
    assert clause_alone(said, "What does clause 23.3 say?") == number
    assert clause_alone(said, "What is the cap?") is None
