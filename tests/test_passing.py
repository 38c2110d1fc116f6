"""What of an amendment holds for a time alone."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.change_words import Operation
from ingest.document import Span
from ingest.passing import Passing, passing_of
from ingest.targets import blanked, targets

OWN = date(2024, 9, 1)


def _passing(said: str) -> Passing | None:
    return passing_of(said, Span(0, len(said)), targets(blanked(said)), OWN)


def test_a_clause_that_does_not_apply_for_a_period_is_suspended() -> None:
    found = _passing("Clause 8 shall be suspended for a period of three months from the Amendment Date.")
    assert found is not None
    assert (found.operation, found.first, found.last) == (Operation.SUSPENDED, OWN, date(2024, 11, 30))
    assert [each.clause for each in found.targets] == ["8"]


def test_an_exception_is_from_what_follows_notwithstanding() -> None:
    found = _passing("Until 31 March 2025, notwithstanding clause 7.1, the fee of clause 9 is paid weekly.")
    assert found is not None
    assert (found.operation, [each.clause for each in found.targets]) == (Operation.EXCEPTION, ["7.1"])


def test_words_that_change_for_a_time_are_left_to_those_that_last() -> None:
    assert _passing("Until 31 March 2025, clause 7 is replaced by “No fee is due.”") == Passing(
        None, date(2025, 3, 31), None
    )


@pytest.mark.parametrize(
    "said",
    [
        "Clause 8 is deleted.",
        "The fee of clause 8 is due on 31 March 2025.",
        "The Supplier shall deliver the plan of clause 4 until 31 March 2025.",
        "Until 31 March 2025 clause 8 remains unchanged.",
        "From 1 January 2025 to 31 December 2026 the term of clause 3 is extended.",
    ],
)
def test_what_lasts_has_no_end(said: str) -> None:
    assert _passing(said) is None
