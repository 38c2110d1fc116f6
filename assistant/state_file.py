"""A file of the home in which something is kept: SQLite, opened for one transaction at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import AssistantError

_BUSY = 10.0  # seconds to wait for another process that writes


@contextmanager
def opened(path: Path, schema: str, what: str, write: bool = False) -> Iterator[sqlite3.Connection]:
    """The file, made when missing, for one transaction: kept when the block ends well, else undone.

    Args:
        path: the file.
        schema: the statements that make its tables where they are missing.
        what: what is kept in it, for the message of a failure.
        write: whether the block writes: it is then the one writer from its start.

    Raises:
        AssistantError: it cannot be opened or written, or is no such file.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = sqlite3.connect(path, timeout=_BUSY)
        try:
            file.execute("pragma foreign_keys = on")
            file.executescript(schema)
            with file:
                if write:
                    file.execute("begin immediate")
                yield file
        finally:
            file.close()
    except (sqlite3.Error, OSError) as error:
        raise AssistantError(
            f"expected to read and write {what} in {path}, got: {error}; check the file and the disk"
        ) from error
