from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from assistant.name_book import NameBook
from assistant.name_evidence import NAMED, NameEvidence, words_of
from ingest.library_view import IndexView, LibraryView
from tests.fake_contracts import HOSTING, Contracts


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        for name in ("Acme", "Blue Harbour", "Zenith"):
            contracts.add(name, *HOSTING)
        yield contracts


def test_words_come_whole_in_parts_and_together(contracts: Contracts) -> None:
    book = NameBook(contracts.library.contracts())
    assert words_of("At blue-harbour, the fee", book) == ["at", "blue-harbour", "blue", "harbour", "the", "fee"]
    assert words_of("blue harbour fee", book) == ["blueharbour", "fee"]


def test_a_name_counts_whole_and_a_place_a_part(contracts: Contracts) -> None:
    book = NameBook(contracts.library.contracts())
    evidence = NameEvidence(contracts.library, contracts.index)
    assert evidence.of("the fee of zenith", book, {"zenith"}) == {"Zenith": NAMED}
    assert evidence.of("the fee", book, frozenset()) == {}
    contracts.add("France", *HOSTING)
    book = NameBook(contracts.library.contracts())
    assert 0 < evidence.of("in France", book, {"france"})["France"] < NAMED / 2


def test_a_short_word_begins_a_name_where_the_contract_says_it(contracts: Contracts) -> None:
    contracts.add("Sizelomuz", *HOSTING)
    contracts.add("Quillwright", "Quill answers within one day.", *HOSTING)
    book = NameBook(contracts.library.contracts())
    evidence = NameEvidence(contracts.library, contracts.index)
    assert evidence.named("size", book) == set()
    assert evidence.of("the size of the mailbox at Zenith", book, {"zenith"}).keys() == {"Zenith"}
    assert evidence.named("quill", book) == {"Quillwright"}
    assert evidence.named("sizelomu", book) == {"Sizelomuz"}


def test_a_word_that_many_contracts_use_names_none(contracts: Contracts) -> None:
    for name in ("Dovelin", "Lot 1", "Lot 2"):
        contracts.add(name, "The dovelin is paid.", *HOSTING)
    book = NameBook(contracts.library.contracts())
    evidence = NameEvidence(contracts.library, contracts.index)
    assert evidence.named("dovelin", book) == set()
    assert evidence.of("is the dovelin paid?", book, set()) == {}


class LargeIndex(IndexView):
    """An index as one of a library in which every word but one stands in a thousand documents; it notes what is counted."""

    def __init__(self, contracts: Contracts, rare: str) -> None:
        super().__init__(contracts.index, LibraryView(contracts.library, lambda _: True))
        self.rare = rare
        self.counted: list[str] = []

    def some_holding(self, stem: str, most: int) -> dict[str, int]:
        return super().some_holding(stem, most) if stem == self.rare else {str(n): 1 for n in range(min(1000, most))}

    def document_frequency(self, stem: str, document_ids: Collection[str] | None = None) -> dict[str, int]:
        self.counted.append(stem)
        return super().document_frequency(stem, document_ids)


def test_words_that_stand_all_over_a_library_are_not_counted(contracts: Contracts) -> None:
    book = NameBook(contracts.library.contracts())
    index = LargeIndex(contracts, "zenith")
    NameEvidence(contracts.library, index).of("how are incidents of Zenith answered?", book, {"zenith"})
    assert set(index.counted) == {"zenith"}


def test_names_alone_are_gone_by_where_no_proper_nouns_are_given(contracts: Contracts) -> None:
    contracts.add("Lot 7", "Quillwright, Inc. and Acme", *(f"Quillwright pays for server {n}." for n in range(30)))
    book = NameBook(contracts.library.contracts())
    evidence = NameEvidence(contracts.library, contracts.index)
    assert evidence.of("Quillwright", book, None) == {}
    assert evidence.of("Quillwright", book, {"quillwright"}).keys() == {"Lot 7"}
    assert evidence.of("Zenith", book, None).keys() == {"Zenith"}
