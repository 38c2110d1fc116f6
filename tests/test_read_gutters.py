"""Tables that are ruled between their rows alone."""

import pytest

from ingest.read.glyphs import Style
from ingest.read.gutters import gutter_walls
from ingest.read.rules import Rule
from ingest.read.tokens import Token

BORDERS = [Rule(y, 50.0, 400.0) for y in (100.0, 130.0, 160.0, 190.0)]


def token(text: str, x: float, y: float) -> Token:
    """A word of five points a letter on this baseline."""
    width = 5.0 * len(text)
    return Token(text, x, y - 8, x + width, y + 2, x, x + width, y, Style(10.0, False, 0))


WORDS = [
    *(token("Priority", 60, 120), token("Response", 200, 114), token("time", 200, 126)),
    *(token("P1", 60, 150), token("15", 200, 150), token("minutes", 213, 150)),
    *(token("P2", 60, 180), token("hour", 200, 180)),
]


def test_a_white_column_between_the_words_is_a_wall() -> None:
    walls = gutter_walls(BORDERS, [], WORDS)
    assert walls == [Rule(x, 100.0, 190.0) for x in (50.0, 150.0, 400.0)]


def test_running_text_between_lines_has_none() -> None:
    text = [token("word" * 3, 60 + 63 * i + 3 * row, 120 + 30 * row) for row in range(3) for i in range(5)]
    assert gutter_walls(BORDERS, [], text) == []


@pytest.mark.parametrize(
    ("borders", "drawn"),
    [
        (BORDERS[:3], []),
        ([*BORDERS[:3], Rule(190.0, 50.0, 300.0)], []),
        (BORDERS, [Rule(230.0, 100.0, 190.0)]),
    ],
)
def test_too_few_borders_and_walls_that_are_drawn(borders: list[Rule], drawn: list[Rule]) -> None:
    assert gutter_walls(borders, drawn, WORDS) == []


def test_a_column_that_only_one_row_shows_is_none() -> None:
    words = [token("Note", 60, 120), *WORDS[3:4], token("P2", 60, 180), token("x", 300, 180)]
    assert gutter_walls(BORDERS, [], words) == []
