from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.naming.contract_names import is_name, name_words
from assistant.naming.name_book import NameBook, plain
from ingest.record import ContractRecord

_WORDS = st.sampled_from(
    ("Acme", "acme", "Acmeton", "Zenith", "Zen", "Blue-Harbour", "NorthgateInc", "Services", "Lot", "2", "L'Oréal")
)
_NAMES = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)


def contract(name: str, *aliases: str) -> ContractRecord:
    return ContractRecord(name, aliases, ())


def libraries() -> st.SearchStrategy[list[ContractRecord]]:
    made = st.tuples(_NAMES, st.lists(_NAMES, max_size=2)).map(lambda pair: contract(pair[0], *pair[1]))
    return st.lists(made, max_size=6, unique_by=lambda each: each.name)


@given(
    libraries(),
    st.sampled_from(("acme", "acm", "acmet", "zen", "zeni", "north", "northgate", "inc", "services", "oreal", "lot")),
)
def test_those_that_go_by_a_word_are_those_of_whose_names_it_is_one(contracts: list[ContractRecord], word: str) -> None:
    book = NameBook(contracts)
    assert book.called(word) | book.begun_by(word) == {c.name for c in contracts if is_name(word, name_words(c))}
    assert book.called(word) == {c.name for c in contracts if word in name_words(c)}


@given(libraries(), st.lists(_WORDS, max_size=6).map(" ".join))
def test_those_spelled_in_a_text_are_those_whose_whole_names_it_holds(
    contracts: list[ContractRecord], text: str
) -> None:
    held = [c for c in contracts if any(plain(name) in plain(text) for name in (c.name, *c.aliases))]
    assert NameBook(contracts).spelled_in(text) == held


@pytest.mark.parametrize("text", ["", "?!", "the services of nobody"])
def test_a_text_that_spells_no_name_names_nobody(text: str) -> None:
    assert NameBook([contract("Acme")]).spelled_in(text) == []
    assert NameBook([]).spelled_in(text) == []
