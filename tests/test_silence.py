from __future__ import annotations

import pytest

from assistant.answer import Abstention
from assistant.answering.silence import briefly, empty_library, silence

SILENCES = [kind for kind in Abstention if kind is not Abstention.SMALL_TALK]  # which has its replies


@pytest.mark.parametrize("kind", SILENCES)
def test_every_silence_has_words_of_its_own_in_both_languages(kind: Abstention) -> None:
    english, french = silence(kind, "en"), silence(kind, "fr")
    assert english != french
    assert "{" not in english + french


def test_the_nearest_clauses_are_named_once_each_and_in_order() -> None:
    said = silence(Abstention.ABSENT, "en", ["sla, 2 Fees, p. 1", "exit, 3 Term, p. 2", "sla, 2 Fees, p. 1"])
    assert "sla, 2 Fees, p. 1; exit, 3 Term, p. 2." in said


def test_without_near_clauses_none_are_spoken_of() -> None:
    assert "nearest" not in silence(Abstention.ABSENT, "en")
    assert "proche" not in silence(Abstention.LEGAL_ADVICE, "fr")


def test_five_contracts_are_named_and_the_rest_hinted_at() -> None:
    names = [f"Contract {n}" for n in range(1, 8)]
    said = silence(Abstention.AMBIGUOUS, "en", contracts=names)
    assert "Contract 5 …" in said
    assert "Contract 6" not in said


def test_braces_in_names_stay_text() -> None:
    assert "{contracts}" in silence(Abstention.AMBIGUOUS, "en", contracts=["{contracts}", "{0}"])


def test_an_empty_library_says_how_to_fill_it() -> None:
    assert "clausier ingest" in empty_library("en")
    assert "clausier ingest" in empty_library("fr")


@pytest.mark.parametrize("kind", SILENCES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_briefly_it_names_no_clause_and_says_the_rest(kind: Abstention, language: str) -> None:
    said = silence(kind, language, ["sla, 2 Fees, p. 1"], ["Acme"], "None of the clauses found gives a sum.")
    assert briefly(said) == silence(kind, language, (), ["Acme"], "None of the clauses found gives a sum.")


def test_what_is_said_instead_takes_the_place_of_what_would_not_be_so() -> None:
    said = silence(Abstention.ABSENT, "en", ["sla, 2 Fees, p. 1"], instead="The figure is blacked out.")
    assert said == "The figure is blacked out. The nearest clauses are sla, 2 Fees, p. 1."
