"""A file that holds files -> these files in a folder: archives, messages with attachments, PDFs with attachments."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ingest.read.characters import clean
from ingest.read.limits import Limits
from ingest.read.member import Member
from ingest.read.sniff import Format, sniff

ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz")
_LEFT_OUT = (".", "~$", "__MACOSX")  # what operating systems and Word leave beside files
_LONGEST_NAME = 120  # characters; file systems allow 255 bytes
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"|?*\0', "_"))


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files taken out, with their folders within the container ("fr/network"), and the names that were refused, with why."""

    files: tuple[tuple[Path, str], ...]
    refused: tuple[tuple[str, str], ...]


def unpack(path: Path, target: Path, suffixes: tuple[str, ...], limits: Limits) -> Unpacked:
    """Take the files out of a container that can be read; others are left, as those of a folder are.

    Args:
        path: the container.
        target: an empty folder; each file goes into a folder of its own there, so that equal names do not collide.
        suffixes: the endings of files that are read; archives among them are refused, since they would be nested.
        limits: the bounds.

    Raises:
        UnreadableFile: the container cannot be opened; the class below it says why.
    """
    files: list[tuple[Path, str]] = []
    refused: list[tuple[str, str]] = []
    for number, member in enumerate(_members(path, limits)):
        way = [part for part in PurePosixPath(member.name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
        if not way or any(part.startswith(_LEFT_OUT) for part in way):
            continue
        name = _safe(way[-1])
        suffix = PurePosixPath(name).suffix.lower()
        if suffix in ARCHIVES:
            refused.append(
                (
                    name,
                    f"{name}: expected a document, got an archive within {path.name}; unpack it and ingest its files",
                )
            )
        elif suffix in suffixes:
            place = target / str(number) / name
            place.parent.mkdir(parents=True)
            place.write_bytes(member.content())
            files.append((place, "/".join(clean(part) for part in way[:-1])))
    return Unpacked(tuple(files), tuple(refused))


def _members(path: Path, limits: Limits) -> Iterator[Member]:
    kind = sniff(path, limits)
    if kind is Format.ARCHIVE:
        from ingest.read.archive import members  # start-up: each format's library is loaded when it is needed

        yield from members(path, limits)
    elif kind is Format.MAIL:
        from ingest.read import mail  # start-up: as above

        yield from mail.attachments(path, limits)
    elif kind is Format.OUTLOOK:
        from ingest.read import outlook  # start-up: as above

        yield from outlook.attachments(path)
    elif kind is Format.PDF:
        from ingest.read import attached  # start-up: as above

        yield from attached.attachments(path)


def _safe(name: str) -> str:
    """A name that any file system takes: no control characters, no marks with a meaning, not too long."""
    kept = clean(unicodedata.normalize("NFC", name)).translate(_FORBIDDEN)
    stem, dot, suffix = kept.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{suffix[:12]}" if dot else kept[:_LONGEST_NAME]
