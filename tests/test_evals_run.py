from dataclasses import replace
from pathlib import Path

import pytest

from evals.error_split import Blame
from evals.errors import RunError
from evals.run import examine, fingerprint, grade_answer, run
from evals.score import Score
from ingest.errors import LibraryDamaged
from tests.fake_bench import (
    FailingSystem,
    LyingSystem,
    PerfectSystem,
    SilentSystem,
    make_bench,
    make_case,
    make_cases,
    make_silent_case,
    silence,
)

SETS = {"ours": make_cases()}


def test_every_case_is_asked_once_in_order_and_told_of(tmp_path: Path) -> None:
    system, told = PerfectSystem(), []
    records = run(SETS, make_bench(system), tmp_path, "r1", lambda done, of: told.append((done, of)))
    assert [r.id for r in records] == system.asked == [c.id for c in SETS["ours"]]
    assert told == [(i, 9) for i in range(1, 10)]
    assert all(r.scores["correct"].gained == 1 for r in records)


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    system = FailingSystem("q3", KeyboardInterrupt())  # type: ignore[arg-type]
    with pytest.raises(KeyboardInterrupt):
        run(SETS, replace(make_bench(), system=system), tmp_path, "r1")
    again = FailingSystem("nothing")
    records = run(SETS, replace(make_bench(), system=again), tmp_path, "r1")
    assert again.asked == [c.id for c in SETS["ours"]][2:]
    assert len(records) == 9


def test_a_system_that_breaks_down_at_one_case_fails_that_case_alone() -> None:
    record = examine("ours", make_case(3), make_bench(FailingSystem("q3")))
    assert record.failure == "ModelError: expected a reply, got none"
    assert record.blame is Blame.FAILED
    assert {name: s.gained for name, s in record.scores.items()} | {"correct": 0, "coverage": 0, "hit@10": 0} == {
        name: s.gained for name, s in record.scores.items()
    }


def test_an_ingest_error_counts_as_failed_too() -> None:
    record = examine("ours", make_case(3), make_bench(FailingSystem("q3", LibraryDamaged("broken"))))
    assert record.failure == "LibraryDamaged: broken"


def test_an_unforeseen_error_is_not_swallowed() -> None:
    with pytest.raises(ZeroDivisionError):
        examine("ours", make_case(3), make_bench(FailingSystem("q3", ZeroDivisionError())))


def test_a_folder_with_another_run_is_refused(tmp_path: Path) -> None:
    run(SETS, make_bench(), tmp_path, "r1")
    with pytest.raises(RunError, match="choose another folder"):
        run(SETS, make_bench(), tmp_path, "r2")
    with pytest.raises(RunError, match="choose another folder"):
        run(SETS, make_bench(SilentSystem()), tmp_path, "r1")


def test_the_fingerprint_tells_cases_settings_and_systems_apart() -> None:
    bench = make_bench()
    prints = {
        fingerprint(SETS, bench, "r1"),
        fingerprint({"other": SETS["ours"]}, bench, "r1"),
        fingerprint({"ours": SETS["ours"][1:]}, bench, "r1"),
        fingerprint(SETS, replace(bench, settings={"threshold": "0.6"}), "r1"),
        fingerprint(SETS, make_bench(SilentSystem()), "r1"),
        fingerprint(SETS, bench, "r2"),
    }
    assert len(prints) == 6
    assert fingerprint(SETS, make_bench(), "r1") in prints


class WordGrader:
    """Right when a word of the reference is in the answer; unreadable for a question that ends in two marks."""

    name = "words"

    def agrees(self, question: str, answer: str, reference: str) -> bool | None:
        return None if question.endswith("??") else bool(set(answer.split()) & set(reference.split()))


def test_a_grader_judges_whole_answers() -> None:
    case = make_case()
    right, wrong = PerfectSystem().ask(case), LyingSystem().ask(case)
    assert grade_answer(case, right, WordGrader()) == Score(1, 1)
    assert grade_answer(case, replace(wrong, text="never"), WordGrader()) == Score(0, 1)
    assert grade_answer(make_case(question="What??"), right, WordGrader()) == Score(0, 0, 1)
    assert grade_answer(make_case(answer=""), right, WordGrader()) is None


def test_silence_is_graded_without_the_grader() -> None:
    assert grade_answer(make_case(), silence(make_case()), WordGrader()) == Score(0, 1)
    assert grade_answer(make_silent_case(1), silence(make_silent_case(1)), WordGrader()) == Score(1, 1)


def test_without_a_grader_nothing_is_graded() -> None:
    bench = make_bench()
    assert "judged correct" not in examine("ours", make_case(), bench).scores
    graded = examine("ours", make_case(), replace(bench, grader=WordGrader()))
    assert graded.scores["judged correct"] == Score(1, 1)
