from __future__ import annotations

import pytest

from assistant.proof.overlap import akin, coverage, language_of, relatives, share_taken
from assistant.wording.lexicon import Lexicon

LEXICON = Lexicon.load()


def test_words_of_one_family_are_relatives() -> None:
    assert relatives("It is received.", "On receipt.", LEXICON)["receiv"] == {"receipt"}
    assert relatives("Le contrat est reçu.", "The agreement.", LEXICON)["contrat"]


def test_numbers_units_and_dates_are_no_content() -> None:
    assert set(relatives("Thirty business days of notice from 1 May 2024", "notice", LEXICON)) == {"notic"}


def test_of_a_word_that_cannot_be_translated_nothing_is_known() -> None:
    assert "zworp" not in relatives("Le zworp du contrat est dans la clause", "The agreement is here.", LEXICON)
    assert relatives("The zworp of the agreement", "The agreement is here.", LEXICON)["zworp"] == frozenset()


def test_coverage_is_the_share_of_words_that_the_source_holds() -> None:
    assert coverage("the red fee", "the fee", LEXICON) == 0.5
    assert coverage("4", "the fee", LEXICON) == 1.0


def test_stems_that_begin_alike_are_akin() -> None:
    assert akin("mutuell", "mutuel")
    assert not akin("pay", "payment")
    assert not akin("notice", "notify"[:4])


def test_the_share_taken_counts_the_same_words_only() -> None:
    assert share_taken("The fee is due in 30 days.", "The fee is due.") == 1.0
    assert share_taken("The price is due.", "The fee is due.") == 0.5
    assert share_taken("30", "The fee is due.") == 0.0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Taux journalier\tHeures ouvrées\tForfait mensuel", "fr"),
        ("Daily rate\tBusiness hours\tMonthly fee", "en"),
        ("P1\t4\t8", "en"),
        ("Le prix est ferme.", "fr"),
    ],
)
def test_the_head_of_a_table_is_in_the_language_of_its_words(text: str, language: str) -> None:
    assert language_of(text) == language
