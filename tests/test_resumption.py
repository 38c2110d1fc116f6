"""Rows of numbers that count on from nothing that is open."""

from __future__ import annotations

import pytest

from ingest.clauses import find_clauses
from tests.plain_reading import canonical

FILLER = "The Provider shall perform the Services with reasonable skill and care throughout the Term of this contract."


def _tree(*paragraphs: str) -> list[tuple[int, str | None]]:
    lines = [line for paragraph in paragraphs for line in ("", paragraph)]
    return [(each.level, each.number) for each in find_clauses(canonical(*lines)).clauses if each.number]


def test_a_list_goes_on_after_numbers_that_were_lost() -> None:
    numbers = ("1.1", "1.2", "1.7", "1.8", "1.9")
    assert _tree("1. Terms", *(f"{each} {FILLER}" for each in numbers), "2. Term") == [
        (1, "1"), (2, "1.1"), (2, "1.2"), (2, "1.7"), (2, "1.8"), (2, "1.9"), (1, "2"),
    ]  # fmt: skip


def test_numbers_begin_anew_after_a_cover_page_that_numbers_too() -> None:
    found = _tree(
        f"4.1 {FILLER}", f"4.2 {FILLER}", "FRANCHISE AGREEMENT", f"1.2 Place. {FILLER}", f"1.2.1 Lease. {FILLER}",
        f"1.3 Time. {FILLER}", f"2.1 Fee. {FILLER}",
    )  # fmt: skip
    assert [number for _, number in found] == ["4.1", "4.2", "1.2", "1.2.1", "1.3", "2.1"]
    assert len({level for level, number in found if number in {"1.2", "1.3", "2.1"}}) == 1


def test_parts_of_a_clause_whose_own_line_is_lost_leave_the_list_open() -> None:
    numbers = ("1.1", "1.2", "1.3", "1.4", "1.5.1", "1.5.2", "1.5.3", "1.6")
    found = _tree("1. Cover", *(f"{each} {FILLER}" for each in numbers), "2. Fees")
    assert found == [(1, "1"), *((2, each) for each in numbers), (1, "2")]


def test_a_row_within_a_clause_that_goes_on_hangs_on_it() -> None:
    assert _tree("1. Fees", "2. Parts:", *(f"{n}. {FILLER}" for n in (8, 9, 10)), f"3. Term. {FILLER}", f"4. Law. {FILLER}") == [
        (1, "1"), (1, "2"), (2, "8"), (2, "9"), (2, "10"), (1, "3"), (1, "4"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "paragraphs",
    [
        (f"9.2 {FILLER}",),  # alone
        (f"9.2 {FILLER}", f"9.7 {FILLER}", f"9.3 {FILLER}"),  # in no row
        ("9.2 (a)", "9.3 (b)", "9.4 (c)"),  # without words
        (f"9. {FILLER}", f"10. {FILLER}", f"11. {FILLER}"),  # a lone list of one number each, in no clause
    ],
)
def test_numbers_that_vouch_for_each_other_by_nothing_begin_none(paragraphs: tuple[str, ...]) -> None:
    assert _tree("ARTICLE 1 – FEES", FILLER, *paragraphs) == [(1, "ARTICLE 1")]


def test_the_very_next_number_is_no_item_of_a_nearer_list_that_skips() -> None:
    parts = (f"1. {FILLER}", f"2. {FILLER}")
    assert _tree("1. Fees", "2. Law", "3. Parts:", *parts, f"4. Term. {FILLER}", f"5. Notices. {FILLER}") == [
        (1, "1"), (1, "2"), (1, "3"), (2, "1"), (2, "2"), (1, "4"), (1, "5"),
    ]  # fmt: skip
