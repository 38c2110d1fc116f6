from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from assistant.naming.name_book import NameBook
from assistant.naming.name_evidence import NAMED, NameEvidence, words_of
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


def test_what_merely_occurs_names_no_contract_and_tells_named_ones_apart(contracts: Contracts) -> None:
    filler = [line for n in range(4, 30) for line in (f"{n}. Part", f"Something else {n} " + "word " * 200)]
    often = [f"Visawire pays for server {n}. " + "word " * 200 for n in range(5)]
    contracts.add("Dovelin 1", *HOSTING, *often, *filler)
    contracts.add("Dovelin 2", *HOSTING)
    book = NameBook(contracts.library.contracts())
    evidence = NameEvidence(contracts.library, contracts.index)
    assert evidence.of("who pays Visawire?", book, {"visawire"}) == {}
    both = evidence.of("does Dovelin pay Visawire?", book, {"dovelin", "visawire"})
    assert both["Dovelin 1"] > both["Dovelin 2"]


def test_a_place_is_no_word_of_a_party_and_a_party_may_be_called_after_a_place(contracts: Contracts) -> None:
    made = 'This agreement is made between {}, Inc. ("{}") and Orchard Systems Ltd ("Customer").'
    contracts.add("Lot 1", made.format("New York Life", "Insurer"), *HOSTING)
    contracts.add("Lot 2", made.format("Bank of America", "Bank"), *HOSTING)
    contracts.add("Lot 3", made.format("Bank of America", "Bank"), *HOSTING)
    book = NameBook(contracts.library.contracts())
    evidence = NameEvidence(contracts.library, contracts.index)
    assert evidence.of("New York courts?", book, {"new", "york"}) == {}
    assert evidence.of("new york courts?", book, set()) == {}
    assert evidence.of("New York Life fees", book, {"new", "york", "life"}).keys() == {"Lot 1"}
    found = evidence.of("Does Bank of America pay?", book, {"bank", "america"})
    assert found.keys() == {"Lot 2", "Lot 3"}
    assert min(found.values()) >= 1.0


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
