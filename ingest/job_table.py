"""The work that goes on behind a page: one table of jobs in the library's file, seen by every session and every process."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from ingest.errors import UnknownJob
from ingest.faults import translated
from ingest.schema import JOBS, open_engine

FILE = "library.sqlite"
KEPT = 100
"""Ended jobs that are remembered."""
_REMEDY = "restore it from a backup, or move it away and ingest the contracts again"


class State(StrEnum):
    """How a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"  # its process went away while it waited or ran


OPEN = (State.WAITING, State.RUNNING)
"""The states of a job that has not ended."""


@dataclass(frozen=True, slots=True)
class JobRecord:
    """A job as it stands.

    ``kind`` names the function that does it and ``payload`` is what that function is given, so that an interrupted job can be
    done again. ``done`` of ``total`` parts are finished (both 0 until known); ``current`` and ``stage`` say what is at hand.
    ``message`` is a sentence when it failed. ``asked_by`` is who asked for it, empty where nobody has to sign in. ``created`` and
    ``ended`` are ISO 8601 in UTC; ``ended`` is empty until then.
    """

    id: int
    kind: str
    title: str
    asked_by: str
    state: State
    done: int
    total: int
    current: str
    stage: str
    message: str
    payload: Mapping[str, Any]
    result: Mapping[str, Any]
    created: str
    ended: str
    cancelling: bool

    @property
    def open(self) -> bool:
        """Whether it waits or runs."""
        return self.state in OPEN


class JobTable:
    """The jobs of a home; safe to use from any thread and process.

    Args:
        home: the folder that holds the library's file, which is made when missing.
    """

    def __init__(self, home: Path) -> None:
        self._path = home / FILE
        with translated(self._path, _REMEDY):
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._engine = open_engine(self._path)

    def add(self, kind: str, title: str, payload: Mapping[str, Any], asked_by: str = "") -> int:
        """Enter a job that waits for its turn in this process; its number. The oldest of more than `KEPT` that ended are forgotten."""
        row = {
            "kind": kind,
            "title": title,
            "asked_by": asked_by,
            "payload": dict(payload),
            "state": State.WAITING,
            "created": _now(),
            "process": os.getpid(),
            **dict.fromkeys(("current", "stage", "message", "ended"), ""),
            **dict.fromkeys(("done", "total", "cancelling"), 0),
            "result": {},
        }
        with self._changing() as connection:
            kept = sa.select(JOBS.c.id).where(JOBS.c.ended != "").order_by(JOBS.c.id.desc()).limit(KEPT)
            connection.execute(JOBS.delete().where(JOBS.c.ended != "", JOBS.c.id.not_in(kept)))
            return int(connection.execute(JOBS.insert().values(**row).returning(JOBS.c.id)).scalar_one())

    def get(self, number: int) -> JobRecord:
        """The job of that number.

        Raises:
            UnknownJob: there is none.
        """
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(JOBS).where(JOBS.c.id == number)).mappings().first()
        if row is None:
            raise UnknownJob(f"expected the number of a job, got {number}, which is not there any more")
        return _record(row)

    def all(self, limit: int = KEPT) -> list[JobRecord]:
        """The jobs, the latest first."""
        with self._engine.connect() as connection:
            query = sa.select(JOBS).order_by(JOBS.c.id.desc()).limit(limit)
            return [_record(row) for row in connection.execute(query).mappings()]

    def update(self, number: int, **values: Any) -> None:
        """Set columns of a job."""
        with self._changing() as connection:
            connection.execute(JOBS.update().where(JOBS.c.id == number).values(**values))

    def end(self, number: int, state: State, message: str = "") -> None:
        """Mark a job as ended."""
        self.update(number, state=state, message=message, ended=_now())

    def ask_to_cancel(self, number: int) -> None:
        """Ask the one who does a job to stop; one that only waits will not be begun."""
        self.update(number, cancelling=1)

    def mark_interrupted(self) -> list[int]:
        """Mark as interrupted what waits or runs in a process that is no more; their numbers."""
        with self._changing() as connection:
            query = sa.select(JOBS.c.id, JOBS.c.process).where(JOBS.c.state.in_(OPEN))
            gone = [row.id for row in connection.execute(query) if not _alive(row.process)]
            values = {"state": State.INTERRUPTED, "ended": _now()}
            connection.execute(JOBS.update().where(JOBS.c.id.in_(gone)).values(**values))
        return gone

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    @contextmanager
    def _changing(self) -> Iterator[sa.Connection]:
        with translated(self._path, _REMEDY), self._engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection


def _record(row: Any) -> JobRecord:
    fields = {name: row[name] for name in JobRecord.__slots__}
    return JobRecord(**{**fields, "state": State(row["state"]), "cancelling": bool(row["cancelling"])})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _alive(process: int) -> bool:
    """Whether a process of that number runs on this machine."""
    if process == os.getpid():
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
