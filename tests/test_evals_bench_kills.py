"""The command that kills ingestions: it finds what is wrong, and three kills leave the library whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.settings import Settings
from evals.bench.kills import Round, faults_of, run, table
from ingest.document import Span
from ingest.library import Library
from tests.fake_document import make_document, make_passages


@pytest.mark.slow
def test_three_kills_leave_the_library_whole(tmp_path: Path) -> None:
    rounds = run(3, 1, replace(Settings.from_environment(), home=tmp_path))
    assert [each.faults for each in rounds] == [(), (), ()]
    assert "| 3 |" in table(rounds)


def test_a_document_with_a_hole_is_a_fault(tmp_path: Path) -> None:
    document = make_document("One.", "Two.")
    first = document.clauses[0]
    broken = replace(document, clauses=(replace(first, span=Span(0, first.span.end - 1)), *document.clauses[1:]))
    source = tmp_path / "a.txt"
    source.write_text("text", encoding="utf-8")
    library = Library(tmp_path / "home")
    with library.writing():
        library.add("Acme", broken, make_passages(document), source)
    assert any("leave a hole" in fault for fault in faults_of(library))
    library.close()
    assert "| 1 | 2.0-2.0 | 1 | 1 |" in table([Round(2.0, 3, ("fault",))])
