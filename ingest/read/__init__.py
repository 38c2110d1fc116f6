"""A file -> its `Reading`: the format is found by content, and each format has a module of its own."""

from __future__ import annotations

from pathlib import Path

from ingest.errors import FileTooLarge, UnsupportedFormat
from ingest.read.limits import Limits
from ingest.read.sniff import Format, sniff
from ingest.reading import Reading

DEFAULT_LIMITS = Limits()


def read(path: Path, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Read a file in this process (`ingest.bounded` runs it in another).

    Raises:
        UnreadableFile: the class below it says why; the message names the file and what to do.
    """
    found = sniff(path, limits)
    try:
        return _read(path, found, limits)
    except MemoryError as error:
        raise FileTooLarge(
            f"{path.name}: expected to be read in the memory allowed, ran out of it; split the file"
        ) from error


def _read(path: Path, found: Format, limits: Limits) -> Reading:
    """Hand the file to the module of its format; each is imported when it is needed, for start-up speed."""
    if found is Format.PDF:
        from ingest.read.pdf import read_pdf

        return read_pdf(path, limits)
    if found is Format.DOCX:
        from ingest.read.docx import read_docx

        return read_docx(path, limits)
    if found is Format.HTML:
        from ingest.read.html import read_html

        return read_html(path, limits)
    if found is Format.MAIL:
        from ingest.read.mail import read_mail

        return read_mail(path, limits)
    if found is Format.OUTLOOK:
        from ingest.read.outlook import read_outlook

        return read_outlook(path, limits)
    if found in (Format.ODT, Format.RTF, Format.DOC):
        from ingest.read.office import read_office

        return read_office(path, found, limits)
    if found is Format.ARCHIVE:
        raise UnsupportedFormat(
            f"{path.name}: expected a document, got a zip archive; `clausier ingest` takes its files for documents of one contract"
        )
    from ingest.read.text import read_text

    return read_text(path, found, limits)
