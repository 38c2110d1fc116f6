from pathlib import Path

import pytest

from evals.errors import RunError
from evals.journal import Journal
from evals.record import CaseRecord
from evals.run import examine
from tests.fake_bench import make_bench, make_case


def make_record(number: int = 1) -> CaseRecord:
    return examine("ours", make_case(number), make_bench())


def test_what_was_appended_is_there_the_next_time(tmp_path: Path) -> None:
    with Journal(tmp_path / "new" / "run", "f") as journal:
        journal.append(make_record(1))
        journal.append(make_record(2))
    with Journal(tmp_path / "new" / "run", "f") as journal:
        assert journal.done == {"ours/q1": make_record(1), "ours/q2": make_record(2)}


def test_two_runs_into_one_folder_are_refused(tmp_path: Path) -> None:
    with (
        Journal(tmp_path, "f"),
        pytest.raises(RunError, match="another run is writing here"),
        Journal(tmp_path, "f"),
    ):
        pytest.fail("the folder was given away twice")
    with Journal(tmp_path, "f") as journal:
        assert journal.done == {}


def test_a_run_of_another_kind_is_refused_and_harms_nothing(tmp_path: Path) -> None:
    with Journal(tmp_path, "f") as journal:
        journal.append(make_record())
    before = journal.path.read_bytes()
    with pytest.raises(RunError, match="other questions, settings"), Journal(tmp_path, "g"):
        pass
    assert journal.path.read_bytes() == before
    with Journal(tmp_path, "f") as journal:
        assert len(journal.done) == 1


@pytest.mark.parametrize("lost", [1, 40])
def test_a_line_that_was_cut_off_is_dropped_and_the_next_one_whole(tmp_path: Path, lost: int) -> None:
    with Journal(tmp_path, "f") as journal:
        journal.append(make_record(1))
        journal.append(make_record(2))
    journal.path.write_bytes(journal.path.read_bytes()[:-lost])
    with Journal(tmp_path, "f") as journal:
        assert list(journal.done) == ["ours/q1"]
        journal.append(make_record(3))
    with Journal(tmp_path, "f") as journal:
        assert list(journal.done) == ["ours/q1", "ours/q3"]


def test_an_interruption_within_the_first_line_starts_anew(tmp_path: Path) -> None:
    (tmp_path / "journal.jsonl").write_bytes(b'{"ru')
    with Journal(tmp_path, "f") as journal:
        journal.append(make_record())
    with Journal(tmp_path, "f") as journal:
        assert len(journal.done) == 1


@pytest.mark.parametrize("content", [b"notes\n", b"[]\n", b'{"run": "f"}\n{"id": 3}\n'])
def test_a_file_that_is_no_journal_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "journal.jsonl").write_bytes(content)
    with pytest.raises(RunError, match="expected"), Journal(tmp_path, "f"):
        pass
    assert (tmp_path / "journal.jsonl").read_bytes() == content


def test_a_journal_that_is_not_open_keeps_nothing(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="with statement"):
        Journal(tmp_path, "f").append(make_record())
