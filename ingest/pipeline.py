"""The whole way of a file, from its path to being searchable."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace

from ingest.assembly import read_document
from ingest.containers import Containers
from ingest.document import Document, Passage, Role
from ingest.embed import Embedder, Vectors
from ingest.errors import IngestError, UnreadableFile
from ingest.fetch import READERS, Fetched, Read, fetch_all
from ingest.index import Index
from ingest.library import DocumentRecord, Library
from ingest.ocr import Ocr
from ingest.outcome import Outcome, Progress, Stage, Status
from ingest.passages import split
from ingest.plan import Job, plan, size_of
from ingest.reader_pool import ReaderPool
from ingest.replacing import older_version, what_changed
from ingest.scan_cache import ScanCache

__all__ = ["Job", "Outcome", "Progress", "ingest", "missing", "plan", "read_document", "reindex", "remove"]

Report = Callable[[Progress], None]


def ingest(
    jobs: Sequence[Job],
    library: Library,
    index: Index,
    embedder: Embedder,
    role: Role | None = None,
    report: Report | None = None,
    read: Read | None = None,
    ocr: Ocr = Ocr.RAPIDOCR,
    told: Callable[[Outcome], None] | None = None,
    attachments: bool = False,
) -> list[Outcome]:
    """Read, store and index files; a file that fails is told of in its outcome, and the others go on.

    What a killed run left behind is cleared away first. A document is stored whole or not at all, so an interrupted run
    keeps the documents that it finished, and the next run reads only the others.

    Args:
        jobs: what to read, as `plan` gives it.
        library: where documents are stored.
        index: where they are made searchable.
        embedder: the embedder of the index.
        role: what all these documents are; found for each when None.
        report: called as the work goes on.
        read: reads a file; when None, a process of bounded time and memory does.
        ocr: what recognises the words of pages that are but pictures. Pages that were recognised before an interruption are
            not recognised again.
        told: called with each outcome as soon as it is there; what it or ``report`` raises ends the run, and what was
            finished before stays.
        attachments: whether files attached to PDFs are taken in as annexes.

    Returns:
        One outcome a job, in the order of the jobs; an archive has one for each of its files, a message one more for each
        attachment.

    Raises:
        IndexMismatch: the index was built with another embedder.
        LibraryBusy: another process is writing.
    """
    work = _Work(library, index, embedder, report, told)
    work.mend()
    cache = ScanCache(library.home / "scans")
    with (
        ReaderPool(READERS, ocr, cache) as pool,
        Containers(library.home / "unpacked", pool.unpack, attachments) as containers,
    ):
        opened = containers.opened(jobs)
        work.begin([str(job.shown) for job in opened], [size_of(job.path) for job in opened])
        fetched = fetch_all(opened, library, role, read or pool.read, work.prepare, lambda: work.glance(pool.at_hand))
        with closing(fetched) as files:
            return [work.take(file, cache) for file in files]


def remove(library: Library, index: Index, contract: str, document: str | None = None) -> list[str]:
    """Remove a contract, or one document of it (by name or id), from the library and the index; return the ids.

    Raises:
        UnknownContract: when there is no such contract or document.
        LibraryBusy: another process is writing.
    """
    with library.writing():
        removed = library.remove(contract, document)
        index.remove(removed)
    return removed


def reindex(library: Library, index: Index, embedder: Embedder, report: Report | None = None) -> int:
    """Build the index anew from the library; return the number of documents.

    Passages are cut anew as well, since they are bounded by the window of the embedder. An interrupted run is resumed by
    the next `ingest`, or run again.

    Raises:
        LibraryBusy: another process is writing.
    """
    with library.writing():
        index.clear()
    return _Work(library, index, embedder, report).mend()


def missing(library: Library, index: Index) -> list[DocumentRecord]:
    """The documents of the library that the index lacks, after an interrupted `reindex` or the loss of its files."""
    sizes = index.sizes()
    return [document for contract in library.contracts() for document in contract.documents if document.id not in sizes]


class _Work:
    """One run: the parts that it works with, and how far it has got."""

    def __init__(
        self,
        library: Library,
        index: Index,
        embedder: Embedder,
        report: Report | None,
        told: Callable[[Outcome], None] | None = None,
    ) -> None:
        self._library = library
        self._index = index
        self._embedder = embedder
        self._report = report
        self._told_of = told
        self._done = self._total = 0
        self._names: tuple[str, ...] = ()
        self._sizes: tuple[int, ...] = ()
        self._stages: dict[str, Stage] = {}  # of the files that are prepared, or were
        self._added: set[str] = set()  # ids of this run's documents: two files of one name in one run are two documents

    def begin(self, names: Sequence[str], sizes: Sequence[int]) -> None:
        """Count anew: files of these names, and of these sizes in bytes."""
        self._done, self._total = 0, len(names)
        self._names, self._sizes = tuple(names), tuple(sizes)

    def mend(self) -> int:
        """Clear away what a killed run left, and index the documents that the index lacks; return their number."""
        self._index.check_embedder()
        with self._library.writing():
            self._index.sweep(self._library.document_ids())
            self._library.sweep()
        lacking = missing(self._library, self._index)
        self.begin([record.name for record in lacking], [record.size for record in lacking])
        for record in lacking:
            self._index_again(record)
            self._finish(record.name)
        return len(lacking)

    def glance(self, at_hand: str) -> None:
        """Say which file is waited for and what is done to it, or which page of a scan is at hand."""
        if self._done == self._total:
            return
        current = self._names[self._done]
        if current in self._stages:
            self._tell(current, self._stages[current])
        else:
            self._tell(at_hand or current, "recognising" if at_hand else "reading")

    def prepare(self, name: str, document: Document) -> tuple[tuple[Passage, ...], Vectors]:
        """The passages of a document and their vectors, made ahead of its turn."""
        self._stages[name] = "splitting"
        passages = split(document, self._embedder)
        self._stages[name] = "embedding"
        return passages, self._embedder.embed_passages([passage.embedded_text(document.text) for passage in passages])

    def take(self, fetched: Fetched, cache: ScanCache) -> Outcome:
        """Store and index a file that was read, and say what became of it; its recognised pages need not be kept then."""
        start = time.perf_counter()
        try:
            outcome = self._outcome(fetched)
        except IngestError as failure:
            outcome = Outcome(fetched.job.shown, fetched.job.contract, None, "failed", message=str(failure))
        if outcome.status != "failed":
            cache.drop(fetched.sha256)
        outcome = replace(outcome, seconds=fetched.seconds + time.perf_counter() - start)
        if self._told_of is not None:
            self._told_of(outcome)
        self._finish(str(fetched.job.shown))
        return outcome

    def _outcome(self, fetched: Fetched) -> Outcome:
        if fetched.document is None or fetched.vectors is None:
            if fetched.known is None:
                raise fetched.failure or RuntimeError("expected a document, a record or a failure, got none of them")
            return self._told(fetched.job, fetched.known, "unchanged")
        self._tell(str(fetched.job.shown), "storing")
        with self._library.writing():
            # another process, or another path of this run, may have stored the same bytes in the meantime
            if known := self._library.find(fetched.job.contract, fetched.sha256):
                return self._told(fetched.job, known, "unchanged")
            older = older_version(self._library, fetched.job, fetched.document, self._added)
            record = self._store(fetched, fetched.document, fetched.vectors, older)
        self._added.add(record.id)
        outcome = self._told(fetched.job, record, "added")
        if older is None:
            return outcome
        return replace(outcome, replaces=what_changed(older, self._library.document(older.id), fetched.document))

    def _store(
        self, fetched: Fetched, document: Document, vectors: Vectors, older: DocumentRecord | None
    ) -> DocumentRecord:
        """The original first, then the index, and last the commit that makes the document part of the library.

        The older version leaves the index after the commit; a run that is killed in between leaves that to the next one.
        """
        job = fetched.job
        try:
            record = self._library.draft(job.contract, document, job.path, folder=job.folder, replaces=older)
            if record.sha256 != fetched.sha256:
                raise UnreadableFile(f"{job.shown} changed while it was being read; ingest it again")
            self._index.add(record, document, fetched.passages, vectors)
            self._library.store(record, document, fetched.passages, older)
        except BaseException:
            self._library.sweep()  # the original takes room; index entries wait for the next run, which may have more
            raise
        if older is not None:
            self._index.remove([older.id])
        return record

    def _index_again(self, record: DocumentRecord) -> None:
        """Index a stored document, whose passages are cut anew when the embedder's window is another."""
        document = self._library.document(record.id)
        self._tell(record.name, "embedding")
        passages, vectors = self.prepare(record.name, document)
        self._tell(record.name, "storing")
        with self._library.writing():
            if record.id not in self._library.document_ids():
                return
            if passages != self._library.passages(record.id):
                self._library.replace_passages(record.id, passages)
            self._index.add(record, document, passages, vectors)

    def _told(self, job: Job, record: DocumentRecord, status: Status) -> Outcome:
        return Outcome(
            job.shown,
            record.contract,
            record.name,
            status,
            pages=record.page_count,
            clauses=record.clause_count,
            passages=self._index.sizes().get(record.id, 0),
            warnings=record.warnings,
        )

    def _finish(self, current: str) -> None:
        self._done += 1
        self._tell(current, "done")

    def _tell(self, current: str, stage: Stage) -> None:
        if self._report is not None:
            self._report(Progress(self._done, self._total, current, stage, self._share()))

    def _share(self) -> float:
        """What is done of the work, by size; a file of no bytes counts as one of one."""
        weights = [max(1, size) for size in self._sizes]
        return sum(weights[: self._done]) / sum(weights) if weights else 0.0
