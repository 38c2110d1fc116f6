from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answering.absence import blacked_out, reason, redacted
from assistant.asked.question import read_question
from assistant.retrieval.candidate import Candidate
from assistant.retrieval.nearness import Nearness
from assistant.retrieval.ranking import Ranking
from assistant.wording.lexicon import Lexicon
from tests.fake_contracts import Contracts
from tests.fake_embedder import FakeEmbedder

BLACKED_OUT = ("1. Fees", "The monthly hosting fee is $[***].", "2. Other", "Parking is for guests.")


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


def candidates(contracts: Contracts, question: str) -> list[Candidate]:
    asked = read_question(question)
    return Ranking(contracts.library, Lexicon.load(), Nearness(FakeEmbedder())).candidates(
        asked, contracts.search().passages(asked)
    )


def told(contracts: Contracts, question: str) -> str:
    return reason(read_question(question), candidates(contracts, question), contracts.library)


def hidden(contracts: Contracts, question: str) -> str:
    return blacked_out(read_question(question), candidates(contracts, question))


def test_a_figure_that_is_blacked_out_is_told_with_its_clause(contracts: Contracts) -> None:
    contracts.add("Acme", *BLACKED_OUT)
    question = "How much is the monthly hosting fee?"
    assert redacted(candidates(contracts, question)) is not None
    assert "blacked out" in hidden(contracts, question)
    assert hidden(contracts, question).startswith("The contract deals with this (1 Fees, ")


def test_it_is_told_in_the_language_of_the_question(contracts: Contracts) -> None:
    contracts.add(
        "Acme", "1. Prix", "Le prix mensuel de l'hébergement est de [***] euros.", "2. Divers", "Rien d'autre."
    )
    assert "occulté" in hidden(contracts, "Quel est le prix mensuel de l'hébergement ?")


def test_what_is_blacked_out_is_not_said_to_stand_in_no_clause(contracts: Contracts) -> None:
    contracts.add("Acme", *BLACKED_OUT)
    answer = contracts.assistant().ask("How much is the monthly hosting fee?", "Acme")
    assert answer.text.startswith("The contract deals with this (1 Fees, ")
    assert "No clause was found" not in answer.text


def test_where_a_better_clause_holds_the_figure_nothing_is_hidden(contracts: Contracts) -> None:
    contracts.add("Acme", *BLACKED_OUT, "3. Backup", "The yearly fee for backup tapes in the vault is $1,200.")
    assert redacted(candidates(contracts, "How much is the yearly fee for backup tapes in the vault?")) is None


def test_a_blacked_out_row_hides_nothing_where_another_row_of_its_table_leads(contracts: Contracts) -> None:
    contracts.add("Acme", *BLACKED_OUT)
    row = candidates(contracts, "How much is the monthly hosting fee?")[0]
    blacked = replace(row, score=1.0, coverage=0.5, holds=False, redacted=True)
    given = replace(row, score=1.2, coverage=0.5, holds=True, redacted=False)
    assert redacted([given, blacked]) is None
    assert redacted([blacked, replace(given, score=0.8)]) is not None


def test_what_is_blacked_out_in_another_unit_is_no_matter(contracts: Contracts) -> None:
    contracts.add("Acme", *BLACKED_OUT)
    assert redacted(candidates(contracts, "Within how many days is the monthly hosting fee due?")) is None


def test_a_neighbour_of_what_was_asked_is_named(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Incidents", "The response time for a critical incident is twenty (20) minutes.")
    said = told(contracts, "How fast must they fix a critical incident?")
    assert "a response time" in said
    assert "a time to fix" in said


def test_a_value_that_no_clause_gives_is_named_by_its_kind(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Data", "Data is kept in a safe place.")
    assert "country" in told(contracts, "In which country is data kept?")
    assert "un pays" in told(contracts, "Dans quel pays sont gardées les données ?")


def test_of_a_plain_question_nothing_more_is_told(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Data", "Data is kept in a safe place.")
    assert told(contracts, "Who keeps data?") == ""


def test_a_blank_elsewhere_hides_nothing_where_a_clause_states_the_topic_with_its_value(contracts: Contracts) -> None:
    blank = "Payment period: invoices must be paid within [__] days, invoices of the payment term."
    contracts.add("Acme", "1. Options", blank, "2. Other", "Parking is for guests.")
    assert redacted(candidates(contracts, "What is the payment term?")) is not None
    contracts.add("Acme", "1. Fees", "Invoices are payable within thirty (30) days.", name="terms")
    assert redacted(candidates(contracts, "What is the payment term?")) is None
