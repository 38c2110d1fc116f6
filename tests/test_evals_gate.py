import pytest

from assistant.answer import Answer
from evals.case import Case
from evals.gate import Gate, crossings
from tests.fake_bench import (
    FailingSystem,
    ForgingSystem,
    LostSystem,
    LyingSystem,
    PerfectSystem,
    SilentSystem,
    make_case,
)
from tests.fake_result import make_result

BASELINE = make_result()


def crossed(system: PerfectSystem) -> set[str]:
    return {sentence.split(" (")[0] for sentence in crossings(make_result(system), BASELINE)}


def test_the_perfect_system_crosses_nothing() -> None:
    assert crossed(PerfectSystem()) == set()


@pytest.mark.parametrize(
    ("system", "gates"),
    [
        (LostSystem(), {"hit@5"}),
        (LyingSystem(), {"faithfulness", "correct"}),
        (SilentSystem(), {"coverage", "correct", "verbatim", "page right", "faithfulness"}),
        (ForgingSystem(), {"verbatim"}),
    ],
)
def test_each_bad_system_is_caught(system: PerfectSystem, gates: set[str]) -> None:
    assert crossed(system) == gates


def test_a_system_that_never_is_silent_is_caught() -> None:
    class Talking(PerfectSystem):
        def ask(self, case: Case) -> Answer:
            return super().ask(make_case(1))

    assert "rejection" in crossed(Talking())


def test_a_failing_system_is_caught_whatever_its_figures() -> None:
    found = crossings(make_result(FailingSystem("q2")))
    assert found[0].startswith("expected every case to be answered, 1 failed: ModelError")


def test_without_a_baseline_only_the_least_values_are_asked_for() -> None:
    assert crossings(make_result(LyingSystem())) == []
    assert len(crossings(make_result(ForgingSystem()))) == 1


def test_a_fall_within_the_baselines_interval_is_let_pass() -> None:
    gate = (Gate("correct", against_baseline=True),)
    low = BASELINE.figure("correct")
    assert low is not None
    assert low.low is not None
    fallen = low.model_copy(update={"value": low.low + 0.001})
    assert crossings(make_result().model_copy(update={"figures": (fallen,)}), BASELINE, gate) == []
    fallen = low.model_copy(update={"value": low.low - 0.001})
    assert len(crossings(make_result().model_copy(update={"figures": (fallen,)}), BASELINE, gate)) == 1


def test_a_figure_that_is_missing_crosses_its_gate() -> None:
    empty = make_result().model_copy(update={"figures": ()})
    assert crossings(empty, None, (Gate("verbatim", least=1),)) == [
        "verbatim (all): expected a figure, found nothing that could be measured"
    ]
