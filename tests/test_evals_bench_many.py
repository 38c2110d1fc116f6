"""Documents by the dozen: the command ingests them in a process of its own and tells what its processes held."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.bench.many import Ingested, documents_of, ingested, table
from evals.errors import RunError


def corpus(folder: Path) -> Path:
    for number in range(6):
        file = folder / "cuad-more" / "txt" / f"contract-{number}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"1. Term\n\nContract {number} runs for {number + 1} years.\n", encoding="utf-8")
    return folder


@pytest.mark.slow
def test_documents_are_ingested_and_their_processes_watched(tmp_path: Path) -> None:
    run = ingested(documents_of(corpus(tmp_path), 3), threads=1)
    assert (run.documents, run.failed, run.pages, run.code) == (3, 0, 3, 0)
    assert run.parent > 50 << 20
    assert run.child > 10 << 20


def test_documents_are_chosen_evenly(tmp_path: Path) -> None:
    chosen = documents_of(corpus(tmp_path), 3)
    assert len(chosen) == len(set(chosen)) == 3
    assert chosen[-1].stem >= "contract-3"
    with pytest.raises(RunError, match=r"expected 7 files .* found 6"):
        documents_of(tmp_path, 7)


def test_the_table_has_a_row_a_run() -> None:
    shown = table([Ingested(70, 1, 1000, 100.0, 300 << 20, 90 << 20, 1)])
    assert "| 70 | 1 | 1,000 | 10.0 | 300 MB | 90 MB | 1 |" in shown
