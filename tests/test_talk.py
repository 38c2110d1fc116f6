"""Whole conversations: how each question is read, of which contract and of which day it is answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Abstention, Answer
from assistant.chat import Assistant, Turn
from assistant.conversation.talk import FOLLOW_UP_WEIGHT, Talk
from assistant.naming.resolve import Resolver
from ingest.document import Role
from tests.fake_contracts import Contracts, read_lines

ACME = (
    "1. Fees", "", "1.1 The monthly fee of the hosting is 200 euros.", "", "1.2 The cap on the penalties of a month is 12% of "
        "the fee.", "",
    "2. Notice", "", "2.1 The notice period to terminate is ninety (90) days.",
)  # fmt: skip
AMENDMENT = (
    "1. Changes", "", "1.1 This Amendment takes effect on 1 October 2024.", "",
    "1.2 In clause 1.1 the fee is increased from 200 euros to 250 euros.",
)  # fmt: skip
ZENITH = ("1. Fees", "", "1.1 The monthly fee of the hosting is 300 euros.", "", "1.2 Zenith sends invoices.")


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as made:
        made.add("Acme", *ACME)
        amendment = replace(read_lines(*AMENDMENT, title="Amendment"), role=Role.AMENDMENT)
        made.add_document("Acme", amendment, "amendment")
        made.add("Zenith", *ZENITH)
        yield made


def talk(assistant: Assistant, *said: str, contract: str | None = None, as_of: date | None = None) -> Answer:
    """The answer to the last of several questions, each asked in the light of those before it."""
    history: list[Turn] = []
    for each in said:
        answer = assistant.ask(each, contract, history, as_of)
        history += [Turn("user", answer.question), Turn("assistant", answer.text)]
    return answer


def first(answer: Answer) -> str:
    return answer.statements[0].text if answer.statements else ""


# --- which contract


@pytest.mark.parametrize(
    "move", ["and at Zenith?", "et chez Zenith ?", "Zenith", "in the other contract?", "et dans l'autre contrat ?"]
)
@pytest.mark.parametrize("selected", ["Acme", None])
def test_a_follow_up_turns_to_another_contract_and_asks_the_same_there(
    contracts: Contracts, move: str, selected: str | None
) -> None:
    asked = "What is the monthly fee of the hosting at Acme?"
    answer = talk(contracts.assistant(), asked, move, contract=selected)
    assert answer.contract == "Zenith"
    assert "300 euros" in first(answer)
    assert answer.trace["searched"] == "What is the monthly fee of the hosting?"


def test_a_follow_up_stays_with_the_contract_that_was_turned_to_and_a_new_question_with_the_one_selected(
    contracts: Contracts,
) -> None:
    said = ("What is the monthly fee of the hosting?", "and at Zenith?", "who pays that?")
    assert talk(contracts.assistant(), *said, contract="Acme").contract == "Zenith"
    assert (
        talk(contracts.assistant(), *said, "What is the notice period to terminate?", contract="Acme").contract
        == "Acme"
    )


def test_without_a_conversation_the_contract_selected_counts(contracts: Contracts) -> None:
    answer = contracts.assistant().ask("What is the monthly fee at Zenith?", "Acme")
    assert answer.contract == "Acme"
    assert answer.trace["names_too"] == ("Zenith",)
    assert "names_too" not in contracts.assistant().ask("What is the monthly fee at Zenith?", "Zenith").trace
    assert "names_too" not in contracts.assistant().ask("What is the monthly fee at Zenith?").trace


@pytest.mark.parametrize("other", ["and in the other contract?", "et dans l'autre contrat ?"])
@pytest.mark.parametrize("selected", ["Acme", None])
def test_a_turn_to_one_of_several_contracts_that_is_not_told_leaves_the_one_before(
    contracts: Contracts, other: str, selected: str | None
) -> None:
    contracts.add("Borealis", "1. Fees", "", "1.1 The monthly fee of the hosting is 400 euros.")
    said = ("What is the monthly fee of the hosting at Acme?", other)
    asked_back = talk(contracts.assistant(), *said, contract=selected)
    assert (asked_back.abstained, asked_back.contract) == (Abstention.AMBIGUOUS, None)
    assert talk(contracts.assistant(), *said, "and who pays that?", contract=selected).contract == "Acme"
    assert talk(contracts.assistant(), *said, "Borealis", contract=selected).contract == "Borealis"
    assert talk(contracts.assistant(), *said, other, contract=selected).abstained is Abstention.AMBIGUOUS


# --- which day


@pytest.mark.parametrize(
    "when",
    [
        "and before the amendment?",
        "what was it in 2023?",
        "et avant l'avenant ?",
        "c'était combien en mars 2024 ?",
        "originally?",
    ],
)
def test_a_day_in_mid_talk_asks_the_same_of_that_day(contracts: Contracts, when: str) -> None:
    asked = "What is the monthly fee of the hosting?"
    assert "250 euros" in first(talk(contracts.assistant(), asked, contract="Acme"))
    answer = talk(contracts.assistant(), asked, when, contract="Acme")
    assert first(answer) == "1.1 The monthly fee of the hosting is 200 euros."
    assert answer.trace["searched"] == asked
    assert answer.trace["as_of"] < "2024-10-01"


def test_the_day_holds_for_the_follow_ups_and_is_over_with_a_new_question(contracts: Contracts) -> None:
    said = ("What is the monthly fee of the hosting?", "what was it in 2023?", "and who pays it?")
    assert talk(contracts.assistant(), *said, contract="Acme").trace["as_of"] == "2023-12-31"
    assert (
        "as_of"
        not in talk(contracts.assistant(), *said, "What is the notice period to terminate?", contract="Acme").trace
    )
    now = talk(contracts.assistant(), *said, "and today?", contract="Acme", as_of=date(2023, 1, 1))
    assert now.trace["as_of"] > "2025"


def test_a_question_that_asks_how_something_was_is_answered_so_and_searched_as_typed(contracts: Contracts) -> None:
    asked = "What was the monthly fee of the hosting in 2023?"
    answer = talk(contracts.assistant(), asked, contract="Acme", as_of=date(2026, 1, 1))
    assert (answer.trace["searched"], answer.trace["as_of"]) == (asked, "2023-12-31")
    assert "200 euros" in first(answer)


def test_before_an_amendment_that_there_is_not_the_day_stays(contracts: Contracts) -> None:
    answer = talk(
        contracts.assistant(), "What is the monthly fee of the hosting?", "before the amendment?", contract="Zenith"
    )
    assert "as_of" not in answer.trace
    assert "300 euros" in first(answer)


# --- how it is read


def test_the_first_question_is_searched_as_typed(contracts: Contracts) -> None:
    for asked in ("and at night?", "no, I meant the fee", "is that capped?"):
        assert contracts.assistant().ask(asked, "Acme").trace["searched"] == asked


@pytest.mark.parametrize("thanks", ["thanks", "merci", "ok", "bonjour", "what can you do?"])
def test_small_talk_is_answered_without_a_search_and_changes_nothing(contracts: Contracts, thanks: str) -> None:
    asked = "What is the monthly fee of the hosting?"
    polite = talk(contracts.assistant(), asked, thanks, contract="Acme")
    assert (polite.abstained, polite.passages, polite.trace["searched"]) == (Abstention.SMALL_TALK, (), thanks)
    assert talk(contracts.assistant(), asked, thanks, "who pays that?", contract="Acme").trace["searched"] == (
        "who pays that? (the monthly fee of the hosting)"
    )


def test_small_talk_is_answered_in_the_language_of_the_talk(contracts: Contracts) -> None:
    assert "welcome" in talk(contracts.assistant(), "What is the fee?", "ok").text
    assert "prie" in talk(contracts.assistant(), "Quelle est la redevance ?", "ok").text


def test_all_that_is_told_of_a_follow_up_in_the_other_language_is_told_in_that(contracts: Contracts) -> None:
    said = ("In which country is the parking?", "et pour la cantine ?")
    answer = talk(contracts.assistant(absent_below=1.1), *said, contract="Acme")
    assert answer.language == "fr"
    assert "Aucune des clauses trouvées ne donne" in answer.text
    assert "None of" not in answer.text


def test_another_language_is_asked_for_and_the_same_is_quoted(contracts: Contracts) -> None:
    asked = "What is the monthly fee of the hosting?"
    answer = talk(contracts.assistant(), asked, "in French, please", contract="Acme")
    assert (answer.language, answer.trace["searched"]) == ("fr", asked)
    assert first(answer) == first(talk(contracts.assistant(), asked, contract="Acme"))


def test_the_words_of_a_follow_up_weigh_more_than_those_it_leans_on(contracts: Contracts) -> None:
    said = Talk(Resolver(contracts.library, contracts.index)).read(
        "et pour le portail ?", [Turn("user", "What is the uptime of the mail relay?")]
    )
    assert [(part.text, part.language, part.weight) for part in said.searched.parts] == [
        ("What is the uptime of the mail relay?", "en", 1.0),
        ("et pour le portail ?", "fr", FOLLOW_UP_WEIGHT),
    ]


def test_a_question_of_its_own_is_asked_for_its_own_kind_of_thing(contracts: Contracts) -> None:
    talker = Talk(Resolver(contracts.library, contracts.index))
    said = talker.read("who pays that?", [Turn("user", "How long are backups kept?")])
    assert said.searched.asked.value == "party"


def test_a_conversation_of_two_hundred_turns_is_read_as_one_of_ten(contracts: Contracts) -> None:
    talker = Talk(Resolver(contracts.library, contracts.index))

    def history(turns: int) -> Sequence[Turn]:
        said = ("What is the monthly fee?", "and at night?", "is that capped?", "thanks")
        return [Turn("user", said[n % len(said)]) for n in range(turns)]

    assert talker.read("and for a P2?", history(8)).searched == talker.read("and for a P2?", history(200)).searched
