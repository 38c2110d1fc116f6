from __future__ import annotations

import pytest

from assistant.proof.polarity import Side, claims, contradict, denies, denies_plainly, lost, sides

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
    denied, affirmed = claims("The data is not deleted.", "en"), claims("The data is deleted.", "en")
    assert contradict(affirmed, denied, SAME)
    assert contradict(denied, affirmed, SAME)
    assert not contradict(denied, denied, SAME)
    assert contradict(claims("The data is erased.", "en"), denied, {"eras": frozenset({"delet"})})


def test_the_sentence_that_shares_the_most_words_speaks() -> None:
    held = claims("The clock stops when P2 waits for the user. The clock never stops for P1.", "en")
    assert contradict(claims("For P1 the clock stops.", "en"), held, SAME)
    assert not contradict(claims("The clock stops when P2 waits for the user.", "en"), held, SAME)


def test_a_condition_contradicts_nothing() -> None:
    held = claims("If the minutes are not signed, a penalty is due.", "en")
    assert not contradict(claims("The minutes are signed late.", "en"), held, SAME)


def test_what_is_denied_with_an_exception_is_not_affirmed_with_one() -> None:
    held = claims("Studies are free, unless they take three days.", "en")
    assert contradict(claims("Studies are not free, unless they take three days.", "en"), held, SAME)


def test_a_denial_may_be_lost() -> None:
    held = claims("The cap is 12%. Amounts above the cap are not carried forward.", "en")
    assert lost(claims("Amounts above the cap are carried forward.", "en"), held, SAME)
    assert not lost(claims("The cap is 12%.", "en"), held, SAME)


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
