"""``python -m evals.bench.tables``: the cells of the sample contracts' tables, each with its headers, against their sources.

A cell is right when the same words stand under the same column header and beside the same row header. pdfplumber, which is
well kept and permissively licensed, is measured on the same PDF files; it does not read Word files.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pdfplumber
from rich.console import Console

from evals.case import Strict
from evals.samples import FAMILIES
from evals.samples.build import NOTES, SOURCES
from evals.samples.markup import parse
from evals.samples.source import Table as SourceTable
from ingest.assembly import read_document
from ingest.tables import tables_of

Triple = tuple[str, str, str]
"""Row header, column header and words of a cell, without blanks: where a line breaks in a cell is no matter here."""


class TableFigures(Strict):
    """How the tables of some files were read: cells in truth, found, and both; and the seconds it took."""

    reader: str
    files: int
    cells: int
    found: int
    right: int
    seconds: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 when there are no cells."""
        total = self.cells + self.found
        return 2 * self.right / total if total else 0.0


def truth(source: Path) -> Counter[Triple]:
    """The cells of a sample's source."""
    tables = [block for block in parse(source).blocks if isinstance(block, SourceTable)]
    return Counter(triple for table in tables for triple in _of_rows(table.rows))


def product_cells(path: Path) -> Counter[Triple]:
    """The cells as the product reads a file."""
    found: Counter[Triple] = Counter()
    for table in tables_of(read_document(path)):
        for cell in table.cells():
            if cell.column:
                beside = "".join(table.words(header) for header in table.row_headers(cell)[-1:])
                above = "".join(table.words(header) for header in table.column_headers(cell)[-1:])
                found[_triple(beside, above, table.words(cell))] += 1
    return found


def pdfplumber_cells(path: Path) -> Counter[Triple]:
    """The cells as pdfplumber's `extract_tables` gives them, page by page with its own settings."""
    found: Counter[Triple] = Counter()
    with pdfplumber.open(path) as document:
        for page in document.pages:
            for table in page.extract_tables():
                found.update(_of_rows([[cell or "" for cell in row] for row in table]))
    return found


def _of_rows(rows: Sequence[Sequence[str]]) -> Iterator[Triple]:
    head = rows[0]
    for row in rows[1:]:
        yield from (
            _triple(row[0], name, words) for name, words in zip(head[1:], row[1:], strict=False) if words.strip()
        )


def _triple(row: str, column: str, words: str) -> Triple:
    row, column, words = ("".join(part.replace("**", "").split()) for part in (row, column, words))
    return row, column, words


def measure(reader: str, cells: Callable[[Path], Counter[Triple]], files: Sequence[tuple[Path, Path]]) -> TableFigures:
    """The figures of one reader over pairs of a file and its source."""
    began = time.perf_counter()
    read = [cells(path) for path, _ in files]
    seconds = time.perf_counter() - began
    true = [truth(source) for _, source in files]
    return TableFigures(
        reader=reader,
        files=len(files),
        cells=sum(t.total() for t in true),
        found=sum(r.total() for r in read),
        right=sum((t & r).total() for t, r in zip(true, read, strict=True)),
        seconds=seconds,
    )


def pairs(suffix: str) -> list[tuple[Path, Path]]:
    """The sample files of a suffix that have tables, each with its source."""
    sources = [source for source in sorted(SOURCES.glob("*/*.md")) if source.name != NOTES and truth(source)]
    files = [(FAMILIES / source.parent.name / f"{source.stem}{suffix}", source) for source in sources]
    return [(path, source) for path, source in files if path.exists()]


def table(rows: Sequence[TableFigures]) -> str:
    """The figures as Markdown."""
    lines = ["| reader | files | cells | precision | recall | F1 | seconds |", "|" + " --- |" * 7]
    for row in rows:
        precision, recall = row.right / max(1, row.found), row.right / max(1, row.cells)
        lines.append(
            f"| {row.reader} | {row.files} | {row.cells} | {precision:.3f} | {recall:.3f} | {row.f1:.3f} | {row.seconds:.1f} |"
        )
    return "\n".join(lines)


def main() -> int:
    """Measure and print the table."""
    in_pdf, in_word = pairs(".pdf"), pairs(".docx")
    rows = [
        measure("clausier, PDF", product_cells, in_pdf),
        measure("pdfplumber, PDF", pdfplumber_cells, in_pdf),
        measure("clausier, Word", product_cells, in_word),
    ]
    Console(markup=False, emoji=False, highlight=False).print(table(rows), soft_wrap=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
