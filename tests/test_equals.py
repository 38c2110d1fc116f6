from __future__ import annotations

import pytest

from assistant.values.equals import said_alike


@pytest.mark.parametrize(
    ("sentence", "source", "left"),
    [
        ("open 24/7", "open at all hours", "open"),
        ("deux fois par an", "every six (6) months", ""),
        ("every three months", "chaque trimestre", ""),
        ("split half and half", "shared equally", "split"),
        ("30 seconds", "half a minute", ""),
        ("a year and a half", "dix-huit (18) mois", ""),
        ("open 24/7", "open on Business Days", "open 24/7"),
    ],
)
def test_what_both_say_in_other_words_is_left_out(sentence: str, source: str, left: str) -> None:
    assert said_alike(sentence, source).strip() == left
