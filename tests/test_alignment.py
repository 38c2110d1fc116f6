"""Two documents are held against each other clause by clause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.alignment import Change, aligned, counted
from ingest.document import Document
from tests.fake_contracts import read_lines

LONG = "The Provider shall perform the Services with reasonable skill and care throughout the Term of this contract, as agreed."
OTHER = "Fees are due within thirty days of an invoice that shows the work done in the month and the rates that apply to it."
THIRD = "Either party may end this agreement by three months' notice in writing to the other party at its registered office."


def told(left: Document, right: Document) -> list[tuple[str, str | None, str | None]]:
    pairs = aligned(left, right)
    return [
        (pair.change.value, pair.left.number if pair.left else None, pair.right.number if pair.right else None)
        for pair in pairs
        if pair.change is not Change.SAME
    ]


def test_one_text_is_the_same_as_itself() -> None:
    document = read_lines("1. Services", LONG, "2. Fees", OTHER, "3. End", THIRD)
    assert told(document, document) == []
    assert counted(aligned(document, document))["same"] == 3


def test_changes_are_told_clause_by_clause() -> None:
    left = read_lines("1. Services", LONG, "2. Fees", OTHER, "3. End", THIRD)
    right = read_lines(
        "1. Services",
        LONG,
        "2. Audit",
        "The Customer may audit once each year.",
        "3. Fees",
        OTHER.replace("thirty", "sixty"),
    )
    assert told(left, right) == [("added", None, "2"), ("changed", "2", "3"), ("removed", "3", None)]


def test_a_clause_that_only_moved_is_renumbered() -> None:
    left = read_lines("1. Services", LONG, "2. Fees", OTHER, "3. End", THIRD)
    right = read_lines("1. Fees", OTHER, "2. Services", LONG, "3. End", THIRD)
    assert told(left, right) == [("renumbered", "2", "1"), ("renumbered", "1", "2")]


def test_a_number_alone_makes_no_pair_of_what_has_nothing_in_common() -> None:
    left, right = read_lines("1. Services", LONG, "2. Fees", OTHER), read_lines("1. Services", LONG, "2. End", THIRD)
    assert told(left, right) == [("added", None, "2"), ("removed", "2", None)]


@given(
    st.lists(st.sampled_from([LONG, OTHER, THIRD]), max_size=6),
    st.lists(st.sampled_from([LONG, OTHER, THIRD]), max_size=6),
)
def test_each_clause_stands_in_one_pair(ours: list[str], theirs: list[str]) -> None:
    left, right = (
        read_lines(*(f"{n}. {text}" for n, text in enumerate(texts, 1)), "Signed by:") for texts in (ours, theirs)
    )
    pairs = aligned(left, right)
    for side, document in (("left", left), ("right", right)):
        ids = [getattr(pair, side).id for pair in pairs if getattr(pair, side) is not None]
        assert len(ids) == len(set(ids))
        assert set(ids) <= {clause.id for clause in document.clauses}
    assert [pair.right.span.start for pair in pairs if pair.right] == sorted(
        pair.right.span.start for pair in pairs if pair.right
    )


@pytest.mark.parametrize("texts", [([], [LONG]), ([LONG], [])])
def test_an_empty_side_is_all_gone_or_new(texts: tuple[list[str], list[str]]) -> None:
    left, right = (read_lines("Preamble", *(f"{n}. {t}" for n, t in enumerate(side, 1))) for side in texts)
    assert {pair.change for pair in aligned(left, right)} <= {Change.SAME, Change.ADDED, Change.REMOVED, Change.CHANGED}
