"""Pictures of pages among the pages of a reading: how what was recognised joins what the file itself holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ingest.errors import NoTextLayer, RecognitionError
from ingest.ocr import percent
from ingest.read.pdf import pages_named
from ingest.reading import Reading, ScannedPage

WORTH_CHECKING = 0.9  # mean confidence below which a reader is told to hold a page against the original


def filled(reading: Reading, read: Mapping[int, ScannedPage | RecognitionError], name: str) -> Reading:
    """The reading with its pictures' lines in their places.

    Args:
        reading: as the reader left it.
        read: what recognition made of each of its pictures, or why it failed on that page.
        name: how the file is called in messages.

    Raises:
        NoTextLayer: no page has any words after all.
        RecognitionError: the only pages there are could not be recognised.
    """
    pages = {number: page for number, page in read.items() if isinstance(page, ScannedPage)}
    failures = {number: error for number, error in read.items() if isinstance(error, RecognitionError)}
    # what was printed over a picture shows in it, and is read along, unless nothing was found there
    lines = [line for line in reading.lines if line.page not in pages or not pages[line.page].lines]
    lines += [line for page in pages.values() for line in page.lines]
    if not lines:
        if failures:
            raise next(iter(failures.values()))
        raise NoTextLayer(
            f"{name}: expected words on its pages, found none on {pages_named(sorted(read))}; scan the paper anew"
        )
    return replace(
        reading,
        lines=tuple(sorted(lines, key=lambda line: line.page)),
        warnings=(*reading.warnings, *_warnings(pages, failures)),
        page_heights=tuple(
            pages[number].height if number in pages else height for number, height in enumerate(reading.page_heights, 1)
        ),
        pictures=(),
        confidences=tuple(sorted((number, page.confidence) for number, page in pages.items())),
    )


def _warnings(pages: Mapping[int, ScannedPage], failures: Mapping[int, RecognitionError]) -> Iterator[str]:
    found = sorted(number for number, page in pages.items() if page.lines)
    if found:
        mean = sum(pages[number].confidence for number in found) / len(found)
        yield f"{pages_named(found)}: a picture, read by text recognition with a confidence of {percent(mean)}"
    weak = [number for number in found if pages[number].confidence < WORTH_CHECKING]
    if weak:
        yield f"{pages_named(weak)}: recognised with little confidence; hold what is quoted from there against the original"
    turned = sorted(number for number, page in pages.items() if page.turned)
    if turned:
        yield f"{pages_named(turned)}: turned upright to be read"
    blank = sorted(number for number, page in pages.items() if not page.lines)
    if blank:
        yield f"{pages_named(blank)}: a picture without words"
    for number in sorted(failures):
        yield f"page {number}: a picture that could not be recognised ({failures[number]})"
