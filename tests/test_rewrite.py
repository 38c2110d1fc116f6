from __future__ import annotations

from assistant.rewrite import Turn, standalone

NOTICE = Turn("user", "How much notice must we give to end the hosting agreement?")
REPLY = Turn("assistant", "Ninety days.")


def test_without_history_a_question_is_left_as_it_is() -> None:
    assert standalone("And in that case?", []) == "And in that case?"
    assert standalone("And in that case?", [REPLY]) == "And in that case?"


def test_a_follow_up_is_joined_to_the_question_that_it_leans_on() -> None:
    joined = standalone("And for the other annexes?", [NOTICE, REPLY])
    assert joined == f"{NOTICE.content} And for the other annexes?"


def test_follow_ups_of_follow_ups_go_back_to_the_question_that_stood_alone() -> None:
    history = [
        Turn("user", "What is the yearly fee of the licence that we bought from the provider?"),
        REPLY,
        NOTICE,
        REPLY,
    ]
    history += [Turn("user", "Et par écrit ?"), REPLY]
    assert standalone("What about e-mail?", history) == f"{NOTICE.content} Et par écrit ? What about e-mail?"


def test_a_question_that_stands_alone_is_not_joined() -> None:
    question = "Which party keeps the backups of the production servers, and during how many months after termination?"
    assert standalone(question, [NOTICE, REPLY]) == question


def test_the_assistants_words_are_never_searched_for() -> None:
    assert "Ninety" not in standalone("Why?", [NOTICE, REPLY])


def test_blank_turns_are_passed_over() -> None:
    assert standalone("Why?", [Turn("user", "  ")]) == "Why?"


def test_a_code_takes_the_place_of_the_one_asked_about_before() -> None:
    asked = Turn("user", "How fast must they respond to a P1 logged on Sunday under annex B2?")
    assert standalone("And for a P2?", [asked]) == (
        "How fast must they respond to a P2 logged on Sunday under annex B2? And for a P2?"
    )


def test_a_correction_is_read_without_its_apology() -> None:
    asked = Turn("user", "How fast must they respond to a P1 that is logged on Sunday?")
    assert standalone("no, sorry, I meant a P3", [asked]) == (
        "How fast must they respond to a P3 that is logged on Sunday? a P3"
    )
    assert standalone("Non, je voulais dire le P2", [asked]).endswith("le P2")


def test_a_short_question_that_tells_what_it_is_about_stands_alone() -> None:
    asked = [Turn("user", "How fast is a P1 incident fixed?"), Turn("assistant", "In four hours.")]
    for question in ("Who pays for the office plants?", "qui paie les plantes du bureau ?"):
        assert standalone(question, asked) == question
    for question in ("which hours apply?", "what about the office plants repair?", "who waters that office plant?"):
        assert standalone(question, asked) != question
