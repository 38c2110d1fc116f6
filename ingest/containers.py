"""Jobs whose file holds files (archives, messages, PDFs with attachments) become the jobs of what they hold."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from ingest.errors import IngestError
from ingest.plan import SUFFIXES, Job
from ingest.read.unpack import Unpacked

Unpack = Callable[[Path, Path, tuple[str, ...]], Unpacked]

_ARCHIVES = (".zip",)
_MESSAGES = (".eml", ".msg")
_DEEPEST = 3  # a message attached to one in an archive is opened, one attached to that is read but not opened


class Containers:
    """Opens containers into a folder that goes away afterwards; use it as a context manager.

    What a killed run left there is removed by the next one; a run that still works holds a lock beside its folder.

    Args:
        home: where the folders are; made when it is needed.
        unpack: takes the files with some suffixes out of a container, into an empty folder.
        attachments: whether files attached to PDFs are taken out too, for annexes.
    """

    def __init__(self, home: Path, unpack: Unpack, attachments: bool = False) -> None:
        self._home = home
        self._unpack = unpack
        self._attachments = attachments
        self._folder = home / uuid.uuid4().hex
        self._lock = FileLock(self._folder.with_suffix(".lock"))
        self._opened = 0

    def __enter__(self) -> Self:
        if self._home.is_dir():
            self._sweep()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock.is_locked:
            self._discard(self._folder, self._lock)
        if self._home.is_dir():
            self._sweep()  # once more: a process of a killed run may have written a moment longer than it

    def opened(self, jobs: Sequence[Job]) -> list[Job]:
        """The jobs in their order: an archive is replaced by its files, a message or a PDF is followed by its attachments."""
        return [inner for job in jobs for inner in self._of(job, 1)]

    def _of(self, job: Job, depth: int) -> Iterator[Job]:
        suffix = job.path.suffix.lower()
        if suffix in _ARCHIVES:
            yield from self._held(job, depth)
            return
        yield job
        if suffix in _MESSAGES or (suffix == ".pdf" and self._attachments):
            yield from self._held(job, depth)

    def _held(self, job: Job, depth: int) -> Iterator[Job]:
        """The jobs of what a container holds; one that cannot be opened is a job that fails."""
        is_archive = job.path.suffix.lower() in _ARCHIVES
        if depth > _DEEPEST or not job.path.exists():
            yield from (job,) if is_archive else ()
            return
        try:
            held = self._unpack(job.path, self._room(), SUFFIXES)
        except IngestError as failure:
            yield from (replace(job, refusal=str(failure)),) if is_archive else ()  # a message's own reading says it
            return
        inside = job.shown
        if is_archive and not held.files and not held.refused:
            yield replace(
                job,
                refusal=f"{inside.name}: expected files ending in {', '.join(SUFFIXES)}, found none; check the archive",
            )
        for path, folder in held.files:
            way = "/".join(part for part in (job.folder, folder) if part)
            attached = job.path.suffix.lower() == ".pdf"
            yield from self._of(Job(path, job.contract, way, inside / folder, attached), depth + 1)
        for name, reason in held.refused:
            yield Job(job.path, job.contract, job.folder, inside, refusal=reason, called=name)

    def _room(self) -> Path:
        """An empty folder for the files of one container."""
        if not self._lock.is_locked:
            self._home.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock.acquire()
        self._opened += 1
        room = self._folder / str(self._opened)
        room.mkdir(parents=True)
        return room

    def _sweep(self) -> None:
        """Remove the folders of runs that are over."""
        for path in self._home.glob("*.lock"):
            lock = FileLock(path, timeout=0)
            try:
                lock.acquire()
            except Timeout:
                continue  # that run still works
            self._discard(path.with_suffix(""), lock)
        for folder in self._home.iterdir():
            if (
                folder.is_dir() and not folder.with_suffix(".lock").exists()
            ):  # a lock comes before its folder and goes after it
                shutil.rmtree(folder, ignore_errors=True)

    @staticmethod
    def _discard(folder: Path, lock: FileLock) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        lock.release()
        Path(lock.lock_file).unlink(missing_ok=True)
