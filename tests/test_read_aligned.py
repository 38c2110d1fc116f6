"""Tables that nothing draws and whose cells wrap."""

from __future__ import annotations

import re

from ingest.read.aligned import aligned_tables
from ingest.read.glyphs import Style
from ingest.read.page import pieces_of
from ingest.read.rules import Rule, Rules
from ingest.read.tokens import Token

APART = """
Severity   Response                     Cure
level

1          - within 30 minutes after    - a patch or
             the fault is told            a workaround
                                          in 4 hours

2          - within two hours           - in two days

3          - by the end of the day      - with the next
                                          release

4          - at the next meeting        - none
"""
TIGHT = """
Service       What it is                  Fee
Gold desk     Help by day and by night    EUR 500
              for all of the sites
Silver desk   Help by day                 EUR 300
Web           One site with its           EUR 90
              own address
"""


def _tokens(page: str) -> list[Token]:
    """The words of a page as a typewriter sets them, five points a letter, twelve a line."""
    return [
        Token(m[0], 5.0 * m.start(), y - 8, 5.0 * m.end(), y + 2, 5.0 * m.start(), 5.0 * m.end(), y, Style(10.0, False, 0))
        for y, line in ((12.0 * n, line) for n, line in enumerate(page.splitlines(), 2))
        for m in re.finditer(r"\S+", line)
    ]  # fmt: skip


def _rows(page: str, vertical: tuple[Rule, ...] = ()) -> list[list[str]]:
    pieces = pieces_of(_tokens(page), Rules((), vertical, has_image=False))
    return [[" ".join(t.text for t in cell) for cell in piece.cells] for piece in pieces if piece.table]


def test_rows_are_told_by_the_white_between_them() -> None:
    wide = "The levels of this agreement hold by day and by night, on all days of the year, for each of the sites.\n"
    assert _rows(wide + APART) == [
        ["Severity level", "Response", "Cure"],
        ["1", "- within 30 minutes after the fault is told", "- a patch or a workaround in 4 hours"],
        ["2", "- within two hours", "- in two days"],
        ["3", "- by the end of the day", "- with the next release"],
        ["4", "- at the next meeting", "- none"],
    ]


def test_rows_without_white_between_them_begin_with_whole_lines() -> None:
    wide = (
        "The fees of this agreement are due each month, without any deduction, and within thirty days of an invoice.\n"
    )
    assert _rows(wide + TIGHT) == [
        ["Service", "What it is", "Fee"],
        ["Gold desk", "Help by day and by night for all of the sites", "EUR 500"],
        ["Silver desk", "Help by day", "EUR 300"],
        ["Web", "One site with its own address", "EUR 90"],
    ]


def test_a_number_below_the_table_is_no_part_of_its_last_row() -> None:
    far = re.sub(r"(EUR \d+|Fee)$", " " * 20 + r"\1", TIGHT, flags=re.MULTILINE)
    assert aligned_tables((), _tokens(far + " " * 48 + "B-1\n")) == aligned_tables((), _tokens(far)) != ([], [])


def _is_left_alone(page: str) -> bool:
    return aligned_tables((), _tokens(page)) == ([], [])


def test_where_rows_are_in_doubt_there_is_no_table() -> None:
    assert not _is_left_alone(TIGHT)
    assert _is_left_alone(
        TIGHT.replace("              for all", "(nights too)  for all")
    )  # a name that wraps, or a row
    assert _is_left_alone(APART.replace("- none", "- none\n5          - never                      - none"))


def test_prose_forms_and_columns_of_text_are_no_tables() -> None:
    prose = (
        "The  parties   agree that   each of them bears   its own costs and   fees, save as\nset   out in   clause 4.\n"
    )
    assert _is_left_alone(prose * 5)
    form = (
        TIGHT.replace("Gold desk  ", "Name:      ").replace("Silver desk", "Title:     ").replace("Web    ", "Date:  ")
    )
    assert _is_left_alone(form)
    sentence = TIGHT.replace("Silver desk", "silver desk")
    assert _is_left_alone(sentence)
    clauses = (
        "(a)  Fees     The fees are\n              due monthly\n(b)  Notice   A notice is\n              in writing\n"
    )
    assert _is_left_alone(clauses)


def test_a_ruled_table_is_left_to_its_lines() -> None:
    assert aligned_tables((Rule(60.0, 0.0, 200.0),), _tokens(TIGHT)) == ([], [])
