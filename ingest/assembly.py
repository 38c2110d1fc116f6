"""A file in, a Document out, in this process and without storing it. Imports no store and no model."""

from __future__ import annotations

from pathlib import Path

from ingest.canonical import assemble
from ingest.clauses import find_clauses
from ingest.clean import mark_furniture
from ingest.document import Document, Role
from ingest.errors import NoTextLayer, RecognitionError
from ingest.language import detect
from ingest.ocr import Ocr
from ingest.read import read
from ingest.read.scan import read_scan
from ingest.reading import Reading, ScannedPage
from ingest.roles import find_role
from ingest.scans import filled
from ingest.titles import find_title


def read_document(path: Path, role: Role | None = None, ocr: Ocr = Ocr.RAPIDOCR) -> Document:
    """Read a file, its pictures of pages one after the other.

    Args:
        path: the file.
        role: what the document is within its contract; found from its name, title and text when None.
        ocr: what recognises the words of pages that are but pictures.

    Raises:
        UnreadableFile: the class below it says why; the message names the file and what to do.
    """
    reading = read(path)
    require_recognition(reading, ocr, path.name)
    pages = {number: read_scan_or_fail(path, number, ocr) for number in reading.pictures}
    return document_of(filled(reading, pages, path.name) if pages else reading, path.stem, role)


def document_or_pictures(path: Path, role: Role | None) -> Document | Reading:
    """The document that a file makes; or what was read of it, where some of its pages are pictures, still to be recognised.

    Raises:
        UnreadableFile: the class below it says why; the message names the file and what to do.
    """
    reading = read(path)
    return reading if reading.pictures else document_of(reading, path.stem, role)


def require_recognition(reading: Reading, ocr: Ocr, name: str) -> None:
    """Refuse a reading with pictures of pages when they are not to be recognised.

    Raises:
        NoTextLayer: naming how many there are.
    """
    if reading.pictures and ocr is Ocr.OFF:
        count = len(reading.pictures)
        raise NoTextLayer(
            f"{name}: expected a text layer on every page, got {count} image-only page{'s' if count > 1 else ''} with text recognition "
            "switched off; set CLAUSIER_OCR=rapidocr"
        )


def read_scan_or_fail(path: Path, number: int, ocr: Ocr) -> ScannedPage | RecognitionError:
    """One picture of a page as recognised, or why it could not be: one bad page does not lose the others."""
    try:
        return read_scan(path, number, ocr)
    except RecognitionError as error:
        return error
    except Exception as error:  # an engine's own, on a picture that it cannot digest
        return RecognitionError(
            f"{path.name}: expected to recognise page {number}, got {type(error).__name__}: {error}"
        )


def document_of(reading: Reading, stem: str, role: Role | None) -> Document:
    """The document that a reading makes.

    Args:
        reading: with words on all its pages that have any.
        stem: the file's name without its suffix, which hints at the role and serves as a title.
        role: as for `read_document`.
    """
    canonical = assemble(mark_furniture(reading))
    tree = find_clauses(canonical)
    title = find_title(reading.title, tree.clauses, canonical.text, stem)
    return Document(
        text=canonical.text,
        pages=canonical.pages,
        clauses=tree.clauses,
        furniture=canonical.furniture,
        title=title,
        role=role or (Role.OTHER if reading.is_message else find_role(stem, title, canonical.text)),
        language=detect(canonical.text),
        warnings=(*reading.warnings, *tree.warnings),
        boxes=canonical.boxes,
        doubts=canonical.doubts,
        signatures=reading.signatures,
    )
