from __future__ import annotations

import re

import pytest

from assistant.naming.several import Naming, asked_of_each, side_by_side


def namings(text: str) -> list[Naming]:
    return [Naming(*match.span(), match.group()) for match in re.finditer("Acme|Zenith|Curo", text)]


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        ("notice period in Acme and Zenith?", "en", "notice period ?"),
        ("compare Acme and Zenith on liability", "en", "liability"),
        ("Compare the notice period in Acme and Zenith", "en", "the notice period"),
        ("What's the difference between Acme and Zenith on payment?", "en", "payment?"),
        ("Acme vs Zenith: governing law", "en", "governing law"),
        ("liability cap: Acme, Zenith", "en", "liability cap"),
        ("Does Acme's or Zenith's contract renew automatically?", "en", "Does the contract renew automatically?"),
        ("Which law governs the Acme contract and the Zenith contract?", "en", "Which law governs the contract ?"),
        ("In Acme and Zenith, how long do we have to pay?", "en", "how long do we have to pay?"),
        ("préavis chez Acme et chez Zenith ?", "fr", "préavis ?"),
        ("quel délai de paiement dans les contrats Acme, Zenith et Curo ?", "fr", "quel délai de paiement ?"),
        ("compare le plafond de responsabilité d'Acme et de Zenith", "fr", "le plafond de responsabilité"),
        ("différences entre Acme et Zenith sur la durée", "fr", "la durée"),
        ("compare Acme and Zenith", "en", None),
    ],
)
def test_what_is_asked_of_contracts_side_by_side_is_asked_of_each(text: str, language: str, asked: str | None) -> None:
    where = side_by_side(text, namings(text))
    assert where is not None
    assert asked_of_each(text, where, language) == asked


@pytest.mark.parametrize("text", ["Does Acme have to tell Zenith?", "the notice of Acme", "Acme and Acme", "notice"])
def test_names_that_stand_apart_ask_of_no_two_contracts(text: str) -> None:
    assert side_by_side(text, namings(text)) is None


def test_a_long_run_of_names_is_read_at_once() -> None:
    text = "compare " + "Acme and Zenith, " * 200 + " " * 3000 + "on notice"
    where = side_by_side(text, namings(text))
    assert where is not None
    assert asked_of_each(text, where, "en") == "notice"
