from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.naming.spoken_place import as_printed


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("the seventh clause", "clause 7"),
        ("le dix-septième article", "article 17"),
        ("the 21st clause of the contract", "clause 21 of the contract"),
        ("première annexe", "annexe 1"),
        ("clause number 4", "clause 4"),
        ("clauses from 4.1 to 4.3", "clauses 4.1 to 4.3"),
        ("(b) of clause 4.2", "clause 4.2(b)"),
        ("sub-clause (ii) of 4.2(b)", "clause 4.2(b)(ii)"),
    ],
)
def test_a_place_is_turned_to_how_it_is_printed(said: str, printed: str) -> None:
    assert as_printed(said) == printed


@pytest.mark.parametrize(
    "said",
    [
        "the first clause of 4.2",
        "the second paragraph of clause 4",
        "the third amendment",
        "the first schedule a call was in",
        "item b of 3",
        "the first section to be read",
        "clause 4.2(b)",
        "",
    ],
)
def test_what_counts_something_else_is_left_alone(said: str) -> None:
    assert as_printed(said) == said


@given(st.text(alphabet="theclausfirdx7èm()b of4.2", max_size=60))
def test_what_is_printed_stays_as_it_is(said: str) -> None:
    assert as_printed(as_printed(said)) == as_printed(said)
