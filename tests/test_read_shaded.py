"""Tables whose rows are told by shading alone."""

from __future__ import annotations

from ingest.read.glyphs import Style
from ingest.read.page import pieces_of
from ingest.read.rules import Rule, Rules, Shade
from ingest.read.tokens import Token

Word = tuple[str, float, float]

HEADER: list[Word] = [("Type", 60, 88), ("Vehicle", 150, 88), ("Interval", 300, 88)]
ROWS: list[Word] = [
    *(("MGV", 60, 117), ("Leyland", 150, 112), ("7500kgs", 150, 122), ("6", 300, 117), ("weeks", 310, 117)),
    *(("LGV", 60, 147), ("Scania", 150, 142), ("9000kgs", 150, 152), ("8", 300, 147), ("weeks", 310, 147)),
    *(("COV", 60, 177), ("Ford", 150, 172), ("Fiesta", 150, 182), ("13", 300, 177), ("weeks", 315, 177)),
]
UNDERLINE = (Rule(92.0, 55.0, 395.0),)


def _band(top: float, bottom: float) -> list[Shade]:
    """A shaded row of two cells."""
    return [Shade(50.0, top, 240.0, bottom), Shade(241.0, top, 400.0, bottom)]


ZEBRA = [*_band(100, 130), *_band(160, 190)]


def _table(words: list[Word], shades: list[Shade], lines: tuple[Rule, ...] = UNDERLINE) -> list[list[str]]:
    tokens = [
        Token(text, x, y - 8, x + 5 * len(text), y + 2, x, x + 5 * len(text), y, Style(10.0, False, 0))
        for text, x, y in words
    ]
    pieces = pieces_of(tokens, Rules(lines, (), has_image=False, shades=tuple(shades)))
    return [[" ".join(t.text for t in cell) for cell in piece.cells] for piece in pieces if piece.table]


READ = [
    ["Type", "Vehicle", "Interval"],
    ["MGV", "Leyland 7500kgs", "6 weeks"],
    ["LGV", "Scania 9000kgs", "8 weeks"],
    ["COV", "Ford Fiesta", "13 weeks"],
]


def test_every_other_row_is_shaded_and_the_white_one_between_is_a_row_too() -> None:
    assert _table([*HEADER, *ROWS], ZEBRA) == READ


def test_a_last_white_row_stands_below_the_shades() -> None:
    last: list[Word] = [("EGV", 60, 202), ("Cabac", 150, 202), ("13", 300, 202), ("weeks", 315, 202)]
    assert _table([*HEADER, *ROWS, *last], ZEBRA) == [*READ, ["EGV", "Cabac", "13 weeks"]]


def test_a_line_of_text_below_is_no_row() -> None:
    text: list[Word] = [
        (word, 60 + 55 * i, 202) for i, word in enumerate(("paragraphs", "run", "across", "columns", "below"))
    ]
    assert _table([*HEADER, *ROWS, *text], ZEBRA) == READ


def test_shades_that_touch_are_one_row_where_only_one_of_them_is_named() -> None:
    thirds = [shade for top in (106, 136, 166) for i in range(2) for shade in _band(top - 2 + 10 * i, top + 8 + 10 * i)]
    words: list[Word] = [(text, x, y + (5 if x == 60 and y in (117, 147, 177) else 0)) for text, x, y in ROWS]
    assert _table([*HEADER, *words], thirds) == READ


def test_rows_without_a_name_at_the_top_or_between_others_make_no_table() -> None:
    nameless = [word for word in ROWS if word[0] != "LGV"]
    assert _table([*HEADER, *nameless], ZEBRA, ()) == []


def test_a_white_strip_that_is_much_higher_parts_two_tables() -> None:
    low = [(text, x, y + 200) for text, x, y in ROWS]
    read = _table([*HEADER, *ROWS, *low], [*ZEBRA, *_band(300, 330), *_band(360, 390)])
    assert read == [*READ, *READ[1:]]


def test_a_first_row_of_words_alone_is_not_taken_for_a_header() -> None:
    words: list[Word] = [(text.strip("0123456789"), x, y) for text, x, y in ROWS if text.strip("0123456789")]
    assert _table(words, ZEBRA, ()) == []


def test_shading_behind_running_text_makes_none() -> None:
    text: list[Word] = [("wordword", 55 + 41 * i + 7 * (row % 3), 112 + 10 * row) for row in range(8) for i in range(7)]
    assert _table(text, ZEBRA, ()) == []
