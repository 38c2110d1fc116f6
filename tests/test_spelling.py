from __future__ import annotations

import pytest

from assistant.spelling import mended


def nothing(_: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("liabilty cap", "en", "liability cap"),
        ("the notise period", "en", "the notice period"),
        ("terminaton", "en", "termination"),
        ("warrenty?", "en", "warranty?"),
        ("résilliation", "fr", "resiliation"),
        ("quelle disponibilitée", "fr", "quelle disponibilite"),
    ],
)
def test_a_slip_is_mended(typed: str, language: str, meant: str) -> None:
    assert mended(typed, language, nothing) == meant


@pytest.mark.parametrize(
    "text", ["Kubernetes", "termination", "feess", "l'avenant", "Brackenholt", "counterparty", "P1 99.95%"]
)
def test_other_words_are_left_alone(text: str) -> None:
    assert mended(text, "en", nothing) == text


def test_a_word_that_the_contracts_hold_is_no_slip() -> None:
    assert mended("the terminaton", "en", lambda word: word == "terminaton") == "the terminaton"
