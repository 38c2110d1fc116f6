"""The whole way of a file, from its path to being searchable."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from ingest.assembly import read_document
from ingest.bounded import read_bounded
from ingest.document import Document, Role
from ingest.embed import Embedder
from ingest.errors import IngestError, UnreadableFile
from ingest.fetch import Fetched, Read, fetch_all
from ingest.index import Index
from ingest.library import DocumentRecord, Library
from ingest.outcome import Outcome, Progress, Stage
from ingest.passages import split
from ingest.plan import Job, plan

__all__ = ["Job", "Outcome", "Progress", "ingest", "missing", "plan", "read_document", "reindex", "remove"]

Report = Callable[[Progress], None]


def ingest(
    jobs: Sequence[Job],
    library: Library,
    index: Index,
    embedder: Embedder,
    role: Role | None = None,
    report: Report | None = None,
    read: Read = read_bounded,
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
        read: reads a file; the default does so in a process of bounded time and memory.

    Returns:
        One outcome a job, in the order of the jobs.

    Raises:
        IndexMismatch: the index was built with another embedder.
        LibraryBusy: another process is writing.
    """
    work = _Work(library, index, embedder, report or _unheard)
    work.mend()
    outcomes: list[Outcome] = []
    work.begin(len(jobs))
    for fetched in fetch_all(jobs, library, role, read):
        outcomes.append(work.take(fetched))
    return outcomes


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
    return _Work(library, index, embedder, report or _unheard).mend()


def missing(library: Library, index: Index) -> list[DocumentRecord]:
    """The documents of the library that the index lacks, after an interrupted `reindex` or the loss of its files."""
    sizes = index.sizes()
    return [document for contract in library.contracts() for document in contract.documents if document.id not in sizes]


class _Work:
    """One run: the parts that it works with, and how far it has got."""

    def __init__(self, library: Library, index: Index, embedder: Embedder, report: Report) -> None:
        self._library = library
        self._index = index
        self._embedder = embedder
        self._report = report
        self._done = self._total = 0

    def begin(self, total: int) -> None:
        """Start to count files anew."""
        self._done, self._total = 0, total

    def mend(self) -> int:
        """Clear away what a killed run left, and index the documents that the index lacks; return their number."""
        self._index.check_embedder()
        with self._library.writing():
            self._index.sweep(self._library.document_ids())
            self._library.sweep()
        lacking = missing(self._library, self._index)
        self.begin(len(lacking))
        for record in lacking:
            self._index_again(record)
            self._tell(record.name, "done", finished=True)
        return len(lacking)

    def take(self, fetched: Fetched) -> Outcome:
        """Store and index a file that was read, and say what became of it."""
        start = time.perf_counter() - fetched.seconds
        try:
            record, status = self._stored(fetched)
        except IngestError as failure:
            outcome = Outcome(fetched.job.path, fetched.job.contract, None, "failed", message=str(failure))
        else:
            ...
        self._tell(str(fetched.job.path), "done", finished=True)
        return outcome
