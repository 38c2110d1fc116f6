"""Plain text and Markdown -> Reading."""

from __future__ import annotations

from pathlib import Path

import charset_normalizer

from ingest.errors import EmptyFile, UnsupportedFormat
from ingest.read.characters import MARKS_TOLD, clean, concealed_marks
from ingest.read.laid_out import laid_out
from ingest.read.limits import Budget, Limits
from ingest.read.markdown import lines_of_markdown
from ingest.read.sniff import Format, is_text
from ingest.read.unfold import unfolded
from ingest.reading import Line, Reading

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
LAST_RESORT = "cp1252"  # what Western Windows programs write; it gives nearly every byte a character
DETECTED_FROM = 100_000  # bytes that are shown to the detector
# Encodings of the two languages read here. A detector that may choose among a hundred mistakes short Latin text for Asian.
ENCODINGS = ["cp1252", "latin_1", "iso8859_15", "mac_roman", "cp850"]


def read_text(path: Path, kind: Format, limits: Limits) -> Reading:
    """Read a plain text or a Markdown file; a form feed is a page break.

    Raises:
        EmptyFile: it has no words.
        UnsupportedFormat: it turns out not to be text.
        FileTooLarge: it goes beyond the limits.
    """
    budget = Budget(limits, path.name)
    content = path.read_bytes()
    if not is_text(content):
        raise UnsupportedFormat(f"{path.name}: expected text, got binary data; convert the file to PDF")
    text, warnings = decode(content)
    marks = concealed_marks(text)
    if marks:
        warnings.append(f"{marks} {MARKS_TOLD}")
    budget.spend(len(text))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pages = (text if kind is Format.MARKDOWN else unfolded(text)).split("\f")
    while len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    budget.check_pages(len(pages))
    lines: list[Line] = []
    title = None
    for number, page in enumerate(pages, 1):
        if kind is Format.MARKDOWN:
            found, front_title = lines_of_markdown(page, number)
            lines += found
            title = title or front_title
        else:
            lines += plain_lines(page, number)
    if not any(any(c.isalnum() for c in line.text) for line in lines):
        raise EmptyFile(f"{path.name}: expected a text with words, got blank lines; fetch the file again")
    return Reading(tuple(lines), len(pages), (0.0,) * len(pages), title, tuple(warnings))


def decode(content: bytes) -> tuple[str, list[str]]:
    """The text of some bytes and what to say about its encoding: UTF-8, else a guess, else Windows-1252."""
    for mark, name in MARKS:
        if content.startswith(mark):
            return content.decode(name, errors="replace"), []
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        pass  # not UTF-8: the guess below says which encoding, and the reader is told
    best = charset_normalizer.from_bytes(content[:DETECTED_FROM], cp_isolation=ENCODINGS).best()
    name = best.encoding if best is not None else LAST_RESORT
    return content.decode(name, errors="replace"), [f"not UTF-8: read as {name}; check the accents"]


def plain_lines(page: str, number: int) -> list[Line]:
    """The lines of a page of text, and the rows of tables that are laid out with spaces; an empty line makes the next one's gap."""
    raw = page.split("\n")
    tables = {table.start: table for table in laid_out(raw)}
    lines: list[Line] = []
    gap, at = False, 0
    while at < len(raw):
        table = tables.get(at)
        texts = map(_clean_row, table.rows) if table else (clean(raw[at]),)
        for text in texts:
            if text:
                lines.append(Line(text, number, gap=gap, table=table is not None))
            gap = not text and bool(lines or number > 1)
        at = table.stop if table else at + 1
    return lines


def _clean_row(row: str) -> str:
    """A row whose cells are cleaned."""
    return "\t".join(map(clean, row.split("\t"))).rstrip("\t")
