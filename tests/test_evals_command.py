from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.answer import Answer
from evals.case import Case, Scope
from evals.command import Evaluation, evaluate
from evals.errors import EvalError, GoldError
from evals.result import load_result
from evals.run import Bench
from evals.sets import Source
from tests.fake_bench import LostSystem, PerfectSystem, make_bench, make_case, make_cases


def write_set(folder: Path, cases: Sequence[Case] | None = None) -> str:
    path = folder / "mine.jsonl"
    path.write_text("\n".join(case.model_dump_json() for case in (make_cases() if cases is None else cases)))
    return str(path)


def measure(folder: Path, system: PerfectSystem, against: Path | None = None, limit: int | None = None) -> Evaluation:
    def build(sources: Sequence[Source]) -> Bench:
        assert sources == []
        return make_bench(system)

    return evaluate([write_set(folder)], folder / system.name, against, limit, build, corpus=folder)


def test_result_report_and_page_are_written(tmp_path: Path) -> None:
    evaluation = measure(tmp_path, PerfectSystem())
    out = tmp_path / "perfect"
    assert load_result(out / "result.json") == evaluation.result
    assert (out / "report.md").read_text().startswith("# Evaluation")
    assert (out / "report.html").read_text().startswith("<!doctype html>")
    assert evaluation.exit_code == 0
    assert evaluation.changes == ()
    assert evaluation.result.origin.settings == {"threshold": "0.5"}


def test_a_worse_system_is_compared_with_the_baseline_and_fails(tmp_path: Path) -> None:
    measure(tmp_path, PerfectSystem())
    evaluation = measure(tmp_path, LostSystem(), against=tmp_path / "perfect" / "result.json")
    assert evaluation.exit_code == 1
    assert [sentence.split(" (")[0] for sentence in evaluation.crossed] == ["hit@5"]
    assert any(change.name == "hit@5" and change.after == 0 for change in evaluation.changes)
    assert "Gates crossed" in (tmp_path / "lost" / "report.md").read_text()


def test_a_limit_asks_fewer_questions_and_says_so(tmp_path: Path) -> None:
    system = PerfectSystem()
    (notes,) = measure(tmp_path, system, limit=3).result.sets
    assert (notes.asked, notes.questions) == (3, 9)
    assert system.asked == ["q1", "q4", "u1"]


def test_a_finished_run_is_not_asked_again(tmp_path: Path) -> None:
    first = measure(tmp_path, PerfectSystem())
    again = PerfectSystem()
    assert measure(tmp_path, again).result.figures == first.result.figures
    assert again.asked == []


def test_a_set_that_does_not_fit_its_documents_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    path = write_set(tmp_path, [make_case(must=("5 hours",)), make_case(2, evidence=())])
    system = PerfectSystem()
    with pytest.raises(GoldError, match=r"(?s)set mine does not fit.*q1: .*q2: expected evidence"):
        evaluate([path], tmp_path / "out", None, None, lambda _: make_bench(system), corpus=tmp_path)
    assert system.asked == []


def test_the_scope_can_be_set_for_all_cases(tmp_path: Path) -> None:
    seen: set[Scope] = set()

    class Looking(PerfectSystem):
        def ask(self, case: Case) -> Answer:
            seen.add(case.scope)
            return super().ask(case)

    evaluate(
        [write_set(tmp_path)],
        tmp_path / "out",
        None,
        None,
        lambda _: make_bench(Looking()),
        corpus=tmp_path,
        scope=Scope.LIBRARY,
    )
    assert seen == {Scope.LIBRARY}


def test_no_sets_or_one_set_twice_are_refused(tmp_path: Path) -> None:
    path = write_set(tmp_path)
    for sets in ([], [path, path]):
        with pytest.raises(EvalError, match="expected"):
            evaluate(sets, tmp_path / "out", None, None, lambda _: make_bench(), corpus=tmp_path)


def test_the_quotes_of_a_set_of_our_own_are_located(tmp_path: Path) -> None:
    case = make_case(2)
    (evidence,) = case.evidence
    bare = evidence.model_copy(update={"start": None, "end": None, "quote": evidence.quote.replace(" ", "\n", 1)})
    path = write_set(tmp_path, [case.model_copy(update={"evidence": (bare,)})])
    result = evaluate([path], tmp_path / "out", None, None, lambda _: make_bench(), corpus=tmp_path).result
    assert result.cases[0].gold_quotes == (evidence.quote,)


def test_a_part_of_the_questions_is_held_to_the_baseline_on_that_part(tmp_path: Path) -> None:
    class LostInOne(PerfectSystem):
        name = "lost in one"

        def ask(self, case: Case) -> Answer:
            return LostSystem().ask(case) if case.id == "q4" else super().ask(case)

    measure(tmp_path, LostInOne())
    baseline = tmp_path / "lost in one" / "result.json"
    measured = load_result(baseline).figure("hit@5")
    assert measured is not None
    # of q1, q4 and u1 the baseline found the evidence of one in two: the same again is no fall
    again = LostInOne()
    again.name = "again"
    assert measure(tmp_path, again, against=baseline, limit=3).crossed == ()
