"""The first item of a list within the line of its clause: where it begins, and what is none."""

from __future__ import annotations

import pytest

from ingest.markers import Marker, find_marker
from ingest.run_on import first_item, is_second


def second(text: str) -> Marker:
    marker = find_marker(text)
    assert marker is not None
    return marker


@pytest.mark.parametrize(
    ("line", "words_begin", "item", "found"),
    [
        ("2. Term. (a) The first year is free.", 3, "(b) Later years", "(a)"),
        ("2. TERM (a) The first year is free.", 3, "(b) Later years", "(a)"),
        ("2. (i) The first year is free.", 3, "(ii) Later years", "(i)"),
        ("the Provider shall: 1) keep a record;", 0, "2) give notice.", "1)"),
        ("4.0 ORDERS 4.1 The Customer orders in writing.", 4, "4.2 The Provider", "4.1"),
    ],
)
def test_a_first_item_is_found_after_a_title_or_what_leads_in_to_it(
    line: str, words_begin: int, item: str, found: str
) -> None:
    place = first_item(line, second(item), words_begin)
    assert place is not None
    offset, marker = place
    assert line[offset:].startswith(found)
    assert marker.printed == found


@pytest.mark.parametrize(
    ("line", "words_begin", "item"),
    [
        ("2. Term. As said in Section 4 (a) the first year is free.", 3, "(b) Later years"),  # a reference
        ("as well as. (a) The first year is free.", 0, "(b) Later years"),  # not the line of the clause, no lead-in
        ("2. Term: (i) The first year is free.", 3, "(b) Later years"),  # of another family
        ("4.0 ORDERS 4.3 The Customer orders in writing.", 4, "4.2 The Provider"),
    ],
)
def test_what_only_looks_like_a_first_item_is_none(line: str, words_begin: int, item: str) -> None:
    assert first_item(line, second(item), words_begin) is None


def test_second_items_are_told_from_second_chapters() -> None:
    assert is_second(second("(b) a"))
    assert is_second(second("4.2 A"))
    assert not is_second(second("2. Term"))
    assert not is_second(second("(c) a"))
