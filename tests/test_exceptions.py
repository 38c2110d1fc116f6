from __future__ import annotations

import pytest

from assistant.proof.exceptions import exception_kept, limit_kept

RULE = "The Provider shall inform no one, unless the law obliges it to."
FIRM = "The Provider shall inform no one."


@pytest.mark.parametrize(
    ("sentence", "source", "kept"),
    [
        ("The Provider informs no one, except where the law obliges it.", RULE, True),
        ("Le Prestataire n'informe personne, sauf si la loi l'y oblige.", RULE, True),
        ("The Provider informs someone only if the law obliges it.", RULE, True),
        ("The Provider informs no one.", RULE, False),
        ("The Provider informs no one, unless asked.", FIRM, False),
        ("The Provider informs no one.", FIRM, True),
        ("All is accepted, the plan included.", "All is accepted, except the plan.", False),
        (
            "Each party always bears its costs.",
            "Each party bears its costs. However, the Provider repays them after a breach.",
            False,
        ),
        ("Each party always bears its costs.", "Each party bears its costs.", True),
    ],
)
def test_exceptions_are_neither_dropped_nor_made_up(sentence: str, source: str, kept: bool) -> None:
    nearest = source.split(". ")[0]
    assert exception_kept(sentence, nearest, source) is kept


@pytest.mark.parametrize(
    ("sentence", "source", "kept"),
    [
        ("All help is free.", "The first 60 person-days are free.", False),
        ("The first 60 person-days are free.", "The first 60 person-days are free.", True),
        ("Days are carried over without limit.", "Days are carried over, up to forty.", False),
        ("All help is free.", "All help is free up to a point.", True),
        ("Help is free.", "The first 60 person-days are free.", True),
    ],
)
def test_all_is_not_said_of_what_is_limited(sentence: str, source: str, kept: bool) -> None:
    assert limit_kept(sentence, source) is kept


@pytest.mark.parametrize(
    ("sentence", "source", "kept"),
    [
        ("All alarms are handled.", "At night, only critical alarms are handled.", False),
        ("All critical alarms are handled.", "At night, only critical alarms are handled.", True),
        ("Critical alarms are handled.", "At night, only critical alarms are handled.", True),
        ("Toutes les alarmes sont traitées.", "La nuit, seules les alarmes critiques sont traitées.", False),
        ("Toutes les alarmes critiques sont traitées.", "La nuit, seules les alarmes critiques sont traitées.", True),
    ],
)
def test_all_is_not_said_of_what_only_some_are(sentence: str, source: str, kept: bool) -> None:
    assert limit_kept(sentence, source) is kept


def test_an_exception_in_a_relative_clause_does_not_bear_on_the_rest() -> None:
    source = "A dispute may go to an expert, whose decision is final save for manifest error."
    assert exception_kept("A dispute may go to an expert.", source, source)


def test_what_is_included_must_be_included_in_the_source() -> None:
    assert not exception_kept(
        "Invoices, those of projects included, are due.", "Invoices are due.", "Invoices are due."
    )


def test_without_exception_is_no_exception() -> None:
    source = "Only the highest is given, except that two are added."
    assert not exception_kept("Only the highest is given, without exception.", source, source)
