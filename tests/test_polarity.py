from __future__ import annotations

import pytest

from assistant.polarity import Side, contradict, denies, denies_plainly, sides

SAME: dict[str, frozenset[str]] = {}


@pytest.mark.parametrize(
    ("text", "language", "word", "side"),
    [
        ("The Provider shall not disclose the Data.", "en", "disclos", Side.DENIED),
        ("The Provider shall not\ndisclose the Data.", "en", "disclos", Side.DENIED),
        ("The Provider discloses the Data.", "en", "disclos", Side.AFFIRMED),
        ("The Provider shall not disclose the Data unless asked.", "en", "disclos", Side.OPEN),
        ("The Provider acts without consent.", "en", "consent", Side.DENIED),
        ("The Provider may not act without consent.", "en", "consent", Side.AFFIRMED),
        ("Le Prestataire ne divulgue pas les données.", "fr", "divulgu", Side.DENIED),
        ("Le Prestataire ne divulgue que les données publiques.", "fr", "divulgu", Side.AFFIRMED),
        ("Elle dure tant que le prix n'est pas versé.", "fr", "vers", Side.OPEN),
        ("It is sent not later than Monday.", "en", "sent", Side.AFFIRMED),
    ],
)
def test_a_negation_denies_the_word_that_it_stands_before(text: str, language: str, word: str, side: Side) -> None:
    assert sides(text, language)[word] is side


def test_a_word_denied_here_and_affirmed_there_is_open() -> None:
    assert sides("It is kept. It is not kept.", "en")["kept"] is Side.OPEN


def test_a_contradiction_is_a_word_on_opposite_sides() -> None:
    denied, affirmed = sides("It is not deleted.", "en"), sides("It is deleted.", "en")
    assert contradict(affirmed, denied, SAME)
    assert contradict(denied, affirmed, SAME)
    assert not contradict(denied, denied, SAME)
    assert contradict(sides("It is erased.", "en"), denied, {"eras": frozenset({"delet"})})


@pytest.mark.parametrize("text", ["no sum is due", "n'est pas dû", "jamais", "it cannot"])
def test_plain_denials(text: str) -> None:
    assert denies_plainly(text)
    assert denies(text)


@pytest.mark.parametrize("text", ["not later than Monday", "ne dépasse pas 5 %", "the net price", "tant qu'il dure"])
def test_bounds_and_look_alikes_deny_nothing(text: str) -> None:
    assert not denies_plainly(text)


def test_a_refusal_denies_in_other_words() -> None:
    assert denies("silence vaut refus")
    assert not denies_plainly("silence vaut refus")
