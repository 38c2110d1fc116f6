"""What is new or changed in a folder since it was last looked at, once it has been written to the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ingest.errors import FileMissing
from ingest.plan import Job

Stamp = tuple[int, int]
"""When a file was last written, in nanoseconds, and its size in bytes."""


class Watch:
    """Looks at files again and again.

    A file is given out once it looks the same twice on end, so that one that is still being copied waits; and again when it has changed.

    Args:
        plan: gives the jobs of all files that are there now; it may raise `FileMissing` for an empty folder.
    """

    def __init__(self, plan: Callable[[], Sequence[Job]]) -> None:
        self._plan = plan
        self._seen: dict[Path, Stamp] = {}
        self._given: dict[Path, Stamp] = {}

    def settled(self) -> list[Job]:
        """The jobs of files that are new or changed, and were the same when they were last looked at."""
        jobs = {job.path: job for job in self._jobs()}
        now = {path: stamp for path in jobs if (stamp := _stamp(path)) is not None}
        ready = [path for path, stamp in now.items() if self._seen.get(path) == stamp != self._given.get(path)]
        self._seen = now
        self._given = {path: stamp for path, stamp in self._given.items() if path in now}
        self._given.update({path: now[path] for path in ready})
        return [jobs[path] for path in ready]

    def _jobs(self) -> Sequence[Job]:
        try:
            return self._plan()
        except FileMissing:
            return ()  # nothing is there yet


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None  # it went away since it was listed
    return status.st_mtime_ns, status.st_size
