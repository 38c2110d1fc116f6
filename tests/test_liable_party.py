from __future__ import annotations

import pytest

from assistant.retrieval.liable_party import is_on_the_one_asked
from assistant.wording.trade_sides import TradeSide, side_of

OURS = "THE COMPANY'S MAXIMUM LIABILITY TO THE CONTRACTOR IS LIMITED TO THE FEES PAID."
THEIRS = "THE CONTRACTOR'S MAXIMUM LIABILITY TO THE COMPANY IS LIMITED TO $50,000."
LEURS = "La responsabilité totale du Prestataire est limitée à 50 000 €."
NOTRES = "La responsabilité totale du Client est limitée à 10 000 €."


@pytest.mark.parametrize(
    "question",
    [
        "what's the max they owe us if they mess up?",
        "What is the Contractor's liability cap?",
        "the most the contractor can be made to pay us?",
        "plafond de responsabilité du prestataire ?",
        "quel est leur plafond de responsabilité ?",
    ],
)
def test_a_cap_on_the_party_that_performs(question: str) -> None:
    assert is_on_the_one_asked(question, THEIRS, "en") is True
    assert is_on_the_one_asked(question, OURS, "en") is False
    assert is_on_the_one_asked(question, LEURS, "fr") is True
    assert is_on_the_one_asked(question, NOTRES, "fr") is False


@pytest.mark.parametrize(
    "question",
    ["the most we can be made to pay them?", "our liability cap?", "quel est notre plafond de responsabilité ?"],
)
def test_a_cap_on_the_party_that_is_served(question: str) -> None:
    assert is_on_the_one_asked(question, OURS, "en") is True
    assert is_on_the_one_asked(question, THEIRS, "en") is False
    assert is_on_the_one_asked(question, NOTRES, "fr") is True


def test_a_name_is_asked_about_as_it_stands() -> None:
    assert is_on_the_one_asked(
        "What is Zenith's liability cap?", "Zenith’s entire liability shall not exceed £5.", "en"
    )
    assert (
        is_on_the_one_asked("What is Zenith's liability cap?", "Acme’s entire liability shall not exceed £5.", "en")
        is False
    )


def test_where_either_does_not_say_whose_nothing_is_told() -> None:
    assert is_on_the_one_asked("What is the liability cap?", THEIRS, "en") is None
    assert is_on_the_one_asked("the max they owe us?", "Neither party's liability exceeds the fees.", "en") is None
    assert is_on_the_one_asked("the max they owe us?", "The liability is capped.", "en") is None


def test_the_sides_of_a_trade() -> None:
    assert side_of("Contractor") is side_of("prestataire") is TradeSide.SUPPLIER
    assert side_of("clients") is side_of("Licensee") is TradeSide.CUSTOMER
    assert side_of("company") is side_of("Zenith") is None
