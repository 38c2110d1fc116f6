"""The family's figures: the samples against what was written down of them, and that a miss and a slip are counted."""

from __future__ import annotations

import pytest

from evals.bench.family import Row, compared, measure, table


def test_a_miss_and_a_slip_are_counted_and_the_same_finding_counts_as_often_as_it_stands() -> None:
    row = compared("changes", [("a", "4.2"), ("a", "2.1"), ("a", "2.1")], [("a", "2.1"), ("a", "2.1"), ("a", "9")])
    assert row == Row("changes", expected=3, found=3, right=2)
    assert table([row]).splitlines()[-1] == "| changes | 3 | 3 | 2 |"


@pytest.mark.slow
def test_the_roles_and_particulars_of_the_samples_are_those_of_their_sources() -> None:
    roles, particulars, changes, applied, passing = measure()
    assert roles.expected == roles.found == roles.right == 14
    assert particulars.expected == particulars.found == particulars.right
    assert changes.found == changes.right >= 14
    assert applied.right <= applied.expected
    assert passing.expected == 4
