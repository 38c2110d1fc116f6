from __future__ import annotations

import errno
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

import pytest

from ingest.document import Document, Role
from ingest.embed import Vectors
from ingest.errors import DamagedFile, EmbedderError, IndexMismatch, LibraryBusy, UnknownContract, UnreadableFile
from ingest.index import Index
from ingest.library import Library
from ingest.originals import Originals, copy_hashed
from ingest.outcome import Outcome, Progress
from ingest.pipeline import Job, ingest, missing, plan, read_document, reindex, remove
from ingest.written_day import written_stamp
from tests.fake_document import make_document
from tests.fake_embedder import FakeEmbedder


class Shelf:
    """A library, its index and an embedder in one home, and a folder of files to put in."""

    def __init__(self, folder: Path, embedder: FakeEmbedder | None = None, originals: Originals | None = None) -> None:
        self.files = folder / "files"
        self.files.mkdir(exist_ok=True)
        self.embedder = embedder or FakeEmbedder()
        self.library = Library(folder / "home", originals)
        self.index = Index(folder / "home" / "index", self.embedder)

    def write(self, name: str, text: str = "1. Levels\nThe supplier answers within one hour.\n") -> Path:
        path = self.files / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def ingest(self, *paths: Path, **options: object) -> list[Outcome]:
        return self.ingest_jobs(plan(paths or [self.files]), **options)

    def ingest_jobs(self, jobs: Sequence[Job], **options: object) -> list[Outcome]:
        return ingest(jobs, self.library, self.index, self.embedder, read=read_plainly, **options)  # type: ignore[arg-type]

    def names(self) -> dict[str, list[str]]:
        return {contract.name: [d.name for d in contract.documents] for contract in self.library.contracts()}

    def close(self) -> None:
        self.index.close()
        self.library.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path)
    yield shelf
    shelf.close()


def read_plainly(path: Path, role: Role | None = None) -> Document:
    """Read in this process and without the real readers: one clause a line."""
    text = path.read_text(encoding="utf-8")
    if "BROKEN" in text:
        raise DamagedFile(f"{path.name}: expected a whole file, got a broken one; fetch it again")
    document = make_document(*text.splitlines(), title=path.stem)
    return replace(document, role=role or document.role)


def test_files_become_searchable_documents(shelf: Shelf) -> None:
    shelf.write("sla.txt", "The supplier answers within one hour.\nCredits are capped.\n")
    shelf.write("exit.txt", "The supplier returns the data.\n")
    outcomes = shelf.ingest(role=Role.ANNEX)
    assert [(o.document, o.status, o.clauses, o.message) for o in outcomes] == [
        ("exit", "added", 1, ""),
        ("sla", "added", 2, ""),
    ]
    assert all(o.passages > 0 and o.seconds > 0 and o.pages == 2 for o in outcomes)
    assert shelf.names() == {"files": ["exit", "sla"]}
    best = shelf.index.nearest(shelf.embedder.embed_question("credits capped"), None, 1)[0]
    record = shelf.library.record(best.document_id)
    assert (record.name, record.role) == ("sla", Role.ANNEX)
    passage = shelf.library.passages(record.id)[best.ordinal]
    assert "capped" in passage.span.of(shelf.library.document(record.id).text)


def test_folders_that_share_a_contract_tell_their_files_apart(shelf: Shelf) -> None:
    for language in ("en", "fr"):
        shelf.write(f"{language}/network/raci.md", f"Who answers in {language}.\n")
    jobs = plan([shelf.files / "en", shelf.files / "fr"], "Acme")
    assert [(job.contract, job.folder) for job in jobs] == [("Acme", "en/network"), ("Acme", "fr/network")]
    outcomes = ingest(jobs, shelf.library, shelf.index, shelf.embedder, read=read_plainly)
    assert [o.document for o in outcomes] == ["raci", "raci (fr/network)"]


def test_the_same_files_again_change_nothing(shelf: Shelf) -> None:
    shelf.write("sla.txt")
    first = shelf.ingest()
    generation, embedded = shelf.library.generation, shelf.embedder.embedded
    again = shelf.ingest()
    assert [o.status for o in again] == ["unchanged"]
    assert (again[0].document, again[0].passages) == (first[0].document, first[0].passages)
    assert (shelf.library.generation, shelf.embedder.embedded) == (generation, embedded)


def test_two_copies_in_one_run_are_one_document(shelf: Shelf) -> None:
    shelf.write("a.txt")
    shelf.write("b.txt")
    assert [(o.document, o.status) for o in shelf.ingest()] == [("a", "added"), ("a", "unchanged")]


def test_a_file_that_fails_lets_the_others_go_on(shelf: Shelf) -> None:
    shelf.write("a.txt")
    shelf.write("b.txt", "BROKEN")
    shelf.write("c.txt", "Other words.\n")
    gone = shelf.files / "gone.txt"
    outcomes = shelf.ingest(shelf.files, gone)
    assert [o.status for o in outcomes] == ["added", "failed", "added", "failed"]
    assert outcomes[1].message == "b.txt: expected a whole file, got a broken one; fetch it again"
    assert "gone.txt" in outcomes[3].message
    assert outcomes[1].document is None
    assert shelf.names() == {"files": ["a", "c"]}


def test_progress_counts_files_and_names_the_one_in_hand(shelf: Shelf) -> None:
    shelf.write("a.txt")
    shelf.write("b.txt", "BROKEN")
    seen: list[Progress] = []
    shelf.ingest(report=seen.append)
    a, b = (str(shelf.files / name) for name in ("a.txt", "b.txt"))
    assert [(p.done, p.total, p.current, p.stage) for p in seen] == [
        (0, 2, a, "storing"),
        (1, 2, a, "done"),
        (2, 2, b, "done"),
    ]


def test_who_waits_for_a_file_is_told_that_it_is_embedded(tmp_path: Path) -> None:
    class Slow(FakeEmbedder):
        def embed_passages(self, texts: Sequence[str]) -> Vectors:
            assert told.wait(30)
            return super().embed_passages(texts)

    def note(progress: Progress) -> None:
        if progress.stage == "embedding":
            told.set()

    told = threading.Event()
    shelf = Shelf(tmp_path, Slow())
    shelf.write("a.txt")
    assert [o.status for o in shelf.ingest(report=note)] == ["added"]
    shelf.close()


def test_passages_that_cannot_be_embedded_fail_their_file_alone(tmp_path: Path) -> None:
    class Narrow(FakeEmbedder):
        def embed_passages(self, texts: Sequence[str]) -> Vectors:
            if any("hours" in text for text in texts):
                raise EmbedderError("expected passages of at most 1 token, got one of 2.")
            return super().embed_passages(texts)

    shelf = Shelf(tmp_path, Narrow())
    shelf.write("a.txt", "Two hours.\n")
    shelf.write("b.txt", "Credits.\n")
    outcomes = shelf.ingest()
    assert [o.status for o in outcomes] == ["failed", "added"]
    assert "at most 1 token" in outcomes[0].message
    shelf.close()


def test_an_interrupted_run_keeps_what_it_finished(shelf: Shelf) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        shelf.write(name, f"Words of {name}.\n")

    def interrupt(progress: Progress) -> None:
        if progress.current.endswith("b.txt") and progress.stage == "storing":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shelf.ingest(report=interrupt)
    assert shelf.names() == {"files": ["a"]}
    assert [o.status for o in shelf.ingest()] == ["unchanged", "added", "added"]


def test_a_full_disk_is_told_and_leaves_nothing_of_the_file(tmp_path: Path) -> None:
    def copy(source: BinaryIO, target: BinaryIO) -> str:
        if Path(source.name).name == "b.txt":
            raise OSError(errno.ENOSPC, "No space left on device")
        return copy_hashed(source, target)

    shelf = Shelf(tmp_path, originals=Originals(tmp_path / "home" / "originals", copy))
    for name in ("a.txt", "b.txt", "c.txt"):
        shelf.write(name, f"Words of {name}.\n")
    outcomes = shelf.ingest()
    assert [o.status for o in outcomes] == ["added", "failed", "added"]
    assert "expected room on the disk" in outcomes[1].message
    assert len(shelf.index.sizes()) == 2
    assert len([p for p in (tmp_path / "home" / "originals").rglob("*") if p.is_file()]) == 2
    shelf.close()


def test_a_file_that_changes_while_it_is_read_is_refused(shelf: Shelf) -> None:
    path = shelf.write("a.txt")

    def read(path: Path, role: Role | None) -> Document:
        document = read_plainly(path, role)
        path.write_text("Other words.\n", encoding="utf-8")
        return document

    outcomes = ingest(plan([path]), shelf.library, shelf.index, shelf.embedder, read=read)
    assert "changed while it was being read" in outcomes[0].message
    assert shelf.library.contracts() == []
    assert shelf.index.sizes() == {}


def test_another_writer_is_told_before_anything_is_read(shelf: Shelf, tmp_path: Path) -> None:
    shelf.write("a.txt")
    hasty = Library(tmp_path / "home", lock_seconds=0.0)
    with shelf.library.writing(), pytest.raises(LibraryBusy):
        ingest(plan([shelf.files]), hasty, shelf.index, shelf.embedder, read=read_plainly)
    assert shelf.embedder.embedded == 0


def test_remove_takes_documents_from_library_index_and_disk(shelf: Shelf, tmp_path: Path) -> None:
    shelf.write("a.txt", "Hours and hours.\n")
    shelf.write("b.txt", "Credits.\n")
    shelf.ingest()
    (removed,) = remove(shelf.library, shelf.index, "files", "a")
    assert shelf.names() == {"files": ["b"]}
    assert removed not in shelf.index.sizes()
    assert shelf.index.matching(["hour"], None, 5) == []
    assert len([p for p in (tmp_path / "home" / "originals").rglob("*") if p.is_file()]) == 1
    with pytest.raises(UnknownContract):
        remove(shelf.library, shelf.index, "files", "a")


def test_reindex_builds_the_index_anew_for_another_embedder(shelf: Shelf, tmp_path: Path) -> None:
    shelf.write("a.txt", "One two three four five six seven eight nine ten.\n" * 6)
    shelf.write("b.txt", "Credits.\n")
    shelf.ingest()
    before = shelf.index.sizes()
    shelf.close()
    other = Shelf(tmp_path, FakeEmbedder("small", dimension=32, window=40))
    with pytest.raises(IndexMismatch, match="clausier reindex"):
        other.ingest()
    seen: list[Progress] = []
    assert reindex(other.library, other.index, other.embedder, seen.append) == 2
    assert seen[-1].done == seen[-1].total == 2
    sizes = other.index.sizes()
    assert sizes.keys() == before.keys()
    assert sum(sizes.values()) > sum(before.values())
    for document_id, size in sizes.items():
        assert len(other.library.passages(document_id)) == size
    assert other.index.nearest(other.embedder.embed_question("credits"), None, 1)
    other.close()


def test_an_interrupted_reindex_is_mended_by_the_next_ingest(shelf: Shelf) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        shelf.write(name, f"Words of {name}.\n")
    shelf.ingest()

    def interrupt(progress: Progress) -> None:
        if progress.done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reindex(shelf.library, shelf.index, shelf.embedder, interrupt)
    assert len(missing(shelf.library, shelf.index)) == 2
    assert [o.status for o in shelf.ingest()] == ["unchanged"] * 3
    assert missing(shelf.library, shelf.index) == []
    assert len(shelf.index.nearest(shelf.embedder.embed_question("words"), None, 10)) == 3


def test_a_lost_index_is_rebuilt_by_the_next_ingest(shelf: Shelf) -> None:
    shelf.write("a.txt", "Hours.\n")
    shelf.ingest()
    shelf.index.clear()
    assert [d.name for d in missing(shelf.library, shelf.index)] == ["a"]
    shelf.ingest()
    assert len(shelf.index.matching(["hour"], None, 5)) == 1


def test_a_file_is_read_in_a_process_of_its_own_by_default(shelf: Shelf) -> None:
    path = shelf.write("sla.md", "# Service levels\n\n## 1. Response\n\nThe supplier answers within one hour.\n")
    broken = shelf.files / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing that follows is a PDF")
    outcomes = ingest(plan([path, broken], "Acme"), shelf.library, shelf.index, shelf.embedder)
    assert [o.status for o in outcomes] == ["added", "failed"]
    assert "broken.pdf" in outcomes[1].message
    (record,) = shelf.library.contracts()[0].documents
    assert shelf.library.document(record.id).text == read_document(path).text


def test_read_document_covers_its_text_and_raises_its_own_errors(shelf: Shelf) -> None:
    document = read_document(shelf.write("sla.txt", "1. Response\nThe supplier answers.\n2. Exit\nData goes back.\n"))
    spans = document.partition()
    assert [spans[0].start, spans[-1].end] == [0, len(document.text)]
    assert all(one.end == other.start for one, other in pairwise(spans))
    with pytest.raises(UnreadableFile):
        read_document(shelf.files / "none.pdf")


TERMS = (
    "The supplier answers each incident within one hour of its report.\nCredits are capped at ten percent of the fee.\n"
)


def test_a_newer_version_replaces_the_older_without_losing_it(shelf: Shelf) -> None:
    path = shelf.write("sla.txt", TERMS)
    shelf.ingest()
    (old,) = shelf.library.contracts()[0].documents
    path.write_text(TERMS.replace("one hour", "two hours"), encoding="utf-8")
    (outcome,) = shelf.ingest()
    assert (outcome.document, outcome.status) == ("sla", "added")
    assert outcome.replaces == f"replaces the version added on {written_stamp(old.added[:10], 'en')}: 1 changed (1)"
    (new,) = shelf.library.contracts()[0].documents
    assert (new.name, shelf.library.document_ids(), set(shelf.index.sizes())) == ("sla", {new.id}, {new.id})
    (kept,) = shelf.library.older(new.id)
    assert (kept.id, kept.replaced_by) == (old.id, new.id)
    assert "one hour" in shelf.library.document(old.id).text
    assert shelf.library.original(old.id).exists()
    assert shelf.library.check() == []
    assert [o.status for o in shelf.ingest()] == ["unchanged"]


def test_the_older_version_again_changes_nothing(shelf: Shelf) -> None:
    path = shelf.write("sla.txt", TERMS)
    shelf.ingest()
    for hours in ("two hours", "three hours"):
        path.write_text(TERMS.replace("one hour", hours), encoding="utf-8")
        shelf.ingest()
    path.write_text(TERMS, encoding="utf-8")
    assert [(o.status, o.replaces) for o in shelf.ingest()] == [("unchanged", "")]
    (current,) = shelf.library.contracts()[0].documents
    assert len(shelf.library.older(current.id)) == 2
    assert "three hours" in shelf.library.document(current.id).text
    remove(shelf.library, shelf.index, "files", "sla")
    assert shelf.library.contracts() == []
    assert not [path for path in (shelf.library.home / "originals").rglob("*") if path.is_file()]


def test_another_document_of_the_same_name_replaces_nothing(shelf: Shelf) -> None:
    path = shelf.write("annex.txt", TERMS)
    shelf.ingest()
    path.write_text("Data is returned at the end, in a format that the customer chooses itself.\n", encoding="utf-8")
    (outcome,) = shelf.ingest()
    assert (outcome.document, outcome.replaces) == ("annex (2)", "")


def test_two_files_of_one_name_in_one_run_are_two_documents(shelf: Shelf) -> None:
    one, other = shelf.write("a/sla.txt", TERMS), shelf.write("b/sla.txt", TERMS.replace("one hour", "two hours"))
    outcomes = shelf.ingest_jobs([Job(one, "Acme"), Job(other, "Acme")])
    assert [(o.document, o.replaces) for o in outcomes] == [("sla", ""), ("sla (2)", "")]


def test_progress_is_told_by_the_sizes_of_the_files(shelf: Shelf) -> None:
    shelf.write("a.txt", "The supplier answers.\n" * 3)
    shelf.write("b.txt", "The supplier returns the data.\n" * 97)
    steps: list[Progress] = []
    shelf.ingest(report=steps.append)
    done = [(step.done, step.share) for step in steps if step.stage == "done"]
    small, large = (path.stat().st_size for path in sorted(shelf.files.iterdir()))
    assert done == [(1, pytest.approx(small / (small + large))), (2, 1.0)]
    assert all(0 <= step.share <= 1 for step in steps)
