from pathlib import Path

import pytest

from evals.errors import ResultError
from evals.measures import MEASURES
from evals.result import load_result
from tests.fake_bench import SENTENCES, FailingSystem, LostSystem, SilentSystem, make_cases
from tests.fake_result import make_result


def value(result: object, name: str, part: str = "all") -> float | None:
    figure = result.figure(name, part)  # type: ignore[attr-defined]
    return None if figure is None else figure.value


def test_the_perfect_system_scores_one_wherever_higher_is_better() -> None:
    result = make_result()
    graded = "judged correct"  # needs a judge that grades whole answers
    good = {m.name: value(result, m.name) for m in MEASURES if m.better == 1 and not m.name.startswith("character pre")}
    assert good.pop(graded) is None
    assert good == {name: pytest.approx(1) for name in good}
    assert [value(result, n) for n in ("wrong contract", "uncited", "withheld", "failed")] == [0, 0, 0, 0]
    assert result.errors == {}


def test_the_silent_system_is_wrong_by_silence_and_never_faithful() -> None:
    result = make_result(SilentSystem())
    assert value(result, "coverage") == 0
    assert value(result, "rejection") == 1
    assert value(result, "correct", "answerable") == 0
    assert value(result, "correct", "unanswerable") == 1
    assert result.figure("faithfulness") is None
    assert result.errors == {"wrongly silent": 6}


def test_the_lost_system_is_put_down_to_retrieval() -> None:
    assert value(make_result(LostSystem()), "hit@10") == 0


def test_parts() -> None:
    result = make_result()
    parts = {f.part for f in result.figures}
    assert parts == {
        "all",
        "set=ours",
        "kind=fact",
        "kind=unanswerable",
        "persona=ops",
        "language=en→en",
        "answerable",
        "unanswerable",
    }
    correct = result.figure("correct", "unanswerable")
    assert correct is not None
    assert correct.n == 3


def test_failures_are_counted_and_not_timed() -> None:
    result = make_result(FailingSystem("q2"))
    assert value(result, "failed") == pytest.approx(1 / 9)
    assert result.errors == {"failed": 1}
    assert result.latency[-1].n == 8


def test_the_curve_comes_from_the_systems_own_confidence() -> None:
    assert [(p.threshold, p.rejection, p.coverage) for p in make_result().curve] == [(0.1, 0, 1), (0.9, 1, 1)]


def test_save_and_load(tmp_path: Path) -> None:
    result = make_result()
    result.save(tmp_path / "result.json")
    assert load_result(tmp_path / "result.json") == result
    assert [p.name for p in tmp_path.iterdir()] == ["result.json"]


def test_without_texts_no_words_of_the_contract_are_left(tmp_path: Path) -> None:
    stripped = make_result().without_texts()
    assert stripped.figures == make_result().figures
    assert not any(sentence in stripped.model_dump_json() for sentence in SENTENCES)


@pytest.mark.parametrize("content", [None, "", "{}", '{"origin": 1}'])
def test_what_is_no_result_is_refused(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "result.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(ResultError, match=r"result\.json: expected the result of a run"):
        load_result(path)


def test_a_baseline_is_held_to_the_questions_that_were_asked() -> None:
    whole = make_result(LostSystem())
    part = make_result(cases=make_cases()[:2])
    over = whole.over(part)
    assert [case.id for case in over.cases] == ["q1", "q2"]
    figure = over.figure("hit@5")
    assert figure is not None
    assert (figure.n, figure.value) == (2, 0)
    assert over.figure("rejection") is None
    assert over.origin == whole.origin
