import pytest

from evals.interval import bootstrap_ratio, holm, mcnemar, paired_bootstrap, wilson


def test_wilson_agrees_with_a_hand_computed_interval() -> None:
    # 8 of 10 with z = 1.96: centre 0.7167, half width 0.2266.
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)


def test_wilson_at_the_ends_is_never_of_length_nought() -> None:
    low, high = wilson(0, 10)
    assert low == 0
    assert high == pytest.approx(0.2775, abs=1e-4)
    assert wilson(10, 10) == pytest.approx((1 - high, 1))


@pytest.mark.parametrize(("successes", "n"), [(1, 0), (3, 2), (-1, 2)])
def test_wilson_refuses_what_is_no_proportion(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="expected"):
        wilson(successes, n)


def test_bootstrap_is_repeatable_and_holds_the_ratio() -> None:
    gained, possible = [0, 1, 1, 3, 0, 2] * 5, [1, 1, 2, 3, 1, 2] * 5
    low, high = bootstrap_ratio(gained, possible)
    assert (low, high) == bootstrap_ratio(gained, possible)
    assert 0 < low < 0.7 < high < 1
    assert bootstrap_ratio([1, 1], [1, 1]) == (1, 1)


def test_bootstrap_is_near_the_normal_interval_of_a_mean() -> None:
    values = [i / 99 for i in range(100)]
    # Standard error of the mean of these hundred values: 0.2916 / 10.
    low, high = bootstrap_ratio(values, [1.0] * 100)
    assert (low, high) == pytest.approx((0.5 - 1.96 * 0.02916, 0.5 + 1.96 * 0.02916), abs=0.01)


def test_bootstrap_refuses_nothing() -> None:
    with pytest.raises(ValueError, match="positive"):
        bootstrap_ratio([0.0], [0.0])


def test_mcnemar() -> None:
    assert mcnemar(0, 0) == 1
    assert mcnemar(3, 3) == 1
    assert mcnemar(5, 0) == pytest.approx(2 / 32)
    assert mcnemar(1, 5) == pytest.approx(2 * (1 + 6) / 64)


def test_paired_bootstrap() -> None:
    assert paired_bootstrap([0.0] * 5) == 1
    assert paired_bootstrap([0.1, 0.2, 0.1, 0.3] * 5) < 0.01
    assert paired_bootstrap([0.1, -0.1] * 10) > 0.5
    with pytest.raises(ValueError, match="pair"):
        paired_bootstrap([])


def test_holm() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([0.9, 0.8]) == [1, 1]
    assert holm([]) == []
