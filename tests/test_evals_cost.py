from dataclasses import replace

import pytest

from evals.cost import Cost, Tokens, costs, tokens
from tests.fake_bench import PerfectSystem, make_case


def test_tokens_of_an_answer() -> None:
    answer = PerfectSystem().ask(make_case())
    assert tokens(answer) is None
    noted = {"calls": 2, "read": 900, "written": 40, "estimated": False}
    assert tokens(replace(answer, trace={"tokens": noted})) == Tokens(**noted)


def test_costs_are_counted_over_the_answers_that_have_them() -> None:
    spent = [Tokens(calls=1, read=100 * n, written=10, estimated=False) for n in (1, 2, 3)]
    found = costs([10, 10, 0, 4], spent)
    assert [cost.item for cost in found] == ["passages read", "model calls", "tokens read", "tokens written"]
    assert found[0].n == 4
    assert (found[0].p50, found[0].total) == (7, 24)
    assert found[2] == Cost(item="tokens read", n=3, p50=200, p95=found[2].p95, total=600)
    assert found[2].p95 == pytest.approx(290)


def test_an_estimate_says_so_and_no_model_costs_no_tokens() -> None:
    estimated = Tokens(calls=1, read=5, written=5, estimated=True)
    assert costs([3], [estimated])[2].item == "tokens read (estimated)"
    assert [cost.item for cost in costs([3], [])] == ["passages read"]
    assert costs([], []) == []
