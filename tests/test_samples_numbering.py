"""Printed numbers as Word's automatic numbering."""

from __future__ import annotations

import pytest

from evals.samples.numbering import LETTERS, ROMANS, LevelForm, Numbering, Place
from evals.samples.source import SourceError


def test_clauses_have_the_level_of_their_parts_and_the_form_of_their_number() -> None:
    numbering = Numbering()
    assert [
        numbering.clause(number).level for number in ("Article 1 :", "1.1", "1.1.1", "1.2", "Article 2 :", "2.1")
    ] == [
        0,
        1,
        2,
        1,
        0,
        1,
    ]
    assert numbering.forms == {
        0: LevelForm("Article %1 :", "decimal"),
        1: LevelForm("%1.%2", "decimal"),
        2: LevelForm("%1.%2.%3", "decimal"),
    }


def test_letters_restart_by_themselves_under_a_new_clause_and_with_an_instance_under_the_same() -> None:
    numbering = Numbering()
    numbering.clause("1.")
    numbering.clause("1.1")
    first = [numbering.item(marker, 0) for marker in ("(a)", "(b)")]
    second = [numbering.item(marker, 0) for marker in ("(a)", "(b)")]
    numbering.clause("1.2")
    third = numbering.item("(a)", 0)
    assert first == [Place(LETTERS, 0)] * 2
    assert second == [Place(LETTERS, 1)] * 2
    assert third == Place(LETTERS, 0)
    assert numbering.restarts == [LETTERS]


def test_i_after_h_is_a_letter_and_elsewhere_a_roman_numeral() -> None:
    numbering = Numbering()
    numbering.clause("1.")
    letters = [numbering.item(f"({letter})", 0).level for letter in "abcdefghi"]
    numbering.clause("2.")
    romans = [numbering.item(marker, 0).level for marker in ("(i)", "(ii)", "(iii)")]
    assert letters == [LETTERS] * 9
    assert romans == [ROMANS] * 3


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("3.", "without gaps"),
        ("2.1", "without gaps"),
        ("Article 2 :", "one form"),
        ("B.", "decimal"),
    ],
)
def test_a_number_that_word_would_not_print_after_1_is_refused(number: str, message: str) -> None:
    numbering = Numbering()
    numbering.clause("1.")
    with pytest.raises(SourceError, match=message):
        numbering.clause(number)


def test_a_letter_out_of_order_is_refused() -> None:
    numbering = Numbering()
    numbering.clause("1.")
    numbering.item("(a)", 0)
    with pytest.raises(SourceError, match="item number 2"):
        numbering.item("(c)", 0)
