"""Which format a file has, by its content; a contradicting extension is refused."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from ingest.errors import EmptyFile, EncryptedFile, FileMissing, FileTooLarge, UnsupportedFormat
from ingest.read.limits import Limits

SAMPLE = 64 * 1024
PDF_HEADER_WITHIN = 1024  # ISO 32000-1, annex H.3, note 13: readers accept the header in the first 1,024 bytes
OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: what Word wraps a password-protected document in
SUPPORTED = "PDF, Word (.docx), OpenDocument text, RTF, HTML, e-mail (.eml, .msg), Markdown and plain text"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b\x1a")


class Format(StrEnum):
    """The formats that are read."""

    PDF = "PDF"
    DOCX = "Word document"
    MARKDOWN = "Markdown"
    TEXT = "plain text"
    HTML = "HTML page"
    MAIL = "e-mail message"
    OUTLOOK = "message saved by Outlook"
    ODT = "OpenDocument text"
    RTF = "rich text (RTF)"
    DOC = "old Word (.doc)"
    ARCHIVE = "zip archive"


EXTENSIONS = {
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".md": Format.MARKDOWN,
    ".mdx": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".eml": Format.MAIL,
    ".msg": Format.OUTLOOK,
    ".odt": Format.ODT,
    ".rtf": Format.RTF,
    ".doc": Format.DOC,
    ".zip": Format.ARCHIVE,
}
WRITTEN = frozenset({Format.TEXT, Format.MARKDOWN, Format.HTML, Format.MAIL})
"""The formats that are written in plain characters: the extension tells them apart, else how they begin."""
_BEGINS_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_BEGINS_MAIL = re.compile(
    rb"(?:(?:[A-Za-z][A-Za-z0-9-]{1,40}:.{0,2000}|[ \t].{0,2000})\r?\n){0,40}?(?:From|Received|Message-ID):.{1,2000}\n",
    re.IGNORECASE,
)
_OLE_STREAMS = {
    "WordDocument": Format.DOC,
    "__properties_version1.0": Format.OUTLOOK,
}  # by what they hold ([MS-DOC], [MS-OXMSG])
_ODT_TYPE = b"application/vnd.oasis.opendocument.text"
_LONGEST_TYPE = 200  # bytes of the part in which an OpenDocument package says what it is


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
    if found in WRITTEN and expected in WRITTEN:
        # a text that is called so may yet be a page of HTML; what a file called HTML or Markdown holds is its own matter
        return found if expected is Format.TEXT and found is Format.HTML else expected
    if found is Format.RTF and expected is Format.DOC:
        return found  # Word opens these under either name
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
    # packages first: one that stores a PDF uncompressed has its header among the first bytes too
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _format_of_zip(path)
    if head.startswith(OLE_HEADER):
        return _format_of_ole(path, head)
    if head.startswith(b"{\\rtf"):
        return Format.RTF
    if b"%PDF-" in head[:PDF_HEADER_WITHIN]:
        return Format.PDF
    if is_text(head):
        if _BEGINS_HTML.match(head):
            return Format.HTML
        return Format.MAIL if not path.suffix and _BEGINS_MAIL.match(head) else Format.TEXT
    raise UnsupportedFormat(
        f"{path.name}: expected one of {SUPPORTED}, got bytes that are none of them; convert the file to PDF"
    )


def _format_of_zip(path: Path) -> Format:
    """A Word document is a zip package that holds a main document part; damage is left to the reader to name."""
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            kind = package.read("mimetype")[:_LONGEST_TYPE] if _has_short_type(package) else b""
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, OSError, ValueError):
        return EXTENSIONS.get(path.suffix.lower(), Format.ARCHIVE)
    if any(name.startswith("word/") for name in names) or (
        "[Content_Types].xml" in names and path.suffix.lower() == ".docx"
    ):
        return Format.DOCX
    if kind.startswith(_ODT_TYPE):
        return Format.ODT
    if kind or "[Content_Types].xml" in names:
        raise UnsupportedFormat(
            f"{path.name}: expected one of {SUPPORTED}, got another kind of office file; convert it to PDF"
        )
    return Format.ARCHIVE


def _has_short_type(package: zipfile.ZipFile) -> bool:
    return any(part.filename == "mimetype" and part.file_size <= _LONGEST_TYPE for part in package.infolist())


def _format_of_ole(path: Path, head: bytes) -> Format:
    # The directory of the container names its streams in UTF-16; it need not stand in the first bytes of a large file.
    content = head if len(head) < SAMPLE else path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise EncryptedFile(
            f"{path.name}: expected an open document, got one behind a password; save a copy without the password"
        )
    for stream, kind in _OLE_STREAMS.items():
        if stream.encode("utf-16-le") in content:
            return kind
    raise UnsupportedFormat(
        f"{path.name}: expected one of {SUPPORTED}, got another old Office file; save it as .docx or PDF"
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
    """The format as messages name it."""
    if kind in (Format.TEXT, Format.RTF, Format.ODT, Format.DOC):
        return str(kind)
    return f"an {kind}" if kind[0] in "aeioH" else f"a {kind}"
