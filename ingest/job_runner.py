"""Does the jobs of the table one after another, in a thread of this process, so that no page waits for them."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from queue import SimpleQueue
from typing import Any

from ingest.errors import IngestError
from ingest.job_table import JobRecord, JobTable, State

_TELL_EVERY = 0.25  # seconds between two entries of progress: each is a write to the disk
_log = logging.getLogger(__name__)


class JobCancelled(Exception):
    """Somebody asked the job to stop; raised where its work reports how far it is."""


class Ticket:
    """What the work of a job is handed: where it tells how far it is, and learns that it shall stop."""

    def __init__(self, table: JobTable, number: int) -> None:
        self._table = table
        self._number = number
        self._told = 0.0

    def tell(self, done: int, total: int, current: str = "", stage: str = "") -> None:
        """Say how far the work is.

        Raises:
            JobCancelled: somebody asked it to stop; what is finished stays.
        """
        self.check()
        now = time.monotonic()
        if now - self._told < _TELL_EVERY and done < total:
            return
        self._told = now
        self._table.update(self._number, done=done, total=total, current=current, stage=stage)

    def keep(self, result: Mapping[str, Any]) -> None:
        """Keep what has come of the work so far."""
        self._table.update(self._number, result=dict(result))

    def check(self) -> None:
        """Go on only if nobody asked to stop.

        Raises:
            JobCancelled: somebody did.
        """
        if self._table.get(self._number).cancelling:
            raise JobCancelled


Work = Callable[[Mapping[str, Any], Ticket], Mapping[str, Any]]
"""Does a job, given its payload; what it returns is kept as the job's result."""


class JobRunner:
    """Takes jobs and does them in turn. What another process left undone is marked as interrupted.

    Args:
        table: where the jobs are entered.
        works: by kind, what does them.
        expected: the errors that end a job with their sentence; of any other, only its kind is told, and the log has the rest.
    """

    def __init__(
        self,
        table: JobTable,
        works: Mapping[str, Work],
        expected: tuple[type[Exception], ...] = (IngestError,),
    ) -> None:
        self.table = table
        self._works = dict(works)
        self._expected = expected
        self._queue: SimpleQueue[int | None] = SimpleQueue()
        self._turn = threading.Lock()
        self._thread: threading.Thread | None = None
        table.mark_interrupted()

    def put(self, kind: str, title: str, payload: Mapping[str, Any], asked_by: str = "") -> int:
        """Have a job done as soon as those before it are; its number."""
        if kind not in self._works:
            raise ValueError(f"expected one of the kinds {', '.join(sorted(self._works))}, got {kind!r}")
        number = self.table.add(kind, title, payload, asked_by)
        self._queue.put(number)
        with self._turn:
            if self._thread is None:
                # a daemon: a server that is stopped does not wait for it, and the job is then one that was interrupted
                self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)
                self._thread.start()
        return number

    def again(self, number: int) -> int:
        """Have a job that ended done once more; the number of the new one.

        Raises:
            UnknownJob: there is no such job.
        """
        job = self.table.get(number)
        return self.put(job.kind, job.title, job.payload, job.asked_by)

    def cancel(self, number: int) -> None:
        """Ask for a job to stop: at once when it waits, and where it next tells how far it is when it runs."""
        self.table.ask_to_cancel(number)

    def close(self, seconds: float = 30.0) -> None:
        """Wait until the jobs that were put are done, then let the thread end."""
        with self._turn:
            if self._thread is not None:
                self._queue.put(None)
                self._thread.join(seconds)
                self._thread = None

    def _run(self) -> None:
        while (number := self._queue.get()) is not None:
            try:
                self._do(self.table.get(number))
            except Exception:  # the table itself failed: this job is lost, those that follow need not be
                _log.exception("job %s could not be entered as ended", number)

    def _do(self, job: JobRecord) -> None:
        ticket = Ticket(self.table, job.id)
        try:
            ticket.check()
            self.table.update(job.id, state=State.RUNNING)
            result = self._works[job.kind](job.payload, ticket)
            self.table.update(job.id, result=dict(result))
            self.table.end(job.id, State.DONE)
        except JobCancelled:
            self.table.end(job.id, State.CANCELLED)
        except self._expected as error:
            self.table.end(job.id, State.FAILED, str(error))
        except Exception as error:  # told in the table and in the log: nobody waits for this thread's return
            _log.exception("job %s (%s) failed", job.id, job.kind)
            self.table.end(
                job.id, State.FAILED, f"expected no error, got {type(error).__name__}; the server's log has the rest"
            )
