from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.translated import are_translations
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
