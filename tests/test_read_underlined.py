"""Tables whose header is underlined column by column."""

from __future__ import annotations

from ingest.read.glyphs import Style
from ingest.read.page import pieces_of
from ingest.read.rules import Rule, Rules
from ingest.read.tokens import Token
from ingest.read.underlined import underlined_tables

UNDERLINES = (Rule(112.0, 100.0, 180.0), Rule(112.0, 200.0, 330.0), Rule(112.0, 350.0, 400.0))
HEADER = (("Service", 110, 110), ("Description", 220, 110), ("Monthly", 352, 98), ("Fee", 355, 110))
ROWS = (
    *(
        ("G1", 50, 130),
        ("Mail", 100, 130),
        ("Hosting", 200, 130),
        ("of", 240, 130),
        ("boxes", 200, 142),
        ("32", 380, 142),
    ),
    *(("G2", 50, 162), ("Backup", 100, 162), ("tapes", 100, 174), ("Daily", 200, 162), ("7", 380, 174)),
    *(("G3", 50, 194), ("Desk", 100, 194), ("Calls", 200, 194), ("9", 380, 194)),
)


def _tokens(*words: tuple[str, float, float]) -> list[Token]:
    """Words of five points a letter, each with its left edge and its baseline."""
    return [
        Token(text, x, y - 8, x + 5 * len(text), y + 2, x, x + 5 * len(text), y, Style(10.0, False, 0))
        for text, x, y in words
    ]


def _table(
    words: list[Token], pieces: tuple[Rule, ...] = UNDERLINES, vertical: tuple[Rule, ...] = ()
) -> list[list[str]]:
    pieces_read = pieces_of(words, Rules(pieces, vertical, has_image=False))
    return [[" ".join(t.text for t in cell) for cell in piece.cells] for piece in pieces_read if piece.table]


def test_wrapped_cells_are_whole_and_the_price_stands_in_its_row() -> None:
    assert _table(_tokens(*HEADER, *ROWS)) == [
        ["", "Service", "Description", "Monthly Fee"],
        ["G1", "Mail", "Hosting of boxes", "32"],
        ["G2", "Backup tapes", "Daily", "7"],
        ["G3", "Desk", "Calls", "9"],
    ]


def test_rows_that_stand_as_close_as_wrapped_lines_are_told_by_their_first_and_last_columns() -> None:
    rows = [(f"G{n}", 50, 118 + 12 * n) for n in (1, 2, 3)] + [(f"{n}", 380, 118 + 12 * n) for n in (1, 2, 3)]
    assert [row[-1] for row in _table(_tokens(*HEADER, *sorted(rows, key=lambda word: word[2])))[1:]] == ["1", "2", "3"]


def test_steps_of_a_row_that_are_lettered_are_rows() -> None:
    steps = (
        ("1)", 50, 130),
        ("Team", 100, 130),
        ("a)", 200, 130),
        ("read", 352, 130),
        ("b)", 200, 142),
        ("sign", 352, 142),
        ("2)", 50, 162),
        ("c)", 200, 162),
    )
    assert _table(_tokens(*HEADER, *steps))[1:] == [
        ["1)", "Team", "a)", "read"],
        ["", "", "b)", "sign"],
        ["2)", "", "c)", ""],
    ]


def test_what_stands_off_below_or_runs_across_is_no_row() -> None:
    foot, text = [("Page", 200, 240)], [("thewordsofasentencerunacrossthecolumns", 60, 206)]
    assert len(_table(_tokens(*HEADER, *ROWS, *foot))) == 4
    assert len(_table(_tokens(*HEADER, *ROWS, *text))) == 4


def test_lines_for_signatures_two_columns_and_ruled_tables_are_left_alone() -> None:
    words = _tokens(*HEADER, *ROWS)
    assert underlined_tables(UNDERLINES, [Rule(190.0, 100.0, 200.0)], words) == ([], [])
    assert underlined_tables(UNDERLINES[:2], [], words) == ([], [])
    assert underlined_tables(UNDERLINES, [], _tokens(*HEADER[:2], *ROWS)) == ([], [])  # no words on the third line
    assert underlined_tables(UNDERLINES, [], _tokens(*ROWS)) == ([], [])


def test_a_column_that_holds_two_is_none() -> None:
    mixed = (
        *(
            ("G1", 50, 130),
            ("Mail", 100, 130),
            ("a", 200, 130),
            ("b", 200, 142),
            ("c", 290, 130),
            ("d", 290, 142),
            ("32", 380, 142),
        ),
        *ROWS[-4:],
    )
    assert underlined_tables(UNDERLINES, [], _tokens(*HEADER, *mixed)) == ([], [])
