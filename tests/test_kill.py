"""A process is killed in the midst of its work, and the library is looked at afterwards."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from ingest.index import Index
from ingest.library import Library
from ingest.originals import sha256_of
from ingest.outcome import Outcome, Progress
from ingest.pipeline import ingest, missing, plan, reindex, remove
from tests.fake_embedder import FakeEmbedder
from tests.test_pipeline import read_plainly

FILES = 12
CLAUSES = 5
ROUNDS = 10
EVENTS = 2 * FILES  # what a whole run reports at least
LONGEST_DELAY = 0.04  # seconds between a report and the kill, about what storing one document takes

Work = Callable[[Path, Callable[[Progress], None]], object]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "family"
    folder.mkdir()
    for number in range(FILES):
        lines = [f"Clause {clause} of document {number} is about matter{number}x{clause}." for clause in range(CLAUSES)]
        (folder / f"annex{number:02}.txt").write_text("\n".join(lines), encoding="utf-8")
    return folder


def ingest_all(folder: Path, report: Callable[[Progress], None] | None = None) -> list[Outcome]:
    embedder = FakeEmbedder()
    library, index = Library(folder / "home"), Index(folder / "home" / "index", embedder)
    outcomes = ingest(plan([folder / "family"]), library, index, embedder, report=report, read=read_plainly)
    index.close()
    library.close()
    return outcomes


def reindex_all(folder: Path, report: Callable[[Progress], None]) -> None:
    embedder = FakeEmbedder()
    reindex(Library(folder / "home"), Index(folder / "home" / "index", embedder), embedder, report)


def remove_some(folder: Path, report: Callable[[Progress], None]) -> None:
    embedder = FakeEmbedder()
    library, index = Library(folder / "home"), Index(folder / "home" / "index", embedder)
    for number, document in enumerate(library.contract("family").documents[:-1]):
        report(Progress(number, FILES, document.name, "storing"))
        remove(library, index, "family", document.name)


def kill_during(work: Work, folder: Path, events: int, delay: float) -> None:
    """Let a process work until it has reported ``events`` times, and kill it ``delay`` seconds later."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["ingest.pipeline", "ingest.vectors", "tests.test_pipeline"])
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(work, folder, there))
    process.start()
    there.close()
    for _ in range(events):
        here.recv()
    time.sleep(delay)
    process.kill()
    process.join()
    process.close()
    here.close()


def _serve(work: Work, folder: Path, reports: Connection) -> None:
    work(folder, reports.send)


def assert_sound(folder: Path, expect_indexed: bool = True) -> int:
    """Hold every document of the library against what a whole one has; return their number."""
    embedder = FakeEmbedder()
    library, index = Library(folder / "home"), Index(folder / "home" / "index", embedder)
    assert library.check() == []
    records = [record for contract in library.contracts() for record in contract.documents]
    for record in records:
        document, passages = library.document(record.id), library.passages(record.id)
        assert len(document.clauses) == record.clause_count == CLAUSES
        assert document.partition()[-1].end == len(document.text)
        assert sha256_of(library.original(record.id)) == record.sha256
        if expect_indexed:
            found = index.nearest(embedder.embed_question(document.text), [record.id], 100)
            assert sorted(hit.ordinal for hit in found) == list(range(len(passages)))
            assert index.sizes()[record.id] == len(passages) > 0
            stem = f"matter{int(record.name[5:])}x0"
            assert index.document_frequency(stem) == {record.id: 1}
    index.close()
    library.close()
    return len(records)


def assert_complete(folder: Path) -> None:
    """Nothing is stored beside what the library knows."""
    assert assert_sound(folder) == FILES
    library, index = Library(folder / "home"), Index(folder / "home" / "index", FakeEmbedder())
    assert missing(library, index) == []
    assert index.sizes().keys() == library.document_ids()
    assert len(index.nearest(FakeEmbedder().embed_question("clause"), None, 1000)) == sum(index.sizes().values())
    assert len([path for path in (folder / "home" / "originals").rglob("*") if path.is_file()]) == FILES
    index.close()
    library.close()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_killed_ingest_leaves_each_document_in_or_out(files: Path, seed: int) -> None:
    chance = random.Random(seed)
    folder = files.parent
    kill_during(ingest_all, folder, chance.randrange(1, EVENTS), chance.uniform(0, LONGEST_DELAY))
    stored = assert_sound(folder)
    outcomes = ingest_all(folder)
    assert [o.status for o in outcomes].count("unchanged") == stored
    assert [o.status for o in outcomes].count("added") == FILES - stored
    assert_complete(folder)


@pytest.mark.slow
def test_a_killed_reindex_is_mended(files: Path) -> None:
    folder = files.parent
    ingest_all(folder)
    kill_during(reindex_all, folder, EVENTS // 2, 0.01)
    assert assert_sound(folder, expect_indexed=False) == FILES
    ingest_all(folder)
    assert_complete(folder)


@pytest.mark.slow
@pytest.mark.parametrize("delay", [0.0, 0.01, 0.02])
def test_a_killed_removal_leaves_each_document_in_or_out(files: Path, delay: float) -> None:
    folder = files.parent
    ingest_all(folder)
    kill_during(remove_some, folder, FILES // 2, delay)
    assert 0 < assert_sound(folder) < FILES
    ingest_all(folder)
    assert_complete(folder)
