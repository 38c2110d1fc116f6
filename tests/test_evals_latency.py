import pytest

from evals.latency import Latency, latencies, stages
from tests.fake_bench import PerfectSystem, make_case, silence


def test_percentiles_by_stage() -> None:
    found = latencies([{"total": float(i), "retrieve": 1.0} for i in range(101)] + [{"total": 50.0}])
    assert found[0] == Latency(stage="retrieve", n=101, p50=1, p95=1)
    assert (found[1].stage, found[1].n, found[1].p50) == ("total", 102, 50)
    assert found[1].p95 == pytest.approx(95, abs=0.1)


def test_no_answers_have_no_percentiles() -> None:
    assert latencies([]) == []


def test_stages_of_an_answer() -> None:
    assert stages(PerfectSystem().ask(make_case())) == {"retrieve": 0.15, "total": 0.2}
    assert stages(silence(make_case())) == {"total": 0.0}
