"""The journal of a run: each finished case at once on disk, so that an interrupted run goes on where it stopped."""

from __future__ import annotations

import json
import os
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from filelock import FileLock, Timeout
from pydantic import ValidationError

from evals.errors import RunError
from evals.record import CaseRecord


class Journal:
    """A run folder held by one run, as a context manager.

    The first line names the run by its fingerprint; each further line is a finished case. A last line that was cut
    off by an interruption is dropped.

    Raises:
        RunError: on entering, when another run holds the folder, when it holds the journal of a run with another
        fingerprint, or when
            the journal is damaged before its last line.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self.path = folder / "journal.jsonl"
        self.done: dict[str, CaseRecord] = {}
        self._fingerprint = fingerprint
        self._lock = FileLock(folder / "run.lock", timeout=0)
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire()
        except Timeout:
            raise RunError(
                f"{self.path.parent}: another run is writing here; wait for it or choose another folder"
            ) from None
        try:
            self._open()
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
        self._lock.release()

    def append(self, record: CaseRecord) -> None:
        """Keep a finished case; it is on disk when this returns.

        Raises:
            RunError: when the journal is not open.
        """
        self._write(record.model_dump_json())
        self.done[record.key] = record

    def _open(self) -> None:
        kept = self._read() if self.path.exists() else 0
        self._file = self.path.open("ab")
        self._file.truncate(kept)
        if kept == 0:
            self._write(json.dumps({"run": self._fingerprint}))

    def _write(self, line: str) -> None:
        if self._file is None:
            raise RunError("expected an open journal; use it in a with statement")
        self._file.write(line.encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def _read(self) -> int:
        """Read what is there; the number of bytes to keep."""
        content = self.path.read_bytes()
        whole = content[: content.rfind(b"\n") + 1]
        lines = whole.splitlines()
        if lines:
            self._check_header(lines[0])
        for number, line in enumerate(lines[1:], start=2):
            try:
                record = CaseRecord.model_validate_json(line)
            except ValidationError as error:
                raise RunError(
                    f"{self.path}, line {number}: expected a finished case, found something else; choose another folder"
                ) from error
            self.done[record.key] = record
        return len(whole)

    def _check_header(self, line: bytes) -> None:
        try:
            found = json.loads(line)["run"]
        except (ValueError, KeyError, TypeError):
            raise RunError(
                f"{self.path}: expected the journal of a run, found something else; choose another folder"
            ) from None
        if found != self._fingerprint:
            raise RunError(
                f"{self.path.parent}: holds a run over other questions, settings or a changed program; "
                "choose another folder, or remove this one to start anew"
            )
