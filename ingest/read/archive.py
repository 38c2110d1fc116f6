"""The files in a zip archive, within bounds of number, size and growth."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from ingest.errors import DamagedFile, EncryptedFile, FileTooLarge
from ingest.read.limits import Budget, Limits
from ingest.read.member import Member
from ingest.read.package import CHUNK, ENCRYPTED_FLAG, RATIO_FROM

_UTF8_FLAG = 0x800  # APPNOTE.TXT 4.4.4, bit 11: the name is in UTF-8
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)


def members(path: Path, limits: Limits) -> Iterator[Member]:
    """The files of an archive in order.

    Raises:
        FileTooLarge: it holds too many files, or unpacks to too much, by its directory or in fact.
        DamagedFile: it is no whole archive, or a name or a link in it leads out of it.
        EncryptedFile: its files are encrypted.
    """
    budget = Budget(limits, path.name)
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir()]
            _check(parts, budget)
            left = limits.expanded_size
            for part in parts:
                content = _content(archive, part, budget, left)
                left -= len(content)
                yield Member(_name(part), lambda content=content: content)  # type: ignore[misc]  # bound now, called later
    except _BROKEN as error:
        raise DamagedFile(
            f"{path.name}: expected a whole zip archive, got a broken one ({str(error)[:200]}); fetch it again"
        ) from error


def _check(parts: list[zipfile.ZipInfo], budget: Budget) -> None:
    limits = budget.limits
    if len(parts) > limits.members:
        raise FileTooLarge(
            f"{budget.name}: expected at most {limits.members:,} files in an archive, got {len(parts):,}; pack fewer files at once"
        )
    if any(part.flag_bits & ENCRYPTED_FLAG for part in parts):
        raise EncryptedFile(
            f"{budget.name}: expected an open archive, got one behind a password; unpack it and ingest the folder"
        )
    for part in parts:
        if _leads_out(part):
            raise DamagedFile(
                f"{budget.name}: expected files within the archive, got {part.filename!r}, which leads out of it; do not open it"
            )
        if part.file_size > RATIO_FROM and part.file_size > limits.ratio * max(part.compress_size, 1):
            _refuse_bomb(budget, part.filename)
    if sum(part.file_size for part in parts) > limits.expanded_size:
        _refuse_bomb(budget, "all its files together")


def _leads_out(part: zipfile.ZipInfo) -> bool:
    """Whether a name is absolute or climbs out of the archive, or the file is a link."""
    name = PurePosixPath(part.filename.replace("\\", "/"))
    windows = PureWindowsPath(part.filename)
    is_link = stat.S_ISLNK(part.external_attr >> 16)
    return name.is_absolute() or ".." in name.parts or bool(windows.drive) or is_link


def _content(archive: zipfile.ZipFile, part: zipfile.ZipInfo, budget: Budget, left: int) -> bytes:
    """The bytes of a file, counted while they are unpacked: the directory may lie."""
    chunks: list[bytes] = []
    size = 0
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            budget.spend(0)
            if size > min(left, budget.limits.file_size):
                _refuse_bomb(budget, part.filename)
            chunks.append(chunk)
    return b"".join(chunks)


def _name(part: zipfile.ZipInfo) -> str:
    """The file's name; some programs write UTF-8 without saying so."""
    if part.flag_bits & _UTF8_FLAG:
        return part.filename
    try:
        return part.filename.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return part.filename


def _refuse_bomb(budget: Budget, what: str) -> None:
    raise FileTooLarge(
        f"{budget.name}: expected to unpack to at most {budget.limits.expanded_size:,} bytes, each file to at most "
        f"{budget.limits.file_size:,} and {budget.limits.ratio} times its size, got more from {what}; "
        "this looks like a decompression bomb, do not open it"
    )
