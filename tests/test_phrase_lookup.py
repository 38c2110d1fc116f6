from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from assistant.asked.question import read_question
from assistant.retrieval.phrase_lookup import PhraseLookup
from ingest.library import Library
from tests.fake_contracts import Contracts

FILLER = "word " * 200 + "end."  # makes each clause a passage of its own
HELD = (
    "1. One",
    f"Nothing here {FILLER}",
    "2. Two",
    f"in case of FORCE\nMAJEURE {FILLER}",
    "3. Three",
    f"Force majeure {FILLER}",
)
PHRASE = read_question("“force majeure”")


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        for name in ("Acme", "Bolt", "Crow"):
            contracts.add(name, *HELD)
        contracts.add("Dune", "1. One", FILLER)
        yield contracts


def test_all_passages_that_hold_the_phrase_are_found_while_there_are_not_enough(contracts: Contracts) -> None:
    known = contracts.library.current()
    found = PhraseLookup(contracts.library, contracts.index).passages(PHRASE, known.keys(), [], 100)
    assert len(found) == 6
    assert {known[document].contract for document, _ in found} == {"Acme", "Bolt", "Crow"}


def test_the_documents_that_rank_first_are_opened_first_and_no_more_than_needed(contracts: Contracts) -> None:
    ids = {record.contract: id_ for id_, record in contracts.library.current().items()}
    lookup = PhraseLookup(contracts.library, contracts.index)
    ranked = [(ids["Dune"], 0), (ids["Crow"], 0), (ids["Acme"], 1)]
    assert {document for document, _ in lookup.passages(PHRASE, ids.values(), ranked, 2)} == {ids["Crow"]}
    assert {document for document, _ in lookup.passages(PHRASE, ids.values(), ranked, 3)} == {ids["Crow"], ids["Acme"]}


class Opened:
    """A library that keeps which texts were read."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.read: list[tuple[str, int]] = []

    def passage_texts(self, wanted: Mapping[str, Collection[int] | None]) -> Iterator[tuple[str, int, str]]:
        for document, ordinal, text in self._library.passage_texts(wanted):
            self.read.append((document, ordinal))
            yield document, ordinal, text


def test_of_a_phrase_that_nearly_stands_somewhere_no_text_is_read(contracts: Contracts) -> None:
    opened: Any = Opened(contracts.library)
    ids = contracts.library.current().keys()
    lookup = PhraseLookup(opened, contracts.index)
    nearly = read_question("“nothing in case of force majeure here”")
    assert lookup.passages(nearly, ids, [], 100) == set()
    assert opened.read == []
    assert len(lookup.passages(read_question("“case of force majeure”"), ids, [], 100)) == 3
    assert {ordinal for _, ordinal in opened.read} == {1}


@pytest.mark.parametrize(
    "phrase", ["n case of force maj", "ajeure", "of force", "MAJEURE word", "force majeure word wor"]
)
def test_a_phrase_may_begin_and_end_within_a_word(contracts: Contracts, phrase: str) -> None:
    ids = contracts.library.current().keys()
    found = PhraseLookup(contracts.library, contracts.index).passages(read_question(f"“{phrase}”"), ids, [], 100)
    assert {known for known, _ in found} == {id_ for id_ in ids if contracts.library.current()[id_].contract != "Dune"}


def test_each_of_several_phrases_is_looked_for(contracts: Contracts) -> None:
    ids = contracts.library.current().keys()
    lookup = PhraseLookup(contracts.library, contracts.index)
    both = read_question("“nothing here” or “case of force majeure” or “ajeure”")
    assert {ordinal for _, ordinal in lookup.passages(both, ids, [], 100)} == {0, 1, 2}


def test_a_question_that_quotes_nothing_finds_nothing(contracts: Contracts) -> None:
    lookup = PhraseLookup(contracts.library, contracts.index)
    ids = contracts.library.current().keys()
    assert lookup.documents(read_question("force majeure"), ids) == set()
    assert lookup.passages(read_question("force majeure"), ids, [], 5) == set()
