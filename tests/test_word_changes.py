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
        ("la date du « 1er mai » est remplacée par celle du « 2 mai »", [(Operation.WORDS, "1er mai", "2 mai")]),
        (
            "the notice of 90 days in clause 3.2 is replaced by a notice of 60 days.",
            [(Operation.FIGURE, "90 days", "60 days")],
        ),
        ("le taux de 5 % prévu à l’article 2.3 est remplacé par celui de 7 %.", [(Operation.FIGURE, "5 %", "7 %")]),
        (
            "le terme du 31 mai 2026 est reporté au 30 juin 2026",
            [(Operation.FIGURE, "31 mai 2026", "30 juin 2026")],
        ),
        (
            "the term is extended from 31 May 2026 to 30 June 2026",
            [(Operation.FIGURE, "31 May 2026", "30 June 2026")],
        ),
        ("the notice of 90 days is replaced by a notice given 60 days before the end of a month", []),
        ("from 31 May 2026 to 30 June 2026 the clause is suspended", []),
        ("the words “ten” are deleted", [(Operation.DELETED, "ten", None)]),
        ("nothing is changed", []),
    ],
)
def test_the_old_words_and_the_new_are_told_apart(said: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert _changes(said) == expected
