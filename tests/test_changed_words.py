from __future__ import annotations

from assistant.family.changed_words import first_cell, lines_of, nearest, places_of
from ingest.document import Span

TEXT = "The fee for storage is 30\neuros. The fee for transport is 30 euros.\nGold\t30 euros\nTotal"
WHOLE = Span(0, len(TEXT))


def test_words_stand_wherever_their_lines_break() -> None:
    assert [place.of(TEXT) for place in places_of(TEXT, "30 euros", WHOLE)] == ["30\neuros", "30 euros", "30 euros"]
    assert places_of(TEXT, "0 euros", WHOLE) == []
    assert places_of(TEXT, "the fee", WHOLE, exactly=True) == []


def test_of_several_places_the_one_in_the_words_of_the_change_is_meant() -> None:
    places = places_of(TEXT, "30 euros", WHOLE)
    (found,) = nearest(TEXT, places, "The fee for transport is raised from 30 euros to 40 euros", "30 euros")
    assert found == places[1]
    (found,) = nearest(TEXT, places, "Gold costs 40 euros instead of 30 euros", "30 euros")
    assert found == places[2]


def test_a_row_has_a_first_cell_and_a_line_none() -> None:
    assert [first_cell(TEXT, line) for line in lines_of(TEXT, WHOLE)] == ["", "", "gold", ""]
