from __future__ import annotations

from pathlib import Path

from rich.console import Console

from evals.bench.scale import measure, show
from tests.fake_parts import FakeParts


def test_what_stands_there_is_asked_again_without_building(tmp_path: Path) -> None:
    with FakeParts(tmp_path) as parts:
        (once,) = measure(parts, [300], 2)
        (again,) = measure(parts, [100, 200], 2)
    assert (again.passages, again.contracts, again.questions) == (once.passages, once.contracts, 2)


def test_each_size_is_asked_and_told(tmp_path: Path) -> None:
    with FakeParts(tmp_path) as parts:
        small, large = measure(parts, [700, 300], 3)
    assert 300 <= small.passages < large.passages
    assert small.questions == large.questions == 3
    assert 0 < small.contract_p50 <= small.contract_p95
    assert 0 < small.library_p50 <= small.library_p95
    assert 0 < small.unnamed_p50 <= small.unnamed_p95
    assert 0 <= large.wrong <= 3
    assert small.disk < large.disk
    assert 0 < small.vectors < large.vectors
    assert small.server == large.server == 0  # there is none
    console = Console(record=True, width=160, file=(tmp_path / "out").open("w"))
    show([small, large], console)
    console.file.close()
    assert f"{large.passages:,}" in console.export_text()
