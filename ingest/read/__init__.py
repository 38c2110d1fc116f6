"""A file -> its `Reading`: the format is found by content, and each format has a module of its own."""

from __future__ import annotations

from pathlib import Path

from ingest.errors import FileTooLarge
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
        if found is Format.PDF:
            from ingest.read.pdf import read_pdf  # start-up: pdfium, pypdf and numpy are loaded when they are needed

            return read_pdf(path, limits)
        if found is Format.DOCX:
            from ingest.read.docx import read_docx  # start-up: as above, for python-docx

            return read_docx(path, limits)
        from ingest.read.text import read_text  # start-up: as above

        return read_text(path, found, limits)
    except MemoryError as error:
        raise FileTooLarge(
            f"{path.name}: expected to be read in the memory allowed, ran out of it; split the file"
        ) from error
