from __future__ import annotations

from ingest.markers import Kind, find_marker
from ingest.positions import Positions

LINES = ("1. Fees", "no number", "(h) rent", "(i) rates", "2. Term", "1. Scope")
POSITIONS = Positions([find_marker(line) for line in LINES])


def test_a_number_is_found_above_and_below_a_line() -> None:
    assert list(POSITIONS.of(Kind.DECIMAL, (1,))) == [0, 5]
    assert POSITIONS.after(0, Kind.DECIMAL, (1,)) == 5
    assert POSITIONS.before(5, Kind.DECIMAL, (1,)) == 0
    assert POSITIONS.before(0, Kind.DECIMAL, (1,)) is None
    assert POSITIONS.after(4, Kind.DECIMAL, (2,)) is None


def test_a_letter_that_may_be_a_roman_number_stands_as_both() -> None:
    assert POSITIONS.stands_after(2, Kind.PAREN_LETTER, (9,))
    assert POSITIONS.stands_after(2, Kind.PAREN_ROMAN, (1,))


def test_the_next_item_of_a_list_stands_nearby() -> None:
    markers = [find_marker(line) for line in ("(a) rent", *["words"] * 400, "(b) rates", "2. Term")]
    positions = Positions(markers)
    first = markers[0]
    assert first is not None
    assert not positions.has_next(0, first)
    assert positions.stands_after(0, Kind.DECIMAL, (2,))
