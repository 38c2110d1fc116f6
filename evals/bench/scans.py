"""``python -m evals.bench.scans``: scanned contracts against their born-digital twins.

The folder of real contracts holds scans and, under the same names, the files that they are scans of. Both are read by the product,
and the twin's text is taken for the truth, page by page.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein
from rich.console import Console

from assistant.settings import Settings
from evals.case import Strict
from ingest.document import Document
from ingest.ocr import Ocr
from ingest.reader_pool import ReaderPool

_FIGURE = re.compile(r"\d+(?:[.,/:\u202f ]\d+)*\s?%?")
TWINS = ("cuad/pdf", "cloud-temple/pdf")
READERS = 2


class ScanFigures(Strict):
    """How well a scan was read, in counts, so that figures of several files can be added up.

    ``characters`` and ``words`` are those of the truth, ``character_errors`` and ``word_errors`` the insertions,
    deletions and substitutions that turn what was read into it (the usual error rates are their quotients).
    ``figures`` counts the numbers, dates and percentages of the truth, ``figures_right`` those of them that were read on the
    same page. ``clauses`` counts (page, number, level) of the truth, ``clauses_found`` those of the scan, ``clauses_right``
    those of both.
    """

    file: str
    pages: int
    confidence: float
    turned: tuple[int, ...]
    characters: int
    character_errors: int
    words: int
    word_errors: int
    figures: int
    figures_right: int
    clauses: int
    clauses_found: int
    clauses_right: int
    seconds: float = 0.0

    @property
    def clause_f1(self) -> float:
        """Harmonic mean of precision and recall of clauses, 0 when there are none in common."""
        total = self.clauses + self.clauses_found
        return 2 * self.clauses_right / total if total else 0.0


@dataclass(frozen=True, slots=True)
class _PageOf:
    """What is compared of a page: its body and furniture as words, in reading order."""

    words: list[str]

    @property
    def text(self) -> str:
        return " ".join(self.words)


def compare(name: str, scan: Document, twin: Document, seconds: float = 0.0) -> ScanFigures:
    """A scan against the twin, whose pages may be more than the scan has."""
    count = len(scan.pages)
    pairs = [(_page(twin, n), _page(scan, n)) for n in range(1, count + 1)]
    true_clauses, read_clauses = _clauses(twin, count), _clauses(scan, count)
    confidences = [page.confidence for page in scan.pages if page.confidence is not None]
    wanted = [(Counter(_figures(true.text)), Counter(_figures(read.text))) for true, read in pairs]
    return ScanFigures(
        file=name,
        pages=count,
        confidence=sum(confidences) / len(confidences) if confidences else 0.0,
        turned=tuple(_turned(scan)),
        characters=sum(len(true.text) for true, _ in pairs),
        character_errors=sum(Levenshtein.distance(true.text, read.text) for true, read in pairs),
        words=sum(len(true.words) for true, _ in pairs),
        word_errors=sum(Levenshtein.distance(true.words, read.words) for true, read in pairs),
        figures=sum(true.total() for true, _ in wanted),
        figures_right=sum((true & read).total() for true, read in wanted),
        clauses=true_clauses.total(),
        clauses_found=read_clauses.total(),
        clauses_right=(true_clauses & read_clauses).total(),
        seconds=seconds,
    )


def _page(document: Document, number: int) -> _PageOf:
    body = next(page.span for page in document.pages if page.number == number).of(document.text)
    running = [f.span.of(document.text) for f in document.furniture if f.page == number and f.kind != "contents"]
    running = sorted(line for block in running for line in block.splitlines())  # their order says nothing
    return _PageOf(_plain(" ".join([body, *running])).split())


def _plain(text: str) -> str:
    """What is no word does not count: kinds of quotation marks and dashes, bullets, the dots and lines of contents and forms."""
    for kinds, one in (
        ("[’‘`´]", "'"),
        ("[“”«»]", '"'),
        ("[–—‑−]", "-"),
        ("[•·●▪■]", " "),
        (r"(?:[._…-]\s?){3,}", " "),
    ):
        text = re.sub(kinds, one, text)
    return text


def _figures(text: str) -> Iterator[str]:
    for match in _FIGURE.finditer(text):
        yield re.sub(r"\s", "", match.group())


def _clauses(document: Document, pages: int) -> Counter[tuple[int, str, int]]:
    return Counter((c.page, c.number, c.level) for c in document.clauses if c.number and c.page <= pages)


def _turned(document: Document) -> Iterator[int]:
    for warning in document.warnings:
        if warning.endswith("turned upright to be read"):
            yield from (int(number) for number in re.findall(r"\d+", warning))


def table(rows: Sequence[ScanFigures]) -> str:
    """The figures as Markdown, in percent."""
    head = (
        "| file | pages | confidence | turned | character errors | word errors | figures right | clause F1 | s/page |"
    )
    lines = [head, "|" + " --- |" * 9]
    for row in rows:
        turned = ", ".join(map(str, row.turned)) or "–"
        rates = [
            row.character_errors / max(1, row.characters),
            row.word_errors / max(1, row.words),
            row.figures_right / max(1, row.figures),
            row.clause_f1,
        ]
        shown = " | ".join(f"{100 * rate:.1f}" for rate in rates)
        lines.append(
            f"| {row.file[:40]} | {row.pages} | {100 * row.confidence:.1f} | {turned} | {shown} "
            f"| {row.seconds / max(1, row.pages):.1f} |"
        )
    return "\n".join(lines)


def pairs_in(corpus: Path) -> list[tuple[Path, Path]]:
    """The scans of the folder of real contracts, each with its twin."""
    scans = sorted((corpus / "scans").glob("*.pdf"))
    return [(scan, twin) for scan in scans for folder in TWINS if (twin := corpus / folder / scan.name).exists()]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the table; 2 when there are no scans to measure."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.scans", description=__doc__)
    parser.add_argument("--engine", type=Ocr, choices=[Ocr.RAPIDOCR, Ocr.TESSERACT], default=Ocr.RAPIDOCR)
    options = parser.parse_args(arguments)
    console = Console(markup=False, emoji=False, highlight=False)
    found = pairs_in(Settings.from_environment().corpus)
    if not found:
        console.print("expected scans in the folder of CLAUSIER_CORPUS, found none; there is nothing to measure")
        return 2
    with ReaderPool(READERS, options.engine) as pool:
        console.print(table([_measured(pool, scan, twin) for scan, twin in found]), soft_wrap=True)
    return 0


def _measured(pool: ReaderPool, scan: Path, twin: Path) -> ScanFigures:
    began = time.perf_counter()
    read = pool.read(scan, None)
    seconds = time.perf_counter() - began
    return compare(scan.stem, read, pool.read(twin, None), seconds)


if __name__ == "__main__":
    sys.exit(main())
