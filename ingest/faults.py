"""The failures of the disk and of SQLite, translated into the errors of storing."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy.exc

from ingest.errors import LibraryBusy, LibraryDamaged, LibraryError, StorageFull

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_PRIMARY_CODE = 0xFF  # an extended result code holds its primary one in the low byte (sqlite.org/rescode.html)
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@contextmanager
def translated(path: Path, remedy: str) -> Iterator[None]:
    """Turn what the disk or SQLite raises in the block into an error of storing; anything else passes unchanged.

    Args:
        path: the file or folder that is worked on, named in the message.
        remedy: what to do about a damaged file, as the end of a sentence.

    Raises:
        StorageFull: there is no room left.
        LibraryDamaged: the file is corrupt or no database.
        LibraryBusy: another process holds the database.
        LibraryError: the file cannot be opened, read or written.
    """
    try:
        yield
    except (sqlalchemy.exc.DBAPIError, sqlite3.Error) as error:
        translation = _of_sqlite(error, path, remedy)
        if translation is None:
            raise
        raise translation from error
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise _full(path) from error
        raise LibraryError(f"expected to read and write {path}, got: {error}; check its permissions") from error


def free_bytes(folder: Path) -> int:
    """The bytes that are free on the disk of a folder, which must exist."""
    return shutil.disk_usage(folder).free


def _of_sqlite(error: sqlalchemy.exc.DBAPIError | sqlite3.Error, path: Path, remedy: str) -> LibraryError | None:
    cause = error.orig if isinstance(error, sqlalchemy.exc.DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", 0) & _PRIMARY_CODE
    if code == sqlite3.SQLITE_FULL:
        return _full(path)
    if code in _DAMAGED:
        return LibraryDamaged(f"expected {path} to be a sound database, got: {cause}; {remedy}")
    if code in _BUSY:
        return LibraryBusy(f"expected {path} to be free, but another process holds it; try again when it has finished")
    if code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM}:
        return LibraryError(f"expected to read and write {path}, got: {cause}; check its permissions and its disk")
    return None


def _full(path: Path) -> StorageFull:
    return StorageFull(
        f"expected room on the disk to write {path}, found none; nothing was stored, free some and retry"
    )
