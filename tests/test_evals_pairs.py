"""The labelled pairs that come with the program, and their check against the documents that they quote."""

from collections import Counter

import pytest

from evals.pair import Corruption, Pair, misquoted, read_pairs
from evals.samples import families
from evals.samples.shelf import FamilyShelf
from tests.fake_bench import FakeShelf

CROSSINGS = [("en", "en"), ("fr", "fr"), ("fr", "en"), ("en", "fr")]
FEWEST_SUPPORTED = {("en", "en"): 50, ("fr", "fr"): 50, ("fr", "en"): 25, ("en", "fr"): 25}


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    return read_pairs()


def make_pair(**changes: object) -> Pair:
    known: dict[str, object] = {
        "id": "p1",
        "statement": "The yearly fee is twelve thousand euros.",
        "quotes": ("The yearly fee is 12,000 euros.",),
        "lang": "en",
        "quote_lang": "en",
        "label": "supported",
        "contract": "acme",
        "document": "msa",
    }
    return Pair.model_validate(known | changes)


def test_every_quote_stands_word_for_word_in_its_document(pairs: list[Pair]) -> None:
    assert all(pair.contract and pair.document for pair in pairs)
    assert misquoted(pairs, FamilyShelf(families())) == []


def test_each_kind_is_there_in_each_crossing_of_languages(pairs: list[Pair]) -> None:
    kinds = Counter(pair.kind for pair in pairs)
    assert all(kinds[kind] >= 25 for kind in Corruption)
    assert {(p.kind, p.lang, p.quote_lang) for p in pairs if p.kind} == {(k, *c) for k in Corruption for c in CROSSINGS}


def test_there_are_true_paraphrases_in_each_crossing_of_languages(pairs: list[Pair]) -> None:
    supported = Counter((pair.lang, pair.quote_lang) for pair in pairs if pair.label == "supported")
    assert all(supported[crossing] >= least for crossing, least in FEWEST_SUPPORTED.items())


def test_no_statement_is_a_copy_of_its_quote_or_stands_twice(pairs: list[Pair]) -> None:
    assert [pair.id for pair in pairs if any(pair.statement.rstrip(".") in quote for quote in pair.quotes)] == []
    assert max(Counter(pair.statement for pair in pairs).values()) == 1


def test_about_a_third_is_held_back_of_every_kind(pairs: list[Pair]) -> None:
    held = [pair for pair in pairs if pair.held_back]
    assert 0.25 < len(held) / len(pairs) < 0.42
    assert {pair.kind for pair in held} == {None, *Corruption}


def test_words_that_are_not_in_the_document_are_told_of() -> None:
    assert misquoted([make_pair()], FakeShelf()) == []
    faults = misquoted([make_pair(id="p2", quotes=("The yearly fee is 13,000 euros.",))], FakeShelf())
    assert faults == ["p2: expected the words 'The yearly fee is 13,000 euros.' in 'msa', found others"]


def test_a_line_end_in_a_quote_is_a_space() -> None:
    assert misquoted([make_pair(quotes=("The yearly fee\nis 12,000\teuros.",))], FakeShelf()) == []


def test_a_document_that_is_not_there_is_told_of() -> None:
    assert misquoted([make_pair(document="annex")], FakeShelf()) == [
        "p1: expected a document 'annex' in the contract 'acme', found none"
    ]


def test_a_pair_without_a_document_is_not_looked_up() -> None:
    assert misquoted([make_pair(contract=None, document=None)], FakeShelf()) == []


def test_contract_and_document_go_together() -> None:
    with pytest.raises(ValueError, match="contract and document together"):
        make_pair(document=None)
