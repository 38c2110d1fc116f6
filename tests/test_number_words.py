from __future__ import annotations

import pytest

from assistant.values.number_words import written_numbers


@pytest.mark.parametrize(
    ("folded", "values"),
    [
        ("dix-sept", [17]),
        ("soixante et onze", [71]),
        ("quatre-vingt-dix-neuf", [99]),
        ("one hundred and eighty", [180]),
        ("deux cent quarante mille", [240_000]),
        ("two million five hundred thousand", [2_500_000]),
        ("two and three", [2, 3]),
        ("twenty. five", [20, 5]),
        ("three and a half", [3.5]),
        ("deux virgule huit", [2.8]),
        ("half the price, twice", [0.5, 2]),
        ("half-yearly", []),
        ("the party", []),
    ],
)
def test_words_that_count_on_are_one_number(folded: str, values: list[float]) -> None:
    assert [number.value for number in written_numbers(folded)] == values


def test_a_number_knows_where_it_stands() -> None:
    text = "within forty-five days"
    (number,) = written_numbers(text)
    assert text[number.start : number.end] == "forty-five"
