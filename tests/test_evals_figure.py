import pytest

from evals.figure import Figure, figure
from evals.score import Score, whole


def test_a_rate_of_cases_has_wilsons_interval() -> None:
    found = figure("hit@5", [whole(1), whole(0), whole(1), whole(1)])
    assert (found.value, found.n, found.cases, found.method) == (0.75, 4, 4, "wilson")
    assert found.low == pytest.approx(0.3006, abs=1e-4)


def test_a_rate_of_units_is_weighed_by_them() -> None:
    found = figure("verbatim", [Score(1, 1), Score(0, 3)])
    assert (found.value, found.n, found.cases, found.method) == (0.25, 4, 2, "bootstrap")


@pytest.mark.parametrize("share", [0, 1])
def test_where_all_units_agree_the_interval_is_not_of_length_nought(share: int) -> None:
    found = figure("verbatim", [Score(3 * share, 3), Score(2 * share, 2)])
    assert (found.value, found.method) == (share, "wilson over cases")
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.high


def test_nothing_to_measure_is_no_value() -> None:
    assert figure("faithfulness", [Score(0, 0, 2)]) == Figure(name="faithfulness", value=None, unscored=2)
    assert figure("faithfulness", []).value is None
