"""``python -m evals.bench.twins``: contracts that are there as PDF and as text; the clauses of the text held against those of the PDF.

The texts of ``cuad`` lost most of their line breaks, the PDFs did not: what reading finds in the one should be there in the other.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from assistant.settings import Settings
from ingest.assembly import read_document
from ingest.errors import IngestError
from ingest.ocr import Ocr


@dataclass(frozen=True, slots=True)
class Twins:
    """How many contracts were compared, the numbered clauses of their texts and of their PDFs, and the numbers that both have."""

    contracts: int
    text: int
    pdf: int
    both: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.both / (self.text + self.pdf) if self.text + self.pdf else 0.0


def compare(pdfs: Path, texts: Path) -> Twins:
    """Compare the files of one name in two folders; a PDF that is but pictures, or cannot be read, is left out."""
    contracts = text = pdf = both = 0
    for source in sorted(texts.glob("*.txt")):
        twin = pdfs / f"{source.stem}.pdf"
        if not twin.exists():
            continue
        try:
            expected, found = _numbers(twin), _numbers(source)
        except IngestError:
            continue
        contracts += 1
        text += found.total()
        pdf += expected.total()
        both += (expected & found).total()
    return Twins(contracts, text, pdf, both)


def _numbers(path: Path) -> Counter[str]:
    return Counter(clause.number for clause in read_document(path, ocr=Ocr.OFF).clauses if clause.number)


def table(twins: Twins) -> str:
    """The comparison as Markdown."""
    precision, recall = twins.both / max(twins.text, 1), twins.both / max(twins.pdf, 1)
    return (
        "| contracts | numbered clauses of the PDFs | of the texts | precision | recall | F1 |\n| --- | --- | --- | --- | --- | --- |\n"
        f"| {twins.contracts} | {twins.pdf:,} | {twins.text:,} | {precision:.1%} | {recall:.1%} | {twins.f1:.1%} |"
    )


def main() -> int:
    """Compare the contracts of ``cuad``; 1 when there are none."""
    corpus = Settings.from_environment().corpus / "cuad"
    twins = compare(corpus / "pdf", corpus / "txt")
    console = Console(highlight=False, soft_wrap=True)
    if not twins.contracts:
        console.print("twins: expected contracts as PDF and as text, found none; set CLAUSIER_CORPUS", markup=False)
        return 1
    console.print(table(twins), markup=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
