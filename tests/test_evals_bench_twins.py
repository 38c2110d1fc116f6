"""A contract as PDF and as text: numbers that both have count, a text without a twin does not."""

from __future__ import annotations

from pathlib import Path

from evals.bench.twins import Twins, compare, table
from tests.fake_pdf import pdf, words


def test_the_numbers_of_twins_are_compared(tmp_path: Path) -> None:
    pdf(tmp_path / "a.pdf", [words("1. Term", "Two years.", "", "2. Fees", "None.", "", "3. Law", "French.")])
    (tmp_path / "a.txt").write_text("1. Term\n\nTwo years.\n\n2. Fees\n\nNone.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("1. Term\n\nTwo years.\n", encoding="utf-8")
    twins = compare(tmp_path, tmp_path)
    assert twins == Twins(contracts=1, text=2, pdf=3, both=2)
    assert "| 1 | 3 | 2 | 100.0% | 66.7% | 80.0% |" in table(twins)
