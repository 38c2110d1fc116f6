"""The original files, kept under the SHA-256 of their bytes and never changed."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_BLOCK = 1 << 20  # bytes read at once
_PART = ".part-"  # how the name of a file that is being written begins

Copy = Callable[[BinaryIO, BinaryIO], str]


@dataclass(frozen=True, slots=True)
class Original:
    """A stored original: the SHA-256 of its bytes in hex, its suffix (".pdf", lower case) and its size in bytes."""

    sha256: str
    suffix: str
    size: int


def copy_hashed(source: BinaryIO, target: BinaryIO) -> str:
    """Copy all bytes and return their SHA-256 in hex."""
    digest = hashlib.sha256()
    while block := source.read(_BLOCK):
        digest.update(block)
        target.write(block)
    return digest.hexdigest()


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex.

    Raises:
        OSError: when the file cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Originals:
    """A folder of originals: ``<first two digits>/<sha256><suffix>``.

    ``copy`` writes a source to a target and returns its SHA-256 (tests pass one that fails).
    """

    def __init__(self, folder: Path, copy: Copy = copy_hashed) -> None:
        self._folder = folder
        self._copy = copy

    def path(self, sha256: str, suffix: str) -> Path:
        """Where the original of that hash and suffix stands, whether or not it is there."""
        return self._folder / sha256[:2] / f"{sha256}{suffix}"

    def place(self, source: Path) -> Original:
        """Store a copy of the file: written beside, flushed to the disk, then renamed, so that it is whole or absent.

        Raises:
            OSError: when the source cannot be read or the copy cannot be written; nothing is left behind.
        """
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(prefix=_PART, dir=self._folder)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as target, source.open("rb") as file:
                sha256 = self._copy(file, target)
                target.flush()
                os.fsync(target.fileno())
            original = Original(sha256, source.suffix.lower(), part.stat().st_size)
            self._settle(part, self.path(sha256, original.suffix))
        finally:
            part.unlink(missing_ok=True)
        return original

    def sweep(self, kept: set[tuple[str, str]]) -> list[Path]:
        """Remove what a killed writer left: half-written files, and originals that are not in ``kept``.

        Args:
            kept: the SHA-256 and suffix of every original that a document refers to.

        Returns:
            The files removed.
        """
        known = {self.path(sha256, suffix) for sha256, suffix in kept}
        orphans = [path for path in self._files() if path not in known]
        for path in orphans:
            path.unlink(missing_ok=True)
        return orphans

    def check(self, kept: Iterable[tuple[str, str]]) -> list[str]:
        """What is wrong with the originals that should be there, a sentence each."""
        faults = []
        for sha256, suffix in kept:
            path = self.path(sha256, suffix)
            if not path.is_file():
                faults.append(f"expected the original {path}, found none; remove its document and ingest it again")
            elif sha256_of(path) != sha256:
                faults.append(f"expected {path} to be unchanged, got other bytes; restore it from a backup")
        return faults

    def _files(self) -> Iterator[Path]:
        if self._folder.is_dir():
            yield from (path for path in self._folder.rglob("*") if path.is_file())

    @staticmethod
    def _settle(part: Path, place: Path) -> None:
        place.parent.mkdir(exist_ok=True, mode=0o700)
        part.replace(place)
        if os.name == "posix":  # elsewhere a folder cannot be opened, and needs no flush of its own
            folder = os.open(place.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
