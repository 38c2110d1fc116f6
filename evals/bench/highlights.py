"""``python -m evals.bench.highlights [FOLDER]``: do the boxes drawn over a quote cover its words and nothing else?

Random quotes of the PDFs of a folder (the sample families when none is named) are boxed as the app boxes them; what lies under the boxes
is then read by another library than the one that read the document, and held against the quote, letter by letter: pdfplumber for a page
with text, tesseract for one that is a picture. Two engines do not read a picture alike, so a tenth of the letters may differ there.
Formats without pages are marked as text (``tests/test_web_marks.py``).
"""

from __future__ import annotations

import random
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console

from assistant.citing.highlight import MarkedLine, marked_lines
from evals.bench.letters import Letter, letters_of
from evals.case import Strict
from ingest.document import Document, Span
from ingest.errors import IngestError
from ingest.pipeline import read_document
from ingest.sentences import sentences

QUOTES = 200
_SEED = 7
_SAMPLES = Path(__file__).parents[1] / "samples" / "families"
_TOLERANCE = 0.5  # points by which a letter's middle may lie outside its box
_MISREAD = 0.1  # share of the letters of a picture in which two engines may differ
_SHOWN = 70  # characters of a quote that failed


class Checked(Strict):
    """A quote: how many of its letters and figures lie under its boxes, and how many others do; ``scan``: its page is a picture."""

    file: str
    page: int
    start: int
    end: int
    letters: int
    missed: int
    foreign: int
    scan: bool = False

    @property
    def right(self) -> bool:
        """Whether the boxes cover the words and nothing else."""
        allowed = _MISREAD * self.letters if self.scan else 0
        return self.missed <= allowed and self.foreign <= allowed


def check(seen: Callable[[int], Sequence[Letter]], name: str, document: Document, span: Span) -> Iterator[Checked]:
    """Check a quote, page by page.

    Args:
        seen: gives the letters of a page as another library reads them.
        name: of the file.
        document: as read from it.
        span: the quote.
    """
    for page in document.pages:
        start, end = max(span.start, page.span.start), min(span.end, page.span.end)
        wanted = _letters(document.text[start:end])
        if start >= end or not wanted:
            continue
        marks = [mark for mark in marked_lines(document.boxes.within(Span(start, end))) if mark.page == page.number]
        under = _letters("".join(letter.text for letter in seen(page.number) if _is_under(letter, marks)))
        yield Checked(
            file=name,
            page=page.number,
            start=start,
            end=end,
            letters=sum(wanted.values()),
            missed=sum((wanted - under).values()),
            foreign=sum((under - wanted).values()),
            scan=page.confidence is not None,
        )


def pick(document: Document, count: int, dice: random.Random) -> list[Span]:
    """So many random sentences and table rows of the body of a document, fewer where it has no more."""
    body = [clause.span for clause in document.clauses]
    pieces = [piece for clause in body for piece in sentences(document.text, clause)]
    return dice.sample(pieces, min(count, len(pieces)))


def run(paths: Sequence[Path], quotes: int = QUOTES) -> list[Checked]:
    """Check random quotes, about as many of each file; files that cannot be read are left out.

    Raises:
        RecognitionError: a page is a picture, and tesseract is not installed.
    """
    dice = random.Random(_SEED)  # noqa: S311 - for a sample, not for secrets
    checked: list[Checked] = []
    each = -(-quotes // max(1, len(paths)))
    for path in paths:
        try:
            document = read_document(path)
        except IngestError:
            continue
        pictures = {page.number for page in document.pages if page.confidence is not None}
        with letters_of(path, pictures) as seen:
            for span in pick(document, each, dice):
                checked += check(seen, path.name, document, span)
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


def _is_under(letter: Letter, marks: Sequence[MarkedLine]) -> bool:
    """Whether the middle of a letter lies under a mark."""
    return any(
        mark.x0 - _TOLERANCE <= letter.x <= mark.x1 + _TOLERANCE
        and mark.y0 - _TOLERANCE <= letter.y <= mark.y1 + _TOLERANCE
        for mark in marks
    )


def _letters(text: str) -> Counter[str]:
    """The letters and figures of a text, whatever their ligatures and case."""
    return Counter(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
