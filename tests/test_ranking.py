from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from assistant.asked.question import read_question
from assistant.retrieval.candidate import Candidate
from assistant.retrieval.nearness import Nearness
from assistant.retrieval.ranking import Ranking
from assistant.wording.lexicon import Lexicon
from tests.fake_contracts import HOSTING, Contracts
from tests.fake_embedder import FakeEmbedder


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


def ranked(contracts: Contracts, question: str) -> list[Candidate]:
    asked = read_question(question)
    return Ranking(contracts.library, Lexicon.load(), Nearness(FakeEmbedder())).candidates(
        asked, contracts.search().passages(asked)
    )


def words(contracts: Contracts, candidate: Candidate) -> str:
    return candidate.span.of(contracts.library.document(candidate.passage.document_id).text)


def test_the_sentence_with_the_words_and_the_kind_of_thing_comes_first(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    best = ranked(contracts, "Within how many days are invoices due?")[0]
    assert words(contracts, best) == "Invoices are due within thirty (30) days."


def test_candidates_are_ordered_and_each_stands_once_in_its_passage(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    found = ranked(contracts, "What must the Provider do?")
    scores = [candidate.score for candidate in found]
    assert scores == sorted(scores, reverse=True)
    assert len({candidate.span for candidate in found}) == len(found)
    for candidate in found:
        assert candidate.passage.start <= candidate.span.start < candidate.span.end <= candidate.passage.end
        assert 0.0 <= candidate.coverage <= 1.0


def test_a_clause_named_by_number_comes_first_whatever_the_words(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    best = ranked(contracts, "What does clause 3.2 say of the monthly fee and of invoices?")[0]
    assert "shall not subcontract" in words(contracts, best)


def test_a_row_for_another_priority_is_no_candidate(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Levels", "Priority\tTime", "P1\t15 minutes", "P2\t4 hours")
    found = {words(contracts, candidate) for candidate in ranked(contracts, "What is the time of a P2?")}
    assert "P2\t4 hours" in found
    assert "P1\t15 minutes" not in found


def test_the_header_of_a_table_is_no_candidate_by_itself(contracts: Contracts) -> None:
    contracts.add(
        "Acme", "1. Levels", "Priority\tWorking Hours\tNight", "P1\t15 minutes\t30 minutes", "P2\t4 hours\t8 hours"
    )
    found = {
        words(contracts, candidate) for candidate in ranked(contracts, "What are the working hours of a priority?")
    }
    assert "P1\t15 minutes\t30 minutes" in found
    assert not any(text.startswith("Priority") for text in found)


def test_without_passages_there_are_no_candidates(contracts: Contracts) -> None:
    assert ranked(contracts, "What must the Provider do?") == []


class Alike(Nearness):
    """Finds every text as near as any other, so that words alone tell candidates apart."""

    def of(self, question: str, pieces: Sequence[str]) -> list[float]:
        return [0.5 for _ in pieces]


def best_by_words(contracts: Contracts, question: str) -> str:
    asked = read_question(question)
    ranking = Ranking(contracts.library, Lexicon.load(), Alike(FakeEmbedder()))
    return words(contracts, ranking.candidates(asked, contracts.search().passages(asked))[0])


@pytest.mark.parametrize(
    "question",
    [
        "Is it right that we have 60 days to pay invoices?",
        "Nous avons bien 60 jours pour payer les factures ?",
    ],
)
def test_the_figure_that_a_question_takes_for_granted_leads_to_no_other_clause(
    contracts: Contracts, question: str
) -> None:
    contracts.add(
        "Acme",
        "1. Charges",
        "The Customer shall pay each invoice within 30 days of receipt.",
        "2. Expenses",
        "Expenses are put on an invoice within 60 days.",
    )
    assert "30 days" in best_by_words(contracts, question)


@pytest.mark.parametrize(
    "question",
    [
        "How fast must the Provider respond to a P1?",
        "when do they get back to us on a P1?",
        "Quel est le délai de prise en charge d'un P1 ?",
    ],
)
def test_what_gives_a_neighbour_stands_behind_what_was_asked_for(contracts: Contracts, question: str) -> None:
    row = "P1\t4 hours\t5 hours"
    contracts.add(
        "Acme",
        "1. Resolution",
        "Level\tDay\tEvening",
        row,
        "",
        "2. Response",
        "Level\tDay\tEvening",
        "P1\t9 minutes\t10 minutes",
    )
    assert best_by_words(contracts, question).startswith("P1\t9 minutes")


@pytest.mark.parametrize(
    "question",
    [
        "Is the desk open at night?",
        "can we call the desk on Sundays?",
        "the desk at 2 am?",
        "Le guichet (desk) répond-il le week-end ?",
        "le desk à 3 h du matin ?",
    ],
)
def test_asked_about_hours_what_tells_hours_comes_first(contracts: Contracts, question: str) -> None:
    desk = "The desk answers calls of the Customer and of its users"
    contracts.add("Acme", "1. Desk", "", f"1.1 {desk} in Oslo.", "", f"1.2 {desk} 24 x 7.", "", f"1.3 {desk} in Riga.")
    assert "24 x 7" in best_by_words(contracts, question)


@pytest.mark.parametrize(
    ("question", "idle", "telling"),
    [
        (
            "quelles sont les causes de la fin ?",
            "Quelle que soit la cause, la fin est notée.",
            "Une cause de la fin est le retard.",
        ),
        ("What are the causes of the end?", "The end, for whatever cause, is noted.", "One cause of the end is delay."),
    ],
)
def test_a_word_that_is_said_not_to_matter_counts_for_nothing(
    contracts: Contracts, question: str, idle: str, telling: str
) -> None:
    contracts.add("Acme", "1. Fin", idle, "2. Retard", telling)
    coverage = {words(contracts, candidate): candidate.coverage for candidate in ranked(contracts, question)}
    assert coverage[idle] < coverage[telling]


def test_of_a_topic_alone_what_states_it_comes_first_the_rule_before_its_exceptions(contracts: Contracts) -> None:
    contracts.add(
        "Acme",
        *("1. Insurance", "1.1 Cover", "Liability insurance with limits of liability of $5,000,000 is taken out."),
        *("2. Liability", "2.1 Rule", "The total liability of the Provider shall not exceed 100,000 euros."),
        *("2.2 Data", "By way of exception the liability for loss of data shall not exceed 300,000 euros."),
        *("2.3 Customer", "The total liability of the Customer shall not exceed 50,000 euros a year."),
    )
    found = ranked(contracts, "liability cap")
    stating = [words(contracts, each) for each in found if each.on_topic]
    assert [each.split(" shall")[0] for each in stating] == [
        "The total liability of the Provider",
        "The total liability of the Customer",
        "By way of exception the liability for loss of data",
    ]
    assert found[0].on_topic
    assert not found[-1].on_topic
    assert all(each.on_topic for each in ranked(contracts, "What insurance is taken out?"))


def test_where_it_is_only_asked_what_a_clause_says_no_other_clause_answers(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    found = [words(contracts, each) for each in ranked(contracts, "What does clause 3.2 say?")]
    assert found == ["The Provider shall not subcontract the hosting without the consent of the Customer."]
    assert len(ranked(contracts, "What does clause 3.2 say of the monthly fee?")) > 1
