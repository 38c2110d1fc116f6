from __future__ import annotations

import pytest

from assistant.naming.number_forms import item_beside, items_between, outer, values_between, with_items, written_number


def test_the_clause_around_an_item_is_known() -> None:
    assert [outer(number) for number in ("8.2(b)(ii)", "8.2", "IV", "5-2", "10A", "5 bis", "chapter 4", "7A.1(b)")] == [
        *("8.2", "8.2", "IV", "5", "10", "5", "4", "7A.1")
    ]


def test_items_are_written_in_brackets() -> None:
    assert [with_items(number) for number in ("8.2 b)", "8.2(b)(ii)", "8.2", "IV")] == [
        "8.2(b)",
        "8.2(b)(ii)",
        "8.2",
        "IV",
    ]


def test_what_stands_between_two_is_told() -> None:
    assert values_between("A", "D") == ["B", "C"]
    assert values_between("2", "4") == ["3"]
    assert list(items_between("8.2(a)", "8.2(d)")) == ["8.2(b)", "8.2(c)"]
    assert list(items_between("8.2(a)", "8.3(d)")) == []


def test_an_item_stands_beside_another_item_alone() -> None:
    assert (item_beside("8.2(a)", "(b)"), item_beside("8.2", "(b)")) == ("8.2(b)", "")


@pytest.mark.parametrize(
    ("text", "number"), [("four says", "4"), ("four weeks", None), ("première", "1"), ("quatre", "4"), ("the", None)]
)
def test_a_number_in_words_counts_nothing(text: str, number: str | None) -> None:
    assert written_number(text, 0)[0] == number
