"""Words that a narrow cell tears, and tables of one page that stand apart."""

from __future__ import annotations

import pytest

from ingest.read.glyphs import Style
from ingest.read.page import lines_of, pieces_of
from ingest.read.rules import Rule, Rules
from ingest.read.tokens import Token
from ingest.read.torn import goes_on


def _token(text: str, x: float, y: float) -> Token:
    """A word of five points a letter on this baseline."""
    width = 5.0 * len(text)
    return Token(text, x, y - 8, x + width, y + 2, x, x + width, y, Style(10.0, False, 0))


@pytest.mark.parametrize(
    ("parts", "width", "printed", "joined"),
    [
        (("Frequenc", "y"), 50.0, set(), True),
        (("Responsabilit", "és"), 75.0, set(), True),
        (("Escala", "tor"), 40.0, {"escalator"}, True),  # the whole stands elsewhere on the page
        (("Escala", "tor"), 40.0, set(), False),
        (("Frequenc", "y"), 80.0, set(), False),  # there was room for the letter
        (("Service", "level"), 45.0, {"service", "level"}, False),  # a column as wide as its longest word
        (("Niveau", "de"), 40.0, set(), False),
        (("Tonnage", "t"), 45.0, set(), False),  # a unit
        (("Class", "A"), 35.0, set(), False),
        (("Year", "2"), 30.0, set(), False),
    ],
)
def test_a_word_is_put_together_where_the_column_tore_it(
    parts: tuple[str, str], width: float, printed: set[str], joined: bool
) -> None:
    cell = [_token(parts[0], 105.0, 20.0), _token(parts[1], 105.0, 32.0)]
    assert goes_on(cell, 100.0, 100.0 + width, printed) == (cell[1:] if joined else [])


def test_words_that_share_their_line_are_not_torn() -> None:
    cell = [_token("Per", 105.0, 20.0), _token("servic", 125.0, 20.0), _token("es", 105.0, 32.0)]
    assert goes_on(cell, 100.0, 160.0, {"services"}) == []
    cell = [_token("Servic", 105.0, 20.0), _token("es", 105.0, 32.0), _token("lost", 120.0, 32.0)]
    assert goes_on(cell, 100.0, 140.0, {"services"}) == []


def test_the_line_of_a_row_has_the_word_in_one_piece_and_a_box_for_each_part() -> None:
    rules = Rules(
        tuple(Rule(y, 100.0, 250.0) for y in (10.0, 40.0, 60.0)),
        tuple(Rule(x, 10.0, 60.0) for x in (100.0, 150.0, 250.0)),
        has_image=False,
    )
    words = [_token("Frequenc", 105, 20), _token("y", 105, 32), _token("Chair", 155, 20), _token("Weekly", 105, 52)]
    head, row = lines_of(pieces_of(words, rules), 1)
    assert (head.text, row.text) == ("Frequency\tChair", "Weekly")
    assert [head.text[word.start : word.end] for word in head.words] == ["Frequenc", "y", "Chair"]
    assert head.words[0].y0 < head.words[1].y0


def _aligned(*heights: float) -> list[bool]:
    """Which rows of two columns without lines, at these heights, begin after a gap."""
    words = [_token(text, x, y) for y in heights for text, x in (("Contractor", 100.0), ("Saturday", 250.0))]
    lines = lines_of(pieces_of(words, Rules((), (), has_image=False)), 1)
    assert all(line.table for line in lines)
    return [line.gap for line in lines]


def test_a_table_far_below_another_is_one_of_its_own() -> None:
    assert _aligned(20, 40, 60, 150, 170) == [False, False, False, True, False]


def test_rows_that_lie_far_apart_throughout_are_of_one_table() -> None:
    assert _aligned(20, 50, 95, 125) == [False] * 4


def test_the_rows_of_a_ruled_table_are_never_parted() -> None:
    rules = Rules(
        tuple(Rule(y, 100.0, 400.0) for y in (10.0, 30.0, 50.0, 70.0, 200.0)),
        tuple(Rule(x, 10.0, 200.0) for x in (100.0, 240.0, 400.0)),
        has_image=False,
    )
    words = [_token(text, x, y) for y in (25, 45, 65, 190) for text, x in (("Company", 105), ("Saturday", 250))]
    assert [line.gap for line in lines_of(pieces_of(words, rules), 1)] == [False] * 4
