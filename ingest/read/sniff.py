"""Which format a file has, by its content; a contradicting extension is refused."""

from __future__ import annotations

import stat
import zipfile
from enum import StrEnum
from pathlib import Path

from ingest.errors import EmptyFile, EncryptedFile, FileMissing, FileTooLarge, UnsupportedFormat
from ingest.read.limits import Limits

SAMPLE = 64 * 1024
PDF_HEADER_WITHIN = 1024  # ISO 32000-1, annex H.3, note 13: readers accept the header in the first 1,024 bytes
OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: what Word wraps a password-protected document in
SUPPORTED = "PDF, Word (.docx), Markdown and plain text"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b\x1a")


class Format(StrEnum):
    """The formats that are read."""

    PDF = "PDF"
    DOCX = "Word document"
    MARKDOWN = "Markdown"
    TEXT = "plain text"


EXTENSIONS = {
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".md": Format.MARKDOWN,
    ".mdx": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
}


def sniff(path: Path, limits: Limits) -> Format:
    """The format of a file.

    Raises:
        FileMissing: no such path, not a regular file, or it may not be opened.
        EmptyFile: the file has no bytes.
        FileTooLarge: the file has more bytes than the limits allow.
        EncryptedFile: the file is an Office document behind a password.
        UnsupportedFormat: the content is of another format, or contradicts the extension.
    """
    head = _head(path, limits)
    found = _format_of(path, head)
    expected = EXTENSIONS.get(path.suffix.lower())
    if expected is None:
        return found
    if found is Format.TEXT and expected is Format.MARKDOWN:
        return expected
    if found is not expected:
        raise UnsupportedFormat(
            f"{path.name}: expected {_article(expected)} by its extension, got {_article(found)} by its content; "
            "give the file its right extension"
        )
    return found


def _head(path: Path, limits: Limits) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "something that is not a file"
            raise FileMissing(f"{path}: expected a file, got {kind}; name the file itself")
        if status.st_size > limits.file_size:
            raise FileTooLarge(
                f"{path.name}: expected at most {limits.file_size:,} bytes, got {status.st_size:,}; split the file"
            )
        with path.open("rb") as stream:
            head = stream.read(SAMPLE)
    except FileNotFoundError:
        raise FileMissing(f"{path}: expected a file, found nothing of that name; check the path") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileMissing(f"{path}: expected a file that may be read, got: {reason}; check its permissions") from error
    except ValueError as error:  # a NUL inside the path
        raise FileMissing(f"{path!s}: expected a path, got: {error}; check the path") from error
    if not head:
        raise EmptyFile(f"{path.name}: expected a document, got an empty file; fetch it again")
    return head


def _format_of(path: Path, head: bytes) -> Format:
    if b"%PDF-" in head[:PDF_HEADER_WITHIN]:
        return Format.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _format_of_zip(path)
    if head.startswith(OLE_HEADER):
        return _refuse_ole(path, head)
    if is_text(head):
        return Format.TEXT
    raise UnsupportedFormat(
        f"{path.name}: expected one of {SUPPORTED}, got bytes that are none of them; convert the file to PDF"
    )


def _format_of_zip(path: Path) -> Format:
    """A Word document is a zip package that holds a main document part; damage is left to the reader to name."""
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        if path.suffix.lower() in (".docx", ".docm"):
            return Format.DOCX
        names = []
    if any(name.startswith("word/") for name in names) or (
        "[Content_Types].xml" in names and path.suffix.lower() == ".docx"
    ):
        return Format.DOCX
    raise UnsupportedFormat(
        f"{path.name}: expected one of {SUPPORTED}, got a zip archive that is no Word document; "
        "unpack it, or convert its content to PDF"
    )


def _refuse_ole(path: Path, head: bytes) -> Format:
    # The directory of the container names its streams in UTF-16; it need not stand in the first bytes of a large file.
    content = head if len(head) < SAMPLE else path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise EncryptedFile(
            f"{path.name}: expected an open document, got one behind a password; save a copy without the password"
        )
    raise UnsupportedFormat(
        f"{path.name}: expected one of {SUPPORTED}, got an old Office file; save it as .docx or PDF"
    )


def is_text(head: bytes) -> bool:
    """Whether the first bytes of a file are text: no NUL and next to no control characters, unless marked as UTF-16."""
    if head.startswith(UTF16_MARKS):
        return len(head) >= 2
    if b"\x00" in head:
        return False
    controls = sum(1 for byte in head if byte < 32 and byte not in TEXT_CONTROLS)
    return controls * 50 <= len(head)


def _article(kind: Format) -> str:
    return "plain text" if kind is Format.TEXT else f"a {kind}"
