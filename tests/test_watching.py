"""Watching a folder: files are given out when they have settled, and again when they change."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ingest.plan import plan
from ingest.watching import Watch
from tests.test_cli import run_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "inbox"
    made.mkdir()
    return made


def write(path: Path, text: str, day: int) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(day, day))


def test_a_file_is_given_out_once_it_has_settled_and_again_when_it_changes(folder: Path) -> None:
    watch = Watch(lambda: plan([folder], each=True))
    assert watch.settled() == []
    write(folder / "Acme" / "sla.txt", "half", 1)
    assert watch.settled() == []
    write(folder / "Acme" / "sla.txt", "half and more", 2)
    assert watch.settled() == []
    assert [(job.path.name, job.contract) for job in watch.settled()] == [("sla.txt", "Acme")]
    assert watch.settled() == []
    write(folder / "Acme" / "sla.txt", "another text", 3)
    write(folder / "Acme" / "exit.txt", "new", 3)
    assert watch.settled() == []
    assert sorted(job.path.name for job in watch.settled()) == ["exit.txt", "sla.txt"]
    (folder / "Acme" / "sla.txt").unlink()
    assert watch.settled() == []


def test_a_file_that_goes_and_comes_back_is_given_out_again(folder: Path) -> None:
    watch = Watch(lambda: plan([folder]))
    write(folder / "a.txt", "text", 1)
    watch.settled()
    assert len(watch.settled()) == 1
    (folder / "a.txt").unlink()
    watch.settled()
    write(folder / "a.txt", "text", 1)
    watch.settled()
    assert len(watch.settled()) == 1


def test_the_command_adds_what_is_there_and_ends_when_told(folder: Path, tmp_path: Path) -> None:
    write(folder / "Acme" / "sla.txt", "1. Levels\n\nThe supplier answers within one hour.\n", 1)
    done = run_in(tmp_path / "home", "watch", str(folder), "--every", "0.05", "--for", "3", "--json")
    assert done.exit_code == 0, done.output
    (line,) = done.stdout.splitlines()
    assert (json.loads(line)["contract"], json.loads(line)["status"]) == ("Acme", "added")
    assert run_in(tmp_path / "home", "watch", str(folder / "nowhere")).exit_code == 2
