from __future__ import annotations

import pytest

from assistant.wording.actors import read_deeds


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The Provider notifies the Customer.", "en", {"notifi": {"provid"}}),
        ("Brackwater may pay; Torrance pays.", "en", {"pay": {"brackwater", "torrance"}}),
        ("Only the customer decides.", "en", {"decid": {"custom"}}),
        ("La décision est prise par le Client.", "fr", {"pris": {"client"}, "decis": {"client"}}),
        ("Torrance has twenty days to check it.", "en", {"check": {"torrance"}}),
        ("If Torrance finds a fault, it shall correct it.", "en", {"find": {"torrance"}, "correct": {"torrance"}}),
        ("the liability of the Provider ends", "en", {}),
        ("The fee is due.", "en", {}),
    ],
)
def test_the_party_before_a_verb_or_after_by_does_it(text: str, language: str, expected: dict[str, set[str]]) -> None:
    assert read_deeds(text, language).done == expected


def test_a_deed_that_is_denied_stands_apart() -> None:
    deeds = read_deeds("Le Prestataire ne peut suspendre le Service.", "fr")
    assert (deeds.done, deeds.denied) == ({}, {"suspendr": {"prestatair"}})


def test_what_is_a_partys_own() -> None:
    assert read_deeds("Torrance's delay", "en").owned == {"delay": {"torrance"}}
    assert read_deeds("sur proposition du Prestataire", "fr").owned == {"proposit": {"prestatair"}}


def test_to_whom_it_is_done() -> None:
    assert read_deeds("Someone shall report progress to Torrance.", "en").suffered["progress"] == {"torrance"}


def test_a_pronoun_that_may_stand_for_two_stands_for_none() -> None:
    assert "correct" not in read_deeds("Torrance tells Brackwater's user that it shall correct it.", "en").done
