from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import EmptyFile, UnknownJob
from ingest.job_runner import JobRunner, Ticket
from ingest.job_table import KEPT, JobTable, State
from ingest.library import Library


@pytest.fixture
def table(tmp_path: Path) -> Iterator[JobTable]:
    table = JobTable(tmp_path)
    yield table
    table.close()


def count(payload: Mapping[str, Any], ticket: Ticket) -> Mapping[str, Any]:
    for number in range(payload["to"]):
        ticket.tell(number + 1, payload["to"], f"part {number}", "counting")
    return {"counted": payload["to"]}


def test_a_job_is_done_and_its_result_is_kept(table: JobTable) -> None:
    runner = JobRunner(table, {"count": count})
    number = runner.put("count", "Counting", {"to": 3}, "ann")
    runner.close()
    job = table.get(number)
    assert (job.state, job.done, job.total, job.result, job.asked_by) == (State.DONE, 3, 3, {"counted": 3}, "ann")
    assert job.ended
    assert not job.open


def test_jobs_live_in_the_library_file_and_do_not_count_as_its_changes(table: JobTable, tmp_path: Path) -> None:
    library = Library(tmp_path)
    before = library.generation
    JobTable(tmp_path).add("count", "Counting", {})
    assert [job.title for job in table.all()] == ["Counting"]
    assert library.generation == before
    library.close()


def test_a_running_job_is_cancelled_where_it_tells_how_far_it_is(table: JobTable) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(_: Mapping[str, Any], ticket: Ticket) -> Mapping[str, Any]:
        ticket.keep({"finished": ["first"]})
        begun.set()
        assert go_on.wait(20)
        ticket.tell(1, 2)
        raise AssertionError("it went on")

    runner = JobRunner(table, {"work": work, "count": count})
    running, waiting = runner.put("work", "", {}), runner.put("count", "", {"to": 1})
    assert begun.wait(20)
    assert table.get(running).state is State.RUNNING
    runner.cancel(running)
    runner.cancel(waiting)
    go_on.set()
    runner.close()
    assert table.get(running).state is State.CANCELLED
    assert table.get(running).result == {"finished": ["first"]}
    assert (table.get(waiting).state, table.get(waiting).result) == (State.CANCELLED, {})


def test_a_failure_is_a_sentence_and_the_next_job_is_done(table: JobTable) -> None:
    def fail(payload: Mapping[str, Any], _: Ticket) -> Mapping[str, Any]:
        raise EmptyFile("expected words, got none") if payload else ZeroDivisionError("secret")

    runner = JobRunner(table, {"fail": fail, "count": count})
    numbers = [runner.put("fail", "", {"x": 1}), runner.put("fail", "", {}), runner.put("count", "", {"to": 1})]
    runner.close()
    assert [table.get(number).state for number in numbers] == [State.FAILED, State.FAILED, State.DONE]
    assert table.get(numbers[0]).message == "expected words, got none"
    assert "ZeroDivisionError" in table.get(numbers[1]).message
    assert "secret" not in table.get(numbers[1]).message


def test_what_a_process_left_undone_is_interrupted_and_can_be_done_again(table: JobTable) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left, ours = table.add("count", "Counting", {"to": 2}), table.add("count", "Waiting here", {"to": 2})
    table.update(left, process=gone.pid, state=State.RUNNING)
    runner = JobRunner(table, {"count": count})
    assert table.get(left).state is State.INTERRUPTED
    assert table.get(ours).state is State.WAITING
    again = runner.again(left)
    runner.close()
    assert table.get(again).state is State.DONE


def test_another_process_that_still_runs_keeps_its_jobs(table: JobTable) -> None:
    number = table.add("count", "", {})
    table.update(number, process=os.getppid())
    assert table.mark_interrupted() == []


def test_only_known_kinds_and_numbers_are_taken(table: JobTable) -> None:
    with pytest.raises(ValueError, match="expected one of the kinds count, got 'other'"):
        JobRunner(table, {"count": count}).put("other", "", {})
    with pytest.raises(UnknownJob, match="got 7"):
        table.get(7)


def test_old_jobs_are_forgotten(table: JobTable) -> None:
    for _ in range(KEPT + 2):
        table.end(table.add("count", "", {}), State.DONE)
    assert len(table.all(limit=KEPT + 10)) == KEPT + 1  # those that ended when the last one was entered, and itself
    open_job = table.add("count", "", {})
    assert table.all()[0].id == open_job
