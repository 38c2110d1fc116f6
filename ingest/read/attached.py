"""The files attached to a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdf

from ingest.errors import DamagedFile
from ingest.read.characters import clean
from ingest.read.member import Member

UNNAMED = "attachment"
MOST = 200  # attachments: more are nonsense


def attached_names(reader: pypdf.PdfReader) -> list[str]:
    """The names of the files attached to an open PDF."""
    return [clean(file.name) or UNNAMED for file, _ in zip(reader.attachment_list, range(MOST), strict=False)]


def attachments(path: Path) -> Iterator[Member]:
    """The files attached to a PDF, in order.

    Raises:
        DamagedFile: the PDF or an attachment is malformed.
    """
    try:
        with path.open("rb") as stream:
            reader = pypdf.PdfReader(stream, strict=False)
            if reader.is_encrypted:
                reader.decrypt("")
            for file, _ in zip(reader.attachment_list, range(MOST), strict=False):
                content = file.content
                yield Member(clean(file.name) or UNNAMED, lambda content=content: content)  # type: ignore[misc]  # bound now
    except Exception as error:  # pypdf meets malformed files with whatever breaks first
        raise DamagedFile(
            f"{path.name}: expected attachments that can be taken out, got: {str(error)[:200] or repr(error)}; save them from a PDF viewer"
        ) from error
