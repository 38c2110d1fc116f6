"""A Word file's package, held against zip and XML bombs before anything parses it."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

from ingest.errors import DamagedFile, EncryptedFile, FileTooLarge
from ingest.read.limits import MEGABYTE, Budget

CHUNK = MEGABYTE
# A part smaller than this may be packed as tightly as it likes.
RATIO_FROM = 10 * MEGABYTE
ENCRYPTED_FLAG = 0x1  # APPNOTE.TXT 4.4.4, bit 0
XML_SUFFIXES = (".xml", ".rels", ".vml")
# A document type carries the entities of an XML bomb; the format forbids it (ECMA-376 part 2, 6.1.4).
DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def check_package(path: Path, budget: Budget) -> None:
    """Unpack a package once, part by part and without keeping it, to see that it is whole and within bounds.

    Raises:
        FileTooLarge: it has too many parts, or unpacks to too much, by its directory or in fact.
        DamagedFile: it is no zip archive, a part is missing or broken, or declares XML entities.
        EncryptedFile: its parts are encrypted.
    """
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
            _check_directory(parts, budget)
            total = 0
            for part in parts:
                total += _check_part(package, part, budget)
                if total > budget.limits.expanded_size:
                    _refuse_size(budget, total)
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise DamagedFile(
            f"{path.name}: expected a whole Word document, got a broken package ({error}); fetch the file again"
        ) from error


def _check_directory(parts: list[zipfile.ZipInfo], budget: Budget) -> None:
    limits = budget.limits
    if len(parts) > limits.parts:
        raise FileTooLarge(
            f"{budget.name}: expected at most {limits.parts:,} parts in the package, got {len(parts):,}; "
            "save it anew from the program that made it"
        )
    if any(part.flag_bits & ENCRYPTED_FLAG for part in parts):
        raise EncryptedFile(
            f"{budget.name}: expected an open document, got one behind a password; save a copy without the password"
        )
    total = sum(part.file_size for part in parts)
    if total > limits.expanded_size:
        _refuse_size(budget, total)
    for part in parts:
        if part.file_size > RATIO_FROM and part.file_size > limits.ratio * max(part.compress_size, 1):
            raise FileTooLarge(
                f"{budget.name}: expected no part to unpack to more than {limits.ratio} times its size, "
                f"got {part.filename} with {part.file_size / max(part.compress_size, 1):,.0f} times; "
                "this looks like a decompression bomb, do not open it"
            )


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, budget: Budget) -> int:
    """The bytes of a part, counted while it is unpacked: the directory may lie."""
    is_xml = part.filename.lower().endswith(XML_SUFFIXES)
    size = 0
    tail = b""
    with package.open(part) as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            budget.spend(0)
            if size > budget.limits.expanded_size:
                _refuse_size(budget, size)
            if is_xml and any(mark in tail + chunk for mark in DOCTYPES):
                raise DamagedFile(
                    f"{budget.name}: expected a Word document, got one whose part {part.filename} declares a document "
                    "type, which the format forbids; do not open it"
                )
            tail = chunk[-max(map(len, DOCTYPES)) :]
    return size


def _refuse_size(budget: Budget, size: int) -> None:
    raise FileTooLarge(
        f"{budget.name}: expected to unpack to at most {budget.limits.expanded_size:,} bytes, got {size:,} or more; "
        "this looks like a decompression bomb, do not open it"
    )
