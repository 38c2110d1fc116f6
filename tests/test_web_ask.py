from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from assistant.answer import Abstention, Amended, Stance, Statement, Verdict
from assistant.errors import BadQuestion
from assistant.web.words import ENGLISH
from ingest.pipeline import ingest, plan
from ingest.said import Said
from tests.fake_parts import ScriptedParts
from tests.web_pages import answer, asked, citation, own_main, parts, quoted, shown, start

__all__ = ["own_main", "parts"]


def test_an_answer_shows_its_quote_and_a_chip_that_opens_the_marked_page(parts: ScriptedParts) -> None:
    cited = citation(parts)
    at = asked(parts, quoted(cited))
    assert f'<blockquote class="cl-quote"><p>{cited.quote}</p></blockquote>' in shown(at)
    assert not at.get("image")
    at.button(key="chip-0-0-0").click().run()
    assert not at.exception
    assert len(at.get("image")) == 1
    assert "<mark>critical incident</mark>" in shown(at)
    at.button(key="close-original").click().run()
    assert not at.get("image")


def test_a_citation_of_a_format_without_pages_opens_the_clause_as_text(parts: ScriptedParts) -> None:
    cited = citation(parts, "notes")
    at = asked(parts, quoted(cited))
    at.button(key="chip-0-0-0").click().run()
    assert not at.get("image")
    assert "A &lt; B &amp; every <mark>critical incident</mark>" in shown(at)


def test_a_chip_shows_the_clause_as_it_is_written(parts: ScriptedParts) -> None:
    cited = citation(parts)
    at = asked(parts, quoted(cited))
    label = at.button(key="chip-0-0-0").label
    assert "\\$x\\$" in label
    assert ":smile:" not in label.replace("\\", "")


def test_the_assistant_is_given_the_contract_and_the_conversation(parts: ScriptedParts) -> None:
    parts.replies += [answer(), answer()]
    at = start(parts)
    at.selectbox(key="contract").set_value("Acme").run()
    at.button(key="first-0").click().run()
    at.chat_input(key="question").set_value("And at night?").run()
    (first, contract, no_history), (second, _, history) = parts.assistant.asked
    assert (first, second, contract, no_history) == (ENGLISH.first_questions[0], "And at night?", "Acme", ())
    assert [(turn.role, turn.content) for turn in history] == [("user", first), ("assistant", "It is silent on that.")]
    at.button(key="start-again").click().run()
    assert "cl-question" not in shown(at)


def test_what_was_said_of_one_contract_is_no_part_of_a_question_to_another_that_is_chosen(
    parts: ScriptedParts, tmp_path: Path
) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "b.md").write_text("# 1. Fees\n\nThe fee is 300 euros.\n")
    ingest(plan([tmp_path / "b"], "Bolt"), parts.library, parts.index, parts.embedder)
    bolt = replace(answer(), contract="Bolt")
    parts.replies += [answer(), bolt, bolt, answer()]
    at = start(parts)
    for contract, said in (("Acme", "How fast?"), ("Acme", "and at Bolt?"), ("Bolt", "and at night?")):
        at.selectbox(key="contract").set_value(contract).run()
        at.chat_input(key="question").set_value(said).run()
    before = [turn.content for turn in parts.assistant.asked[-1][2] if turn.role == "user"]
    assert before == ["How fast?", "and at Bolt?"]  # the talk had come to Bolt by itself
    at.selectbox(key="contract").set_value("Acme").run()
    at.chat_input(key="question").set_value("and at night?").run()
    assert parts.assistant.asked[-1][1:] == ("Acme", ())


def test_another_contract_that_the_question_names_is_told_and_offered(parts: ScriptedParts) -> None:
    named = replace(answer(), trace={"names_too": ("Bolt <x>",)})
    parts.replies += [named, answer()]
    at = start(parts, locale="fr-FR")
    at.selectbox(key="contract").set_value("Acme").run()
    at.chat_input(key="question").set_value("Quel préavis chez Bolt ?").run()
    assert "La question nomme Bolt &lt;x&gt; ; cette réponse vaut pour Acme" in shown(at)
    at.button(key="choice-0-0").click().run()
    assert parts.assistant.asked[-1][:2] == (
        "How fast?",
        None,
    )  # which is not there any more: it is left to the question


def test_silence_looks_different_and_offers_the_nearest_clauses(parts: ScriptedParts) -> None:
    at = asked(parts, answer(abstained=Abstention.ABSENT, near=citation(parts)))
    assert 'class="cl-silence cl-absent"' in shown(at)
    assert "cl-statement" not in shown(at)
    at.button(key="chip-0-near-0").click().run()
    assert len(at.get("image")) == 1


def test_words_that_only_come_near_look_like_no_answer(parts: ScriptedParts) -> None:
    cited = citation(parts)
    near = Statement(cited.quote, Verdict.QUOTED, (cited,))
    at = asked(parts, replace(answer(abstained=Abstention.ABSENT), nearest=(near,)))
    page = shown(at)
    assert "cl-statement cl-quoted cl-near" in page
    assert "cl-badge-near" in page
    assert "cl-badge-quoted" not in page
    at.button(key="chip-0-near-0-0").click().run()
    assert len(at.get("image")) == 1


def test_an_ambiguous_question_is_asked_again_of_the_chosen_contract(parts: ScriptedParts) -> None:
    parts.replies += [answer(abstained=Abstention.AMBIGUOUS, near=citation(parts)), answer()]
    at = start(parts)
    at.selectbox(key="contract").set_value("").run()
    at.chat_input(key="question").set_value("How fast?").run()
    assert f"{ENGLISH.ambiguous} " in shown(at)
    assert f"{ENGLISH.ambiguous}." not in shown(at)
    at.button(key="choice-0-0").click().run()
    assert [(question, contract) for question, contract, _ in parts.assistant.asked] == [
        ("How fast?", None),
        ("How fast?", "Acme"),
    ]
    assert at.selectbox(key="contract").value == "Acme"


def test_an_error_is_a_sentence_and_the_conversation_goes_on(parts: ScriptedParts) -> None:
    parts.replies += [BadQuestion("Expected a question, got <nothing>; ask one."), answer()]
    at = start(parts)
    at.chat_input(key="question").set_value("?").run()
    assert not at.exception
    assert "Expected a question, got &lt;nothing&gt;; ask one." in shown(at)
    at.chat_input(key="question").set_value("How fast?").run()
    assert parts.assistant.asked[1][2] == ()


def test_in_french_an_error_says_in_french_what_it_is(parts: ScriptedParts) -> None:
    parts.replies.append(BadQuestion("expected <b>, got none"))
    at = start(parts, locale="fr-FR")
    at.chat_input(key="question").set_value("Quoi ?").run()
    assert "La question est vide ou trop longue." in shown(at)
    assert '<p lang="en"><small>expected &lt;b&gt;, got none</small></p>' in shown(at)


def test_a_document_that_was_removed_is_told_and_the_conversation_stays(parts: ScriptedParts) -> None:
    cited = citation(parts)
    at = asked(parts, quoted(cited))
    with parts.library.writing():
        parts.library.remove("Acme", "levels")
    at.button(key="chip-0-0-0").click().run()
    assert not at.exception
    assert 'role="alert"' in shown(at)
    assert "cl-quote" in shown(at)


def test_the_day_and_how_the_contract_stands_on_it_are_at_the_top(parts: ScriptedParts) -> None:
    parts.replies.append(answer())
    with parts.library.writing():
        parts.library.say("Acme", Said("levels", "role", "framework"))
        parts.library.say("Acme", Said("levels", "effective", "2024-10-01"))
    at = start(parts)
    assert at.selectbox(key="contract").value == "Acme"  # the only one
    at.date_input(key="as-of").set_value(date(2024, 3, 1)).run()
    at.chat_input(key="question").set_value("How fast?").run()
    assert not at.exception
    assert parts.assistant.days == [date(2024, 3, 1)]


def test_first_questions_are_drawn_from_the_clauses_of_the_contract(tmp_path: Path) -> None:
    parts = ScriptedParts(tmp_path / "home", answer())
    (tmp_path / "msa.md").write_text("# 1. Termination\n\nEither party ends the contract with a notice of a month.\n")
    assert [
        o.message for o in ingest(plan([tmp_path / "msa.md"], "Acme"), parts.library, parts.index, parts.embedder)
    ] == [""]
    at = start(parts)
    (offered,) = [button for button in at.button if (button.key or "").startswith("first-")]
    assert "How much notice ends the contract" in offered.label
    assert "1 Termination" in offered.label
    offered.click().run()
    assert parts.assistant.asked[0][0] == "How much notice ends the contract?"


def test_a_follow_up_shows_how_it_was_read(parts: ScriptedParts) -> None:
    parts.replies.append(replace(answer(), trace={"searched": "How fast? And at <night>?"}))
    at = start(parts)
    at.chat_input(key="question").set_value("And at night?").run()
    assert "Read as: How fast? And at &lt;night&gt;?" in shown(at)


def test_the_day_that_a_conversation_turned_to_is_told(parts: ScriptedParts) -> None:
    at = asked(parts, replace(answer(), trace={"as_of": "2023-12-31"}))
    assert "As of 31 December 2023" in shown(at)


def test_small_talk_is_answered_and_looks_like_no_silence(parts: ScriptedParts) -> None:
    polite = replace(answer(abstained=Abstention.SMALL_TALK), text="You are welcome.", trace={"small_talk": "thanks"})
    page = shown(asked(parts, polite))
    assert "You are welcome." in page
    assert "cl-silence" not in page
    assert "Not about a contract" not in page


def test_superseded_uncertain_and_scanned_words_look_different(parts: ScriptedParts) -> None:
    cited = citation(parts)
    new = Amended("notes", "2", 1, 0, 4, "Each", citation(parts, "notes").document_id, "2024-10-01")
    gone = replace(cited, in_force=False, superseded_by=(new,))
    unsure = replace(cited, in_force=None, confidence=0.61)
    at = asked(parts, answer(*(Statement(c.quote, Verdict.QUOTED, (c,)) for c in (cited, gone, unsure))))
    page = shown(at)
    assert page.count("cl-badge-quoted") == 1
    assert "cl-statement cl-quoted cl-superseded" in page
    assert ">No longer in force, superseded from 1 October 2024 by notes, 2" in page
    assert "cl-badge-uncertain" in page
    assert "cl-badge-scan" in page
    at.button(key="chip-0-1-1").click().run()  # the words that came in their place
    assert "<mark>1. R</mark>" in shown(at)


def test_neighbouring_clauses_are_opened_in_turn(parts: ScriptedParts) -> None:
    cited = citation(parts)
    at = asked(parts, quoted(cited))
    at.button(key="chip-0-0-0").click().run()
    at.button(key="neighbour-behind").click().run()
    assert "<h2>2 Reports</h2>" in shown(at)
    at.button(key="neighbour-before").click().run()
    assert not at.exception
    assert "<mark>" in shown(at)


def test_two_clauses_that_disagree_are_shown_with_a_state_of_their_own(parts: ScriptedParts) -> None:
    cited = citation(parts)
    sides = tuple(Statement(cited.quote, Verdict.QUOTED, (cited,), "", Stance.DISAGREES) for _ in range(2))
    at = asked(
        parts, replace(answer(abstained=Abstention.AMBIGUOUS, near=cited), statements=sides, text="Which?\n\nOne.")
    )
    page = shown(at)
    assert ENGLISH.conflict in page
    assert page.count("cl-badge-disagrees") == 2
    assert "<p>Which?</p></div>" in page
    assert [button.key for button in at.button if str(button.key).startswith("choice-")] == []
