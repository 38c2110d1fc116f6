"""PDF -> Reading: pypdf for the structure (encryption, title), pdfium for the text with a box for each word."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NoReturn

import pypdf
import pypdfium2 as pdfium

from ingest.document import Signature
from ingest.errors import DamagedFile, EmptyFile, EncryptedFile, FileTooLarge
from ingest.read.attached import attached_names
from ingest.read.characters import MARKS_TOLD
from ingest.read.concealed import Concealment
from ingest.read.limits import Budget, Limits
from ingest.read.page import PdfPage, read_page
from ingest.read.title import usable_title
from ingest.reading import Line, Reading

TAIL = 4096  # bytes; the end mark stands in the last 1,024 (ISO 32000-1, annex H.3, note 18), plus some slack
END_MARK = b"%%EOF"
REPLACED = "\ufffd"
UNREADABLE_SHARE = 0.2  # of a page's characters without a meaning: from here on the page is reported


def read_pdf(path: Path, limits: Limits) -> Reading:
    """Read the text layer of a PDF, and name the pages that are but pictures.

    Raises:
        EncryptedFile: it needs a password (an empty one is tried).
        DamagedFile: it is truncated or malformed.
        EmptyFile: it has no pages, or pages without words.
        FileTooLarge: it goes beyond the limits.
    """
    budget = Budget(limits, path.name)
    structure = _structure(path)
    declared = structure.pages
    with _opened(path) as document:
        count = len(document)
        if count == 0:
            raise EmptyFile(f"{path.name}: expected a PDF with pages, got none; fetch it again")
        budget.check_pages(count)
        pages = [_page(document, number, budget) for number in range(1, count + 1)]
    if declared > count:
        raise DamagedFile(
            f"{path.name}: expected {declared} pages as the file declares, found {count}; the file is damaged, fetch it again"
        )
    _check_text(path, pages)
    return Reading(
        lines=tuple(line for page in pages for line in page.lines),
        page_count=count,
        page_heights=tuple(page.frame.height for page in pages),
        title=structure.title,
        warnings=(*_lost(structure, pages), *_warnings(pages, limits), *_offered(structure.attached)),
        pictures=tuple(_pictures(pages)),
        signatures=_signatures(path) if structure.has_form else (),
    )


@dataclass(frozen=True, slots=True)
class _Structure:
    """The title that a file gives itself, the number of pages that it declares, the files attached to it.

    Also whether it has a form, and whether something that stands between its beginning and its end is damaged.
    """

    title: str | None
    pages: int
    attached: list[str]
    has_form: bool
    is_damaged: bool = False


def _structure(path: Path) -> _Structure:
    logging.getLogger("pypdf").setLevel(
        logging.CRITICAL
    )  # it logs each flaw that it mends; ours are raised or warnings
    with path.open("rb") as stream:
        _check_end(path, stream)
        try:
            reader = pypdf.PdfReader(stream, strict=False)
            locked = reader.is_encrypted and not reader.decrypt("")
        except Exception as error:  # pypdf meets malformed files with whatever breaks first, RecursionError included
            _raise_damaged(path, error)
        if locked:
            raise EncryptedFile(
                f"{path.name}: expected an open PDF, got one behind a password; save a copy without the password"
            )
        try:
            count, is_damaged = _declared(reader)
            information = reader.metadata
            title = information.title if information is not None else None
        except Exception as error:
            _raise_damaged(path, error)
        return _Structure(usable_title(title), count, _attached(reader), _has_form(reader), is_damaged)


def _declared(reader: pypdf.PdfReader) -> tuple[int, bool]:
    """How many pages the file declares, and whether one of them cannot be read, so that the number at the root of their tree is taken."""
    try:
        return reader.get_num_pages(), False
    except Exception:  # one bad page loses itself alone
        return int(reader.root_object["/Pages"]["/Count"]), True  # type: ignore[index]  # pypdf's objects are mappings at run time


def _signatures(path: Path) -> tuple[Signature, ...]:
    from ingest.read.signed import signatures_of  # start-up: pyhanko is loaded for files with a form alone

    return signatures_of(path)


def _has_form(reader: pypdf.PdfReader) -> bool:
    try:
        form = reader.root_object.get("/AcroForm")
        return form is not None and bool(form.get_object().get("/Fields"))
    except Exception:  # a broken form may yet hold a signature: whoever looks closely says so
        return True


def _attached(reader: pypdf.PdfReader) -> list[str]:
    try:
        return attached_names(reader)
    except Exception as error:  # a broken list of attachments is no reason to leave the pages unread
        return [f"a list that cannot be read ({type(error).__name__})"]


def _offered(attached: list[str]) -> Iterator[str]:
    """The offer to take attachments in as annexes."""
    if attached:
        count = f"{len(attached)} file{'s' if len(attached) > 1 else ''}"
        yield f"{count} attached, no part of this text: {', '.join(attached)}; with --attachments they are taken in as annexes"


def _raise_damaged(path: Path, error: Exception) -> NoReturn:
    if isinstance(error, MemoryError):
        raise FileTooLarge(
            f"{path.name}: expected to be read in the memory allowed, ran out of it; split the file"
        ) from error
    what = "its objects are nested without end" if isinstance(error, RecursionError) else str(error) or repr(error)
    raise DamagedFile(f"{path.name}: expected a well-formed PDF, got: {what[:200]}; fetch the file again") from error


def _check_end(path: Path, stream: BinaryIO) -> None:
    size = stream.seek(0, 2)
    stream.seek(max(0, size - TAIL))
    if END_MARK not in stream.read():
        raise DamagedFile(
            f"{path.name}: expected a whole PDF, got one whose end is missing after {size:,} bytes; fetch it again"
        )
    stream.seek(0)


@contextmanager
def _opened(path: Path) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        _raise_damaged(path, error)
    try:
        yield document
    finally:
        document.close()


def _page(document: pdfium.PdfDocument, number: int, budget: Budget) -> PdfPage:
    try:
        page = document[number - 1]
        try:
            result = read_page(page, number)
        finally:
            page.close()
    except pdfium.PdfiumError as error:
        raise DamagedFile(
            f"{budget.name}: expected to read page {number}, got: {error}; the file is damaged, fetch it again"
        ) from error
    budget.spend(sum(len(line.text) for line in result.lines))
    return result


def _check_text(path: Path, pages: list[PdfPage]) -> None:
    """Refuse a file without any words or pictures."""
    if any(page.lines or page.is_image for page in pages):
        return
    raise EmptyFile(f"{path.name}: expected a PDF with words on its pages, got {len(pages)} blank; fetch it again")


def _pictures(pages: list[PdfPage]) -> list[int]:
    """The 1-based numbers of the pages that are but pictures."""
    return [number for number, page in enumerate(pages, 1) if page.is_image]


def _lost(structure: _Structure, pages: list[PdfPage]) -> Iterator[str]:
    """The pages of a damaged file that hold nothing."""
    empty = [number for number, page in enumerate(pages, 1) if not page.lines and not page.is_image]
    if structure.is_damaged:
        what = f"nothing could be read of {pages_named(empty)}" if empty else "some of it could not be read"
        yield f"the file is damaged: {what}; fetch it again"


def _warnings(pages: list[PdfPage], limits: Limits) -> Iterator[str]:
    numbered = list(enumerate(pages, 1))
    outside = [number for number, page in numbered if page.outside]
    if outside:
        yield f"{pages_named(outside)}: characters outside of the visible page were left out"
    for how in Concealment:
        hiding = [number for number, page in numbered if how in page.concealed]
        if hiding:
            count = sum(page.concealed.get(how, 0) for page in pages)
            yield f"{pages_named(hiding)}: {count} hidden word{'s' if count > 1 else ''} ({how}), read like the others"
    marked = [number for number, page in numbered if page.marks]
    if marked:
        yield f"{pages_named(marked)}: {sum(page.marks for page in pages)} {MARKS_TOLD}"
    huge = [n for n, page in numbered if max(page.frame.width, page.frame.height) > limits.page_side]
    if huge:
        yield f"{pages_named(huge)}: larger than a PDF page may be ({limits.page_side:,.0f} points)"
    garbled = [number for number, page in numbered if _is_garbled(page.lines)]
    if garbled:
        yield f"{pages_named(garbled)}: much of the text has no readable characters, since its fonts do not name them"


def _is_garbled(lines: tuple[Line, ...]) -> bool:
    text = "".join(line.text for line in lines)
    strange = sum(1 for c in text if c == REPLACED or "\ue000" <= c <= "\uf8ff")
    return strange > UNREADABLE_SHARE * max(len(text), 1)


def pages_named(numbers: list[int]) -> str:
    """Rising page numbers as messages name them: "pages 1-3, 7"."""
    return f"page{'s' if len(numbers) > 1 else ''} {page_ranges(numbers)}"


def page_ranges(numbers: list[int]) -> str:
    """Rising page numbers in short: "1-3, 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}" if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
