import pytest

from evals.abstention import Confidence, CurvePoint, confidence, curve
from tests.fake_bench import PerfectSystem, make_case, silence


def test_the_curve_of_hand_made_cases() -> None:
    cases = [
        Confidence(value=0.1, answerable=False),
        Confidence(value=0.4, answerable=True),
        Confidence(value=0.6, answerable=False),
        Confidence(value=0.9, answerable=True),
    ]
    assert curve(cases) == [
        CurvePoint(threshold=0.1, rejection=0, coverage=1),
        CurvePoint(threshold=0.4, rejection=0.5, coverage=1),
        CurvePoint(threshold=0.6, rejection=0.5, coverage=0.5),
        CurvePoint(threshold=0.9, rejection=1, coverage=0.5),
    ]


def test_the_curve_has_no_more_points_than_asked_and_keeps_both_ends() -> None:
    found = curve([Confidence(value=i, answerable=True) for i in range(100)], points=5)
    assert [p.threshold for p in found] == [0, 25, 50, 74, 99]
    assert all(p.rejection is None for p in found)


def test_the_curve_of_nothing_or_of_one() -> None:
    assert curve([]) == []
    assert curve([Confidence(value=1, answerable=True)]) == [CurvePoint(threshold=1, rejection=None, coverage=1)]


def test_confidence_is_what_the_system_says() -> None:
    assert confidence(PerfectSystem().ask(make_case())) == pytest.approx(0.9)
    assert confidence(silence(make_case())) is None
