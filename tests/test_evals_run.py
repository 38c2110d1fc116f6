from dataclasses import replace
from pathlib import Path

import pytest

from evals.error_split import Blame
from evals.errors import RunError
from evals.run import examine, fingerprint, run
from ingest.errors import LibraryDamaged
from tests.fake_bench import FailingSystem, PerfectSystem, SilentSystem, make_bench, make_case, make_cases

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
