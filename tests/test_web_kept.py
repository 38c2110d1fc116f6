from __future__ import annotations

from dataclasses import replace

from assistant.answer import Abstention
from assistant.conversation.conversations import Conversations
from assistant.web.conversation_words import ENGLISH
from assistant.web.conversation_words import ENGLISH as CONVERSATIONS
from evals.goldset import check, read_cases
from evals.reported import reported_set
from tests.fake_parts import ScriptedParts
from tests.web_pages import answer, asked, citation, own_main, parts, shown, start

__all__ = ["own_main", "parts"]


def test_conversations_are_kept_found_and_resumed(parts: ScriptedParts) -> None:
    parts.replies += [answer(), replace(answer(), question="And the fee?")]
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    at.button(key="start-again").click().run()
    at.chat_input(key="question").set_value("And the fee?").run()
    assert [summary.exchanges for summary in Conversations(parts.settings.home).all()] == [1, 1]
    assert not at.text_input
    at.session_state["conversations"] = True
    at.run()
    assert (
        at.text_input(key="conversations-search").placeholder == ENGLISH.conversations_search
    )  # else a word of Streamlit's
    at.text_input(key="conversations-search").set_value("fast").run()
    (found,) = [button for button in at.button if (button.key or "").startswith("resume-")]
    assert found.label.startswith("How fast\\?  \n:small[")
    found.click().run()
    assert not at.exception
    assert '<h2 class="cl-question">How fast?</h2>' in shown(at)
    assert "And the fee?" not in shown(at)
    assert not at.text_input
    assert {each.key for each in at.get("download_button")} == {"export-markdown", "export-pdf"}


def test_an_answer_that_cannot_be_kept_is_shown_and_the_reason_told(parts: ScriptedParts) -> None:
    parts.replies.append(answer())
    (parts.settings.home / "conversations.sqlite").mkdir()
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    assert not at.exception
    assert "conversations.sqlite" in shown(at)
    assert '<p class="cl-from">From Acme</p>' in shown(at)


def test_a_wrong_answer_is_kept_for_the_next_evaluation(parts: ScriptedParts) -> None:
    parts.replies += [answer(), answer(abstained=Abstention.ABSENT)]
    at = start(parts)
    at.chat_input(key="question").set_value("How fast?").run()
    at.chat_input(key="question").set_value("And at night?").run()
    at.button(key="wrong-1").click().run()
    at.text_input(key="wrong-answer-1").set_value("Fifteen minutes.")
    at.text_area(key="wrong-evidence-1").set_value("within fifteen minutes")
    at.button(key="wrong-send-1").click().run()
    assert "levels, notes; say in which they stand" in shown(at)
    assert not reported_set(parts.settings.home).exists()
    at.selectbox(key="wrong-document-1").set_value("notes")
    at.button(key="wrong-send-1").click().run()
    assert not at.exception
    assert CONVERSATIONS.wrong_kept.split("“")[0] in shown(at)
    (case,) = read_cases(reported_set(parts.settings.home))
    assert (case.answer, case.evidence[0].document, len(case.history)) == ("Fifteen minutes.", "notes", 2)
    assert check([case], parts.library) == []


def test_a_wrong_answer_of_no_contract_asks_for_one_and_cancelling_keeps_nothing(parts: ScriptedParts) -> None:
    at = asked(parts, replace(answer(abstained=Abstention.AMBIGUOUS, near=citation(parts)), contract=None))
    at.button(key="wrong-0").click().run()
    assert at.selectbox(key="wrong-contract-0").value == "Acme"
    at.button(key="wrong-cancel-0").click().run()
    assert not at.exception
    assert not at.text_area
    assert not reported_set(parts.settings.home).exists()
