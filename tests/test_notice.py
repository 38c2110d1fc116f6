from __future__ import annotations

from pathlib import Path

import pytest

from assistant.asked.question import Asked, read_question
from assistant.wording.ending import is_at_will
from assistant.wording.notice import asks_at_will, asks_for_notice, gives_notice, purpose, subject_alone
from tests.fake_contracts import Contracts

TERMINATION = (
    "1. Exit",
    "1.1 On notice of termination, and in any case nine (9) months before expiry, the exit period begins.",
    "2. Extension",
    "2.1 The Customer may extend the exit period by three (3) months after termination.",
    "3. Termination",
    "3.1 The Customer may, if control of the Provider changes, terminate on ninety (90) days’ notice that begins with the change.",
    "3.2 The Customer may terminate without cause at any time on not less than one hundred and eighty (180) days’ notice.",
)


@pytest.mark.parametrize(
    "text",
    [
        "on not less than one hundred and eighty (180) days’ notice",
        "by giving notice not less than six (6) months before the end",
        "upon five days prior written notice",
        "notice in writing of at least 60 days",
        "a 30 day\nwritten notice",
        "moyennant un préavis de trois (3) mois",
        "avec un préavis : a) de six (6) mois lorsqu’elle émane du Client",
        "on giving notice: (a) of six months where the Customer ends it",
        "avec un préavis écrit d’au moins trente jours",
        "en prévenant le Prestataire trente (30) jours à l’avance",
    ],
)
def test_a_text_that_says_how_long_notice_is(text: str) -> None:
    assert gives_notice(text)


@pytest.mark.parametrize(
    "text",
    [
        "On notice of termination, and in any case nine (9) months before expiry",
        "and does not remedy it within thirty (30) days of a notice that requires it",
        "as soon as notice has been given, and continues for a maximum period of 3 months",
        "dans les trente jours de la réception du préavis",
        "Le préavis est donné par écrit ; le Contrat dure trois ans.",
    ],
)
def test_another_period_beside_a_notice_is_not_its_length(text: str) -> None:
    assert not gives_notice(text)


@pytest.mark.parametrize(
    ("question", "notice", "at_will"),
    [
        ("notice period for termination", True, True),
        ("How much notice must we give to terminate?", True, True),
        ("Quel préavis pour résilier ?", True, True),
        ("préavis de résiliation", True, True),
        ("how much warning must we give to walk away?", True, True),
        ("combien de temps à l'avance faut-il prévenir pour arrêter le contrat ?", True, True),
        ("How early must they tell us that they will not renew?", True, False),
        ("Quel préavis pour résilier en cas de changement de contrôle ?", True, False),
        ("what notice is needed if they breach?", True, False),
        ("notice period for price changes", True, False),
        ("how long after notice of breach must they act?", False, False),
        ("who receives notices?", False, False),
    ],
)
def test_a_question_asks_for_the_length_of_a_notice(question: str, notice: bool, at_will: bool) -> None:
    assert (asks_for_notice(question), asks_at_will(question)) == (notice, at_will)


def test_what_a_notice_is_wanted_for_is_read() -> None:
    assert purpose("What notice must we give to stop renewal?") == "stop renewal?"
    assert purpose("quel préavis du prestataire pour ne pas reconduire ?") == "ne pas reconduire ?"
    assert purpose("notice period?") == ""


def test_the_kind_of_value_is_no_subject() -> None:
    assert subject_alone("Notice period for termination") == "notice for termination"
    assert subject_alone("le délai de préavis") == "le préavis"
    assert subject_alone("the exit period") == "the exit period"
    assert is_at_will("sans avoir à justifier sa décision")
    assert not is_at_will("for breach")


@pytest.mark.parametrize("topic", ["notice period for termination", "délai de paiement des factures", "payment terms"])
def test_a_topic_that_names_a_period_asks_for_one(topic: str) -> None:
    read = read_question(topic)
    assert read.asked is Asked.PERIOD
    assert "day" in read.units
    assert read_question("The payment terms are in which clause?").asked is not Asked.PERIOD


@pytest.mark.parametrize("question", ["notice period for termination", "How much notice must be given to terminate?"])
def test_the_clause_that_says_how_long_stands_before_one_that_speaks_of_notice(tmp_path: Path, question: str) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *TERMINATION)
        answer = contracts.assistant().ask(question, "Acme")
        assert answer.statements[0].text.startswith("3.2")
        assert "9 months" not in answer.statements[0].lead


def test_a_period_of_something_else_is_never_told_as_the_notice(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *TERMINATION[:2])
        answer = contracts.assistant(absent_below=0.0).ask("notice period for termination", "Acme")
        assert not any(statement.lead for statement in answer.statements)
