from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.proof.translated import are_translations
from ingest.document import Document, Span
from ingest.record import DocumentRecord
from tests.fake_contracts import Contracts, read_lines

ENGLISH = ("1. Claims", "A claim is made within thirty (30) days.", "2. Cap", "Credits do not exceed 10%.")
FRENCH = (
    "1. Réclamations",
    "La demande est faite sous trente (30) jours.",
    "2. Plafond",
    "Les crédits ne dépassent pas 10 %.",
)


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


def quoted(contracts: Contracts, record: DocumentRecord, words: str) -> tuple[DocumentRecord, Document, Span]:
    document = contracts.library.document(record.id)
    start = document.text.index(words)
    return record, document, Span(start, start + len(words))


def add(contracts: Contracts, language: str, name: str, *lines: str) -> DocumentRecord:
    return contracts.add_document("Acme", read_lines(*lines, language=language), name)


def test_what_stands_at_the_same_place_with_the_same_figures_says_the_same(contracts: Contracts) -> None:
    english, french = add(contracts, "en", "terms", *ENGLISH), add(contracts, "fr", "terms (fr)", *FRENCH)
    claim, demande = quoted(contracts, english, ENGLISH[1]), quoted(contracts, french, FRENCH[1])
    assert are_translations(claim, demande)
    assert are_translations(demande, claim)
    assert not are_translations(claim, quoted(contracts, french, FRENCH[3]))  # another clause


def test_two_sentences_of_one_clause_without_a_figure_are_no_translations_of_each_other(contracts: Contracts) -> None:
    spoken = ("A claim is made in writing. It is sent to the account manager.",)
    dit = ("La demande est faite par écrit. Elle est adressée au responsable du compte.",)
    english = add(contracts, "en", "terms", "1. Claims", *spoken)
    french = add(contracts, "fr", "terms (fr)", "1. Réclamations", *dit)
    sent = quoted(contracts, english, "It is sent to the account manager.")
    assert are_translations(sent, quoted(contracts, french, "Elle est adressée au responsable du compte."))
    assert not are_translations(sent, quoted(contracts, french, "La demande est faite par écrit."))
    assert not are_translations(sent, quoted(contracts, french, dit[0]))


def test_where_a_clause_says_more_in_one_language_its_sentences_are_not_matched(contracts: Contracts) -> None:
    english = add(contracts, "en", "terms", "1. Claims", "A claim is made in writing. Nothing else is needed.")
    french = add(contracts, "fr", "terms (fr)", "1. Réclamations", "La demande est faite par écrit.")
    claim = quoted(contracts, english, "A claim is made in writing.")
    assert not are_translations(claim, quoted(contracts, french, "La demande est faite par écrit."))


@pytest.mark.parametrize(
    ("language", "name", "lines"),
    [
        ("fr", "annex (fr)", FRENCH),  # another document
        ("en", "terms (en)", ENGLISH),  # no other language
        ("fr", "terms (fr)", (*FRENCH, "3. Divers", "Rien.")),  # other clauses
        ("fr", "terms (fr)", (FRENCH[0], "La demande est faite sous vingt (20) jours.", *FRENCH[2:])),  # another figure
    ],
)
def test_what_is_no_translation_is_shown_beside(
    contracts: Contracts, language: str, name: str, lines: tuple[str, ...]
) -> None:
    english, other = add(contracts, "en", "terms", *ENGLISH), add(contracts, language, name, *lines)
    assert not are_translations(quoted(contracts, english, ENGLISH[1]), quoted(contracts, other, lines[1]))
