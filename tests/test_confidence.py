from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.asked.question import read_question
from assistant.retrieval.confidence import Confidence
from assistant.wording.lexicon import Lexicon
from tests.fake_contracts import HOSTING, Contracts


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *HOSTING)
        yield contracts


def confidence(contracts: Contracts, question: str) -> float:
    asked = read_question(question)
    measure = Confidence(contracts.library, contracts.index, Lexicon.load())
    return measure.of(asked, contracts.search().passages(asked), contracts.ids("Acme"))


def test_a_question_in_the_contracts_words_is_sure(contracts: Contracts) -> None:
    assert confidence(contracts, "Within how many days are invoices due?") > 0.9


def test_a_question_without_a_word_of_the_contract_is_not(contracts: Contracts) -> None:
    assert confidence(contracts, "Are penguins allergic to chocolate?") == 0.0


def test_counterparts_in_the_other_language_count(contracts: Contracts) -> None:
    assert confidence(contracts, "Quand faut-il payer les factures ?") > confidence(
        contracts, "Quand nourrir les pingouins ?"
    )


def test_a_question_of_common_words_alone_is_not_held_against_the_contract(contracts: Contracts) -> None:
    assert confidence(contracts, "what about it?") == 1.0


def test_nothing_found_is_no_confidence(contracts: Contracts) -> None:
    measure = Confidence(contracts.library, contracts.index, Lexicon.load())
    assert measure.of(read_question("invoices"), [], []) == 0.0


def test_rare_words_weigh_more_than_common_ones(contracts: Contracts) -> None:
    assert confidence(contracts, "invoices penguins") < 0.5
