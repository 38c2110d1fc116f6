"""Numbers that were put between two others later."""

from __future__ import annotations

import re

import pytest

from ingest.inserted import INSERTED, NUMBER, NUMBER_SAID, number_value, plain, rank


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("7", 7),
        ("7A", 7 + INSERTED),
        ("7B", 7 + 2 * INSERTED),
        ("12 bis", 12 + INSERTED),
        ("12-TER", 12 + 2 * INSERTED),
    ],
)
def test_a_number_put_in_counts_after_the_one_it_follows(part: str, value: int) -> None:
    assert number_value(part) == value
    assert (plain(value), rank(value)) == (value % INSERTED, value // INSERTED)


def _number(pattern: str, words: str) -> str:
    match = re.match(pattern, words)
    return match.group() if match else ""


def test_only_a_letter_that_no_word_goes_on_from_is_part_of_a_number() -> None:
    said = ("7A.1", "12 bis", "8quater", "4.2A")
    assert [_number(NUMBER, words) for words in (*said, "7Alpha", "8 biscuits", "7a")] == [*said, "7", "8", "7"]
    assert _number(NUMBER_SAID, "7a") == "7a"
