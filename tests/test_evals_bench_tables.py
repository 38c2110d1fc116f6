from pathlib import Path

import pytest

from evals.bench.tables import TableFigures, measure, pairs, pdfplumber_cells, product_cells, table, truth


@pytest.fixture(scope="module")
def charges() -> tuple[Path, Path]:
    return next((path, source) for path, source in pairs(".pdf") if path.stem == "annex-2-charges")


def test_the_truth_is_the_source(charges: tuple[Path, Path]) -> None:
    cells = truth(charges[1])
    assert cells.total() > 40
    assert all(words for _, _, words in cells)


def test_both_readers_find_the_cells_of_a_sample(charges: tuple[Path, Path]) -> None:
    for cells in (product_cells, pdfplumber_cells):
        figures = measure("reader", cells, [charges])
        assert figures.right == figures.cells == figures.found


def test_f1_counts_what_is_missing_and_what_is_too_much() -> None:
    figures = TableFigures(reader="one", files=1, cells=10, found=30, right=10, seconds=0.5)
    assert figures.f1 == 0.5
    assert table([figures]).splitlines()[-1] == "| one | 1 | 10 | 0.333 | 1.000 | 0.500 | 0.5 |"
    assert TableFigures(reader="none", files=0, cells=0, found=0, right=0, seconds=0).f1 == 0
