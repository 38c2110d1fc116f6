from __future__ import annotations

import pytest

from assistant.wording.spelling import mended


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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("the subprocessor list", "the sub-processor list"),
        ("soustraitant", "sous-traitant"),
        ("cloudthing", "cloudthing"),
    ],
)
def test_two_words_of_the_contracts_typed_together_are_parted(typed: str, meant: str) -> None:
    known = {"sub", "processor", "sous", "traitant", "cloud", "the", "list"}
    assert mended(typed, "fr" if "sous" in typed else "en", known.__contains__) == meant


def test_what_may_be_parted_in_two_ways_is_left() -> None:
    assert mended("therapistsable", "en", {"the", "rapistsable", "therapists", "able"}.__contains__) == "therapistsable"
