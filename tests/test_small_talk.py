from __future__ import annotations

import pytest

from assistant.asked.small_talk import SmallTalk, language_of, read_small_talk, reply


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hello!", SmallTalk.GREETING),
        ("Hello there", SmallTalk.GREETING),
        ("Coucou", SmallTalk.GREETING),
        ("Bonsoir à tous", SmallTalk.GREETING),
        ("merci", SmallTalk.THANKS),
        ("Thanks a lot!", SmallTalk.THANKS),
        ("Merci bien", SmallTalk.THANKS),
        ("thank you very much", SmallTalk.THANKS),
        ("Parfait, merci beaucoup !", SmallTalk.THANKS),
        ("great, thanks", SmallTalk.THANKS),
        ("understood", SmallTalk.THANKS),
        ("d'accord", SmallTalk.THANKS),
        ("Bonne journée !", SmallTalk.GOODBYE),
        ("bye", SmallTalk.GOODBYE),
        ("à bientôt", SmallTalk.GOODBYE),
        ("How are you today?", SmallTalk.HOW_ARE_YOU),
        ("Bonjour, ça va ?", SmallTalk.HOW_ARE_YOU),
        ("Who are you?", SmallTalk.ABOUT),
        ("Hello, what can you do?", SmallTalk.ABOUT),
        ("What can you do for me?", SmallTalk.ABOUT),
        ("what can I ask?", SmallTalk.ABOUT),
        ("How does this work?", SmallTalk.ABOUT),
        ("help", SmallTalk.ABOUT),
        ("aide", SmallTalk.ABOUT),
        ("tu peux faire quoi ?", SmallTalk.ABOUT),
        ("Que pouvez-vous faire pour nous ?", SmallTalk.ABOUT),
        ("qu'est-ce que je peux te demander ?", SmallTalk.ABOUT),
        ("Comment ça marche ?", SmallTalk.ABOUT),
        ("Qui êtes-vous ?", SmallTalk.ABOUT),
    ],
)
def test_small_talk_is_told_by_its_kind(text: str, kind: SmallTalk) -> None:
    assert read_small_talk(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Hello, how much notice must we give?",
        "Bonjour, quel préavis ?",
        "What can the provider do?",
        "help desk hours",
        "aide à la sortie",
        "How does acceptance work?",
        "Comment marche la révision ?",
        "ok for Sundays?",
        "thanks, and for a P2?",
        "merci, et la nuit ?",
        "is it clear who pays?",
        "P1",
        "hello " * 100,
    ],
)
def test_a_question_with_a_greeting_is_a_question(text: str) -> None:
    assert read_small_talk(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("salut", "fr"),
        ("merci !", "fr"),
        ("Hello", "en"),
        ("ok thanks", "en"),
        ("ok", None),
        ("super", None),
        ("tu peux faire quoi ?", "fr"),
    ],
)
def test_the_language_of_small_talk_is_told_by_its_words(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", SmallTalk)
def test_every_kind_is_answered_in_both_languages(kind: SmallTalk, language: str) -> None:
    said = {reply(kind, each) for each in ("en", "fr")}
    assert len(said) == 2
    assert reply(kind, language).strip()


def test_what_can_be_done_is_told_with_examples() -> None:
    assert "Before the amendment?" in reply(SmallTalk.ABOUT, "en")
    assert "Avant l'avenant ?" in reply(SmallTalk.ABOUT, "fr")
