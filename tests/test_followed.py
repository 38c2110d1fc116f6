from __future__ import annotations

import pytest

from assistant.asked.followed import Followed, clause_alone


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


@pytest.mark.parametrize(
    ("root", "said", "text"),
    [
        ("What must the carrier insure?", "and the shipper?", "What must the shipper insure?"),
        (
            "How early may the lessor end the lease?",
            "what about the lessee?",
            "How early may the lessee end the lease?",
        ),
        ("When must we report a theft?", "and the auditor?", "When must the auditor report a theft?"),
        ("Le bailleur peut-il vendre ?", "et l'exploitant ?", "Le bailleur peut-il vendre ? et l'exploitant ?"),
        ("Le fournisseur peut-il céder le lot ?", "et la banque ?", "la banque peut-elle céder le lot ?"),
        ("Quel est le préavis du fournisseur ?", "et de la banque ?", "Quel est le préavis de la banque ?"),
        ("Que doit la banque au garant ?", "et le transporteur ?", "Que doit le transporteur au garant ?"),
        ("Quelle est la garantie du transporteur ?", "et pour l'assureur ?", "Quelle est la garantie de l'assureur ?"),
        # what is no party is no one's place, and a party that is named already takes none
        ("What must the carrier insure?", "and the warehouse?", "What must the carrier insure? and the warehouse?"),
        (
            "What must the carrier tell the shipper?",
            "and the shipper?",
            "What must the carrier tell the shipper? and the shipper?",
        ),
    ],
)
def test_another_party_takes_the_place_of_the_one_that_was_asked_about(root: str, said: str, text: str) -> None:
    assert followed(root, said).text() == text


def test_another_party_is_asked_of_in_the_last_question_that_names_one() -> None:
    asked = followed("How is the ship repaired?", "must the carrier pay for it?", "and the shipper?")
    assert asked.said() == "must the shipper pay for it?"
    asked.follow("and the insurer?", nowhere_else)
    assert asked.said() == "must the insurer pay for it?"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (
            ("A P3 is fixed how fast?", "and at night?", "what penalty if it is late?", "is that capped?"),
            "is that capped? (penalty if it is late, A P3 is fixed)",
        ),
        (
            (
                "Une P3 est réparée en combien de temps ?",
                "et la nuit ?",
                "quelle pénalité sinon ?",
                "est-ce plafonné ?",
            ),
            "est-ce plafonné ? (pénalité sinon, Une P3 est réparée)",
        ),
        (
            ("Who repairs the crane?", "what is the fee?", "is there a maximum?", "by how much?"),
            "by how much? (a maximum, the fee, repairs the crane)",
        ),
        # a limit that is asked of no sum is one of what was asked about at first
        (("How long are logs kept?", "who reads them?", "is that limited?"), "is that limited? (logs kept)"),
    ],
)
def test_a_limit_is_asked_of_the_sum_before_it(said: tuple[str, ...], text: str) -> None:
    assert followed(*said).text() == text
