"""The SQLite file of a library: looked at by anybody, changed by one writer at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from filelock import FileLock, Timeout

from ingest.errors import LibraryBusy
from ingest.faults import translated
from ingest.generation import Generation
from ingest.schema import STATE, open_engine

REMEDY = "restore it from a backup, or move it away and ingest the contracts again (reindex cannot mend it)"
"""What to do about a library that is damaged, as the end of a sentence."""


class LibraryFile:
    """The file ``library.sqlite`` of a home folder, which is made when it does not exist. Safe to share between threads.

    Args:
        home: the folder.
        lock_seconds: how long `writing` waits for another writer.

    Raises:
        LibraryDamaged: the file is corrupt or not a library.
        LibraryError: the home cannot be used, or a newer version wrote it.
    """

    def __init__(self, home: Path, lock_seconds: float) -> None:
        self.path = home / "library.sqlite"
        self._lock = FileLock(home / "library.lock", timeout=lock_seconds)
        with translated(self.path, REMEDY):
            home.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.engine = open_engine(self.path)
            self._generation = Generation(self.path)

    @property
    def generation(self) -> int:
        """A number that grows with each committed change."""
        with translated(self.path, REMEDY):
            return self._generation.read()

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Keep to one generation while the block runs, in this thread, until the thread itself changes something."""
        with self._generation.steady():
            yield

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection on which every query sees one and the same state."""
        with translated(self.path, REMEDY), self.engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one writer while the block runs.

        Raises:
            LibraryBusy: another process or thread is writing and did not finish within ``lock_seconds``.
        """
        with translated(self.path, REMEDY):
            try:
                self._lock.acquire()
            except Timeout as error:
                raise LibraryBusy(
                    f"expected to write to {self.path}, but another process is writing; try again when it has finished"
                ) from error
        try:
            yield
        finally:
            self._lock.release()

    def check_writing(self) -> None:
        """Pass within `writing`.

        Raises:
            RuntimeError: outside of it, which is a fault of the program.
        """
        if not self._lock.is_locked:
            raise RuntimeError("expected to be inside `with library.writing()`, which makes this the one writer")

    @contextmanager
    def changing(self) -> Iterator[sa.Connection]:
        """A transaction within `writing` that commits when the block ends well, and rolls back otherwise."""
        self.check_writing()
        with translated(self.path, REMEDY), self.engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.execute(STATE.update().values(generation=STATE.c.generation + 1))
        self._generation.forget()

    def faults(self) -> list[str]:
        """What is wrong with the file, a sentence each; empty when all is well."""
        with self.reading() as connection:
            found = [
                str(fault) for fault in connection.exec_driver_sql("PRAGMA quick_check").scalars() if fault != "ok"
            ]
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                found.append("a row refers to a document or contract that is not there")
        return [f"{self.path}: {fault}; {REMEDY}" for fault in found]

    def close(self) -> None:
        """Close the file; it is not to be used afterwards."""
        self._generation.close()
        self.engine.dispose()
