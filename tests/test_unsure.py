from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from assistant.family.unsure import unsure_pages
from ingest.document import Document, Doubt, Span
from tests.fake_contracts import PAGE_BREAK, Contracts, read_lines


def scanned(confidences: tuple[float, float], *words: str) -> Document:
    document = read_lines(
        "1. Levels", "An answer is due in 15 minutes.", PAGE_BREAK, "2. Fees", "The fee is 12,000 euros."
    )
    pages = tuple(replace(page, confidence=c) for page, c in zip(document.pages, confidences, strict=True))
    starts = [document.text.index(word) for word in words]
    doubts = tuple(Doubt(Span(at, at + len(word)), 0.5) for at, word in zip(starts, words, strict=True))
    return replace(document, pages=pages, doubts=doubts)


def test_pages_with_doubtful_words_come_the_least_sure_first(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add_document("Acme", scanned((0.95, 0.9), "15", "minutes", "12,000"), "scan")
        contracts.add("Acme", "1. Typed", "Nothing doubtful here.", name="typed")
        first, second = unsure_pages(contracts.library, "Acme")
    assert (first.page, first.confidence, [word.quote for word in first.words]) == (2, 0.9, ["12,000"])
    assert (second.page, [word.quote for word in second.words]) == (1, ["15", "minutes"])
    assert first.document.name == "scan"
    assert first.words[0].clause == "2 Fees"


def test_a_contract_that_was_typed_has_none(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", "1. Typed", "Nothing doubtful here.")
        assert unsure_pages(contracts.library, "Acme") == []
