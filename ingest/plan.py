"""Paths in, jobs out: which files are read, and into which contract each goes."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import FileMissing

SUFFIXES = (
    *(".pdf", ".docx", ".md", ".markdown", ".txt", ".html", ".htm"),
    *(".odt", ".rtf", ".doc", ".eml", ".msg", ".zip"),
)
"""The suffixes of the files that are picked from a folder; a file that is named itself is tried whatever its suffix."""

_HIDDEN = (".", "~$")  # dot files, and the lock files that Word leaves beside an open document


@dataclass(frozen=True, slots=True)
class Job:
    """A file to ingest: its path, its contract's name, and the folders between the contract's own and the file.

    ``inside`` is the container that the file was taken from (with the folders in it), ``attached`` whether that is a PDF. A
    ``refusal`` is the sentence with which the job fails unread; ``called`` is then the name of what was refused.
    """

    path: Path
    contract: str
    folder: str = ""
    inside: Path | None = None
    attached: bool = False
    refusal: str = ""
    called: str = ""

    @property
    def shown(self) -> Path:
        """The path as a user knows it: that of the container and the name within, for a file that was taken out of one."""
        return self.path if self.inside is None else self.inside / (self.called or self.path.name)


def plan(paths: Sequence[Path], contract: str | None = None, each: bool = False) -> list[Job]:
    """The files to ingest, in sorted order within each path.

    A folder is one contract that bears its name, and a file a contract that bears its stem. Hidden files, files of other
    suffixes and links that lead out of a folder are left out.

    Args:
        paths: files and folders; one that does not exist is kept as a job, which then fails on its own.
        contract: the one contract that everything goes into, instead of the above.
        each: take each file directly in a folder, and each of its subfolders, for a contract of its own.

    Raises:
        FileMissing: a folder holds no file that can be read.
    """
    several = contract is not None and len(paths) > 1  # the folders' own names tell files of one name apart
    return [job for path in paths for job in _jobs(path, contract, each, (_own_name(path),) if several else ())]


def _jobs(path: Path, contract: str | None, each: bool, above: tuple[str, ...]) -> Iterator[Job]:
    if not path.is_dir():
        yield Job(path, contract or _name(path.stem))
        return
    files = sorted(_files(path), key=lambda file: file.relative_to(path).parts)
    if not files:
        raise FileMissing(f"expected files ending in {', '.join(SUFFIXES)} in {path}, found none; check the folder")
    for file in files:
        way = file.relative_to(path).parts
        if not each:
            yield Job(file, contract or _own_name(path), "/".join((*above, *way[:-1])))
        elif len(way) == 1:
            yield Job(file, contract or _name(file.stem))
        else:
            yield Job(file, contract or _name(way[0]), "/".join(way[1:-1]))


def _files(folder: Path) -> Iterator[Path]:
    """The files to read in a folder and below it."""
    home = folder.resolve()
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        for name in names:
            file = Path(parent, name)
            wanted = file.suffix.lower() in SUFFIXES and not name.startswith(_HIDDEN)
            if wanted and file.resolve().is_relative_to(home):
                yield file


def _own_name(folder: Path) -> str:
    return _name(folder.resolve().name)


def _name(name: str) -> str:
    """A file's or folder's name as text: some systems hand out accents as separate characters."""
    return unicodedata.normalize("NFC", name)


def size_of(path: Path) -> int:
    """The bytes of a file, 0 when it is not there: it then fails on its own."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):  # ValueError: a NUL inside the path
        return 0
