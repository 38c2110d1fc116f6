from __future__ import annotations

from pathlib import Path

import pytest

from evals.errors import ResultError
from evals.kept_runs import FILE, kept_runs
from tests.fake_result import make_result


def test_finished_runs_come_the_latest_first_and_are_read(tmp_path: Path) -> None:
    for name in ("20300101-a", "20300102-b"):
        (tmp_path / name).mkdir()
        make_result().save(tmp_path / name / FILE)
    (tmp_path / "20300103-unfinished").mkdir()
    runs = kept_runs(tmp_path)
    assert [run.name for run in runs] == ["20300102-b", "20300101-a"]
    assert runs[0].load() == make_result()
    assert runs[0].load() is runs[0].load()


def test_without_a_folder_there_are_none_and_a_damaged_one_is_told(tmp_path: Path) -> None:
    assert kept_runs(tmp_path / "none") == []
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / FILE).write_text("{}")
    with pytest.raises(ResultError):
        kept_runs(tmp_path)[0].load()
