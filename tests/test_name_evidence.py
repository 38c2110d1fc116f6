from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.name_book import NameBook
from assistant.name_evidence import NAMED, NameEvidence, words_of
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


def test_names_alone_are_gone_by_where_no_proper_nouns_are_given(contracts: Contracts) -> None:
    contracts.add("Lot 7", "Quillwright, Inc. and Acme", *(f"Quillwright pays for server {n}." for n in range(30)))
    book = NameBook(contracts.library.contracts())
    evidence = NameEvidence(contracts.library, contracts.index)
    assert evidence.of("Quillwright", book, None) == {}
    assert evidence.of("Quillwright", book, {"quillwright"}).keys() == {"Lot 7"}
    assert evidence.of("Zenith", book, None).keys() == {"Zenith"}
