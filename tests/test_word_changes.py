"""What a sentence changes word by word."""

from __future__ import annotations

import pytest

from ingest.change_words import Operation
from ingest.word_changes import word_changes


def _changes(said: str) -> list[tuple[str, str, str | None]]:
    return [(operation, old.of(said), new.of(said) if new else None) for operation, old, new in word_changes(said)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("“ten” is replaced by “five”", [(Operation.WORDS, "ten", "five")]),
        (
            "for “ten” substitute “five” and for “two” substitute “six”",
            [("words replaced", "ten", "five"), ("words replaced", "two", "six")],
        ),
        ("au lieu de « dix », lire « cinq »", [(Operation.WORDS, "dix", "cinq")]),
        ("les mots « dix » deviennent « cinq »", [(Operation.WORDS, "dix", "cinq")]),
        ("it previously read “ten “Days””; it shall now read “five”", [(Operation.WORDS, "ten “Days”", "five")]),
        ("the words “ten” are deleted", [(Operation.DELETED, "ten", None)]),
        ("nothing is changed", []),
    ],
)
def test_the_old_words_and_the_new_are_told_apart(said: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert _changes(said) == expected
