from dataclasses import replace

from evals.bench.scans import compare, table
from ingest.document import Document
from tests.fake_contracts import HOSTING, read_lines


def scan_of(document: Document, *slips: tuple[str, str]) -> Document:
    """The document as recognised, with slips of the same length."""
    text = document.text
    for right, wrong in slips:
        assert len(right) == len(wrong)
        assert right in text
        text = text.replace(right, wrong, 1)
    return replace(document, text=text, pages=tuple(replace(p, confidence=0.9) for p in document.pages))


def test_a_scan_read_without_a_slip_has_no_errors() -> None:
    twin = read_lines(*HOSTING)
    figures = compare("scan", scan_of(twin), twin)
    assert (figures.character_errors, figures.word_errors) == (0, 0)
    assert figures.figures_right == figures.figures > 0
    assert figures.clause_f1 == 1
    assert figures.confidence == 0.9


def test_slips_are_counted() -> None:
    twin = read_lines(*HOSTING)
    figures = compare("scan", scan_of(twin, ("thirty (30) days", "thirty (3O) day5")), twin)
    assert figures.character_errors == 2
    assert figures.word_errors == 2
    assert figures.figures - figures.figures_right == 1


def test_a_lost_clause_lowers_f1() -> None:
    twin = read_lines(*HOSTING)
    scan = scan_of(twin)
    numbered = [c for c in scan.clauses if c.number]
    lost = replace(scan, clauses=tuple(c for c in scan.clauses if c is not numbered[-1]))
    assert compare("scan", lost, twin).clause_f1 < 1
    assert compare("scan", replace(scan, clauses=()), twin).clause_f1 == 0


def test_marks_of_another_kind_are_no_errors() -> None:
    twin = read_lines("1. Term", "The Supplier’s duty – “as is”.")
    assert compare("s", scan_of(twin, ("’", "'"), ("–", "-"), ("“", '"')), twin).character_errors == 0


def test_the_table_has_a_row_a_file() -> None:
    twin = read_lines(*HOSTING)
    assert table([compare("one", scan_of(twin), twin)]).splitlines()[-1].startswith("| one | ")
