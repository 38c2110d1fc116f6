"""The files attached to a PDF: to the document as a whole, or to a place on a page (a paper clip beside the text)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

import pypdf
from pypdf.generic import DictionaryObject, EmbeddedFile, IndirectObject

from ingest.errors import DamagedFile
from ingest.read.characters import clean
from ingest.read.member import Member

UNNAMED = "attachment"
MOST = 200  # attachments: more are nonsense
_PAGES = 5_000  # whose annotations are looked at


def attached_names(reader: pypdf.PdfReader) -> list[str]:
    """The names of the files attached to an open PDF."""
    return [clean(file.name) or UNNAMED for file in islice(_files(reader), MOST)]


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
            for file in islice(_files(reader), MOST):
                content = file.content
                yield Member(clean(file.name) or UNNAMED, lambda content=content: content)  # type: ignore[misc]  # bound now
    except Exception as error:  # pypdf meets malformed files with whatever breaks first
        raise DamagedFile(
            f"{path.name}: expected attachments that can be taken out, got: {str(error)[:200] or repr(error)}; save them from a PDF viewer"
        ) from error


def _files(reader: pypdf.PdfReader) -> Iterator[EmbeddedFile]:
    """Each attached file once, though it may hang on the document and on several pages."""
    seen: set[int] = set()
    for file in chain(reader.attachment_list, _on_pages(reader)):
        stream = _stream_number(file)
        if stream is None or stream not in seen:
            yield file
        if stream is not None:
            seen.add(stream)


def _on_pages(reader: pypdf.PdfReader) -> Iterator[EmbeddedFile]:
    """The files of annotations (ISO 32000-1, 12.5.6.15)."""
    for page in islice(reader.pages, _PAGES):
        annotations = page.get("/Annots")
        for each in annotations.get_object() if annotations is not None else ():
            annotation = each.get_object()
            if isinstance(annotation, DictionaryObject) and annotation.get("/Subtype") == "/FileAttachment":
                file = annotation.get("/FS")
                described = file.get_object() if file is not None else None
                if isinstance(described, DictionaryObject) and "/EF" in described:
                    yield EmbeddedFile(str(described.get("/UF", described.get("/F", ""))), described)


def _stream_number(file: EmbeddedFile) -> int | None:
    """The number of the object that holds the content, None when it has none of its own."""
    streams = file.pdf_object.get("/EF")
    streams = streams.get_object() if streams is not None else None
    if not isinstance(streams, DictionaryObject):
        return None
    held = streams.raw_get("/F") if "/F" in streams else streams.raw_get("/UF") if "/UF" in streams else None
    return held.idnum if isinstance(held, IndirectObject) else None
