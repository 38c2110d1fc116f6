import pytest

from evals.compare import Change, compare
from evals.errors import ResultError
from tests.fake_bench import LyingSystem, PerfectSystem, SilentSystem, make_case
from tests.fake_result import make_result


def change(changes: list[Change], name: str) -> Change:
    return next(c for c in changes if c.name == name)


def many(system: PerfectSystem) -> list[Change]:
    cases = [make_case(1 + i % 6, id=f"m{i}") for i in range(40)]
    return compare(make_result(PerfectSystem(), cases), make_result(system, cases))


def test_equal_results_differ_in_nothing() -> None:
    assert all(c.news == "noise" and c.p == 1 and not c.better and not c.worse for c in many(PerfectSystem()))


def test_a_system_that_got_worse_is_news_and_its_cases_are_named() -> None:
    correct = change(many(LyingSystem()), "correct")
    assert (correct.before, correct.after, correct.test, correct.news) == (1, 0, "McNemar, exact", "worse")
    assert len(correct.worse) == 40
    assert correct.better == ()
    assert change(many(LyingSystem()), "hit@5").news == "noise"


def test_a_graded_measure_is_compared_by_bootstrap() -> None:
    assert change(many(LyingSystem()), "token F1").test == "paired bootstrap"
    assert change(many(LyingSystem()), "token F1").news == "worse"


def test_a_change_in_two_cases_is_noise() -> None:
    both = [make_case(1), make_case(2)]
    correct = change(compare(make_result(cases=both), make_result(LyingSystem(), both)), "correct")
    assert (correct.before, correct.after, correct.news) == (1, 0, "noise")


def test_a_measure_that_is_better_when_lower() -> None:
    worse = Change(name="wrong contract", n=9, before=0.1, after=0.9, better=(), worse=("a",), p=0.001, test="t")
    assert worse.news == "worse"
    assert worse.model_copy(update={"after": 0.0}).news == "better"


def test_only_what_both_scored_is_compared() -> None:
    changes = compare(make_result(), make_result(SilentSystem()))
    assert "faithfulness" not in {c.name for c in changes}
    assert change(changes, "correct").n == 9


def test_results_of_different_questions_are_refused() -> None:
    with pytest.raises(ResultError, match="none in common"):
        compare(make_result(cases=[make_case(1)]), make_result(cases=[make_case(2)]))
    with pytest.raises(ResultError, match="same question"):
        compare(make_result(cases=[make_case(1)]), make_result(cases=[make_case(1, question="Else?")]))


def test_a_result_without_texts_can_be_compared() -> None:
    assert compare(make_result().without_texts(), make_result())
