"""``python -m evals.bench.highlights [FOLDER]``: do the boxes drawn over a quote cover its words and nothing else?

Random quotes of the PDFs of a folder (the sample families when none is named) are boxed as the app boxes them; what lies under the boxes
is then read by another library (pdfplumber) than the one that read the document, and held against the quote, letter by letter.
"""

from __future__ import annotations

import random
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pdfplumber
from pdfplumber.pdf import PDF
from rich.console import Console

from assistant.highlight import MarkedLine, marked_lines
from evals.case import Strict
from ingest.document import Document, Span
from ingest.errors import IngestError
from ingest.pipeline import read_document
from ingest.sentences import sentences

QUOTES = 200
_SEED = 7
_SAMPLES = Path(__file__).parents[1] / "samples" / "families"
_TOLERANCE = 0.5  # points by which a letter's middle may lie outside its box
_SHOWN = 70  # characters of a quote that failed


class Checked(Strict):
    """A quote: how many of its letters and figures lie under its boxes, and how many others do."""

    file: str
    page: int
    start: int
    end: int
    letters: int
    missed: int
    foreign: int

    @property
    def right(self) -> bool:
        """Whether the boxes cover the words and nothing else."""
        return not self.missed and not self.foreign


def check(original: PDF, name: str, document: Document, span: Span) -> Iterator[Checked]:
    """Check a quote, page by page.

    Args:
        original: the PDF, open.
        name: of its file.
        document: as read from it.
        span: the quote.
    """
    for page in document.pages:
        start, end = max(span.start, page.span.start), min(span.end, page.span.end)
        wanted = _letters(document.text[start:end])
        if start >= end or not wanted:
            continue
        marks = [mark for mark in marked_lines(document.boxes.within(Span(start, end))) if mark.page == page.number]
        under = _letters("".join(_under(original, page.number, marks)))
        yield Checked(
            file=name,
            page=page.number,
            start=start,
            end=end,
            letters=sum(wanted.values()),
            missed=sum((wanted - under).values()),
            foreign=sum((under - wanted).values()),
        )


def pick(document: Document, count: int, dice: random.Random) -> list[Span]:
    """So many random sentences and table rows of the body of a document, fewer where it has no more."""
    body = [clause.span for clause in document.clauses]
    pieces = [piece for clause in body for piece in sentences(document.text, clause)]
    return dice.sample(pieces, min(count, len(pieces)))


def run(paths: Sequence[Path], quotes: int = QUOTES) -> list[Checked]:
    """Check random quotes, about as many of each file; files that cannot be read, and pages that are pictures, are left out."""
    dice = random.Random(_SEED)  # noqa: S311 - for a sample, not for secrets
    checked: list[Checked] = []
    each = -(-quotes // max(1, len(paths)))
    for path in paths:
        try:
            document = read_document(path)
        except IngestError:
            continue
        if any(page.confidence is not None for page in document.pages):
            continue
        with pdfplumber.open(path) as original:
            for span in pick(document, each, dice):
                checked += check(original, path.name, document, span)
    return checked[:quotes]


def main(arguments: Sequence[str]) -> int:
    """Print the figures and each quote that fails; return the exit code, 0 when none does."""
    folder = Path(arguments[0]) if arguments else _SAMPLES
    paths = sorted(folder.rglob("*.pdf"))
    random.Random(_SEED).shuffle(paths)  # noqa: S311 - for a sample, not for secrets
    checked = run(paths)
    console = Console(markup=False, highlight=False)
    right = sum(each.right for each in checked)
    letters = sum(each.letters for each in checked)
    missed, foreign = sum(each.missed for each in checked), sum(each.foreign for each in checked)
    console.print(
        f"{right} of {len(checked)} quotes of {len({each.file for each in checked})} files: the boxes cover the words and nothing else; "
        f"of {letters} letters {missed} missed, {foreign} foreign"
    )
    for each in checked:
        if not each.right:
            console.print(
                f"  {each.file[:_SHOWN]} p. {each.page} {each.start}-{each.end}: {each.missed} missed, {each.foreign} foreign"
            )
    return 0 if right == len(checked) else 1


def _under(original: PDF, page: int, marks: Sequence[MarkedLine]) -> Iterator[str]:
    """The letters whose middles lie under the marks."""
    for char in original.pages[page - 1].chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        if any(_inside(mark, x, y) for mark in marks):
            yield str(char["text"])


def _inside(mark: MarkedLine, x: float, y: float) -> bool:
    across = mark.x0 - _TOLERANCE <= x <= mark.x1 + _TOLERANCE
    return across and mark.y0 - _TOLERANCE <= y <= mark.y1 + _TOLERANCE


def _letters(text: str) -> Counter[str]:
    """The letters and figures of a text, whatever their ligatures and case."""
    return Counter(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
