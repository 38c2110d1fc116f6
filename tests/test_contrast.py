from __future__ import annotations

import pytest

from assistant.proof.contrast import frequencies_held, hastened, names_period, outlasts, times_kept, turned
from assistant.proof.overlap import language_of, relatives
from assistant.wording.lexicon import Lexicon


def turned_here(sentence: str, source: str) -> bool:
    same = relatives(sentence, source, Lexicon.load())
    return turned(sentence, source, same, language_of(sentence), language_of(source))


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("six months after the end", "six months before the end"),
        ("30 days from issue", "30 days of receiving it"),
        ("silence counts as acceptance", "Le silence vaut refus."),
        ("avant la livraison", "after delivery"),
    ],
)
def test_one_opposite_for_the_other_is_noticed(sentence: str, source: str) -> None:
    assert turned_here(sentence, source)


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("six months before the end", "no less than six months before expiry"),
        ("paid after receipt", "paid after issue and receipt"),
        ("the fee is due", "the fee is due before delivery"),
    ],
)
def test_what_the_source_says_too_is_no_opposite(sentence: str, source: str) -> None:
    assert not turned_here(sentence, source)


@pytest.mark.parametrize(
    ("sentence", "source", "held"),
    [
        ("a report each month", "a monthly report", True),
        ("a report each month", "un rapport mensuel", True),
        ("a report each month", "a yearly report", False),
        ("a report each month", "a yearly report, kept for three (3) months", False),
        ("an audit per year", "un audit par an", True),
        ("an audit per year", "an audit each week", False),
        ("une enquête semestrielle", "a survey every six months", True),
        ("a daily copy", "one copy each week", False),
        ("the copy is kept", "one copy each week", True),
    ],
)
def test_how_often_must_be_named_by_the_source(sentence: str, source: str, held: bool) -> None:
    assert frequencies_held(sentence, source) is held


def test_periods_are_named_in_either_language() -> None:
    assert names_period("month", "chaque mois")
    assert not names_period("month", "chaque semaine")
    assert not names_period("percent", "chaque mois")


def test_haste_and_the_whole_term_are_not_made_up() -> None:
    assert hastened("It must stop at once.", "It stops after a month.")
    assert not hastened("It must stop at once.", "Elle cesse immédiatement.")
    assert outlasts("capped for the whole term", "capped in each year")
    assert not outlasts("capped for the whole term", "plafonnée pour toute la durée du contrat")


def test_opposites_about_other_words_are_none() -> None:
    assert not turned_here("The fee is due before delivery.", "The user is trained after joining.")
    assert not turned_here("The excess is lost.", "The excess is not carried forward.")


@pytest.mark.parametrize(
    ("sentence", "source", "kept"),
    [
        ("tested once a year", "deux par an", False),
        ("tested twice a year", "Deux par an", True),
        ("at least once in each Contract Year", "une (1) fois par an", True),
        ("tested yearly", "Deux par an", True),  # another check's: how often, not how many times
    ],
)
def test_how_many_times_a_period_is_as_in_the_source(sentence: str, source: str, kept: bool) -> None:
    assert times_kept(sentence, source) is kept
