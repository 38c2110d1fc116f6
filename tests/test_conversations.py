from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Abstention, Answer, Citation, Statement, Verdict
from assistant.conversation.conversations import FILE, Conversations, UnknownConversation
from assistant.errors import AssistantError

CITATION = Citation("Acme", "agreement", "2", 1, 10, 22, "Pay promptly.", "d1", "c2")


def reply(question: str, text: str = "“Pay promptly.” (agreement, 2, p. 1)") -> Answer:
    statement = Statement("Pay promptly.", Verdict.QUOTED, (CITATION,), "30 days.")
    return Answer(question, "en", "Acme", None, text, (statement,), trace={"searched": question})


def test_a_conversation_is_kept_and_read_back_whole(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    number = kept.keep(reply("When must we pay?"))
    assert kept.keep(reply("And by cheque?"), number) == number
    read = Conversations(tmp_path).get(number)
    assert [exchange.answer for exchange in read.exchanges] == [reply("When must we pay?"), reply("And by cheque?")]
    assert (read.summary.title, read.summary.contract, read.summary.exchanges) == ("When must we pay?", "Acme", 2)


def test_its_turns_are_the_history_of_the_next_question(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    turns = kept.get(kept.keep(reply("When must we pay?"))).turns()
    assert [(turn.role, turn.content) for turn in turns] == [
        ("user", "When must we pay?"),
        ("assistant", "“Pay promptly.” (agreement, 2, p. 1)"),
    ]


def test_the_conversation_last_spoken_in_stands_first(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    numbers = [kept.keep(reply("one?")), kept.keep(reply("two?"))]
    assert [summary.id for summary in kept.all()] == numbers[::-1]


def test_words_are_found_whatever_their_case_and_accents(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    number = kept.keep(reply("Quel est le délai ?"))
    kept.keep(reply("Who pays?"))
    assert [summary.id for summary in kept.find("DELAI promptly")] == [number]
    assert kept.find("100%") == []


def test_an_abstention_is_kept_too(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    silent = Answer("Parking?", "en", None, Abstention.ABSENT, "The contract does not say.")
    assert kept.get(kept.keep(silent)).exchanges[0].answer == silent


def test_what_is_removed_is_gone(tmp_path: Path) -> None:
    kept = Conversations(tmp_path)
    number = kept.keep(reply("When must we pay?"))
    kept.remove(number)
    assert kept.all() == kept.find("pay") == []
    with pytest.raises(UnknownConversation, match="clausier conversations"):
        kept.get(number)


@pytest.mark.parametrize("do", ["get", "remove"])
def test_a_number_that_there_is_not_is_told(tmp_path: Path, do: str) -> None:
    kept = Conversations(tmp_path)
    kept.keep(reply("When?"))
    with pytest.raises(UnknownConversation, match="99"):
        getattr(kept, do)(99)
    with pytest.raises(UnknownConversation, match="99"):
        kept.keep(reply("When?"), 99)
    assert kept.all()[0].exchanges == 1


def test_looking_makes_no_file(tmp_path: Path) -> None:
    assert Conversations(tmp_path).all() == []
    assert not (tmp_path / FILE).exists()


def test_a_file_that_is_none_of_ours_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all, and long enough to be looked at" * 20)
    with pytest.raises(AssistantError, match="conversations"):
        Conversations(tmp_path).all()
