from __future__ import annotations

import pytest

from assistant.proof.focus import parts
from assistant.proof.vicinity import misplaced, reversed_change
from assistant.wording.lexicon import Lexicon

PRICE = "The price is invoiced as follows: 20% on signature; 30% on delivery; 50% on acceptance."


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("20% is invoiced on signature.", False),
        ("30% is invoiced on signature.", True),
        ("20% is due on signature and 30% on delivery.", False),
        ("30% is due on signature and 20% on delivery.", True),
        ("The price is 30%.", False),
    ],
)
def test_a_figure_stands_beside_the_words_that_it_stands_beside_in_the_source(sentence: str, wrong: bool) -> None:
    assert misplaced(sentence, parts(PRICE), Lexicon.load()) is wrong


def test_dates_have_their_place_too() -> None:
    source = ["The test is run before 30 September, and the result is reported by 15 October."]
    assert misplaced("The result is reported by 30 September.", source, Lexicon.load())
    assert not misplaced("The result is reported by 15 October.", source, Lexicon.load())


def test_a_change_has_a_direction() -> None:
    assert reversed_change("lowered from €1,800 to €1,500", "porté de 1 500 € à 1 800 €")
    assert not reversed_change("raised from €1,500 to €1,800", "porté de 1 500 € à 1 800 €")
