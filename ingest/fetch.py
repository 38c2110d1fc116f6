"""Files are read ahead of their turn, a few at once, while the ones before them are embedded."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.document import Document, Role
from ingest.errors import FileMissing, IngestError, UnsupportedFormat
from ingest.library import DocumentRecord, Library
from ingest.originals import sha256_of
from ingest.plan import Job

Read = Callable[[Path, Role | None], Document]

READERS = 2
"""How many files are read at once."""
_GLANCE = 0.5  # seconds after which somebody who waits for a file is told how far it is
_AHEAD = 4  # files that may wait, read, for their turn: it bounds the memory that they take


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file as read; or the record of the document that holds the same bytes already; or the failure to read it.

    ``seconds`` is the time that reading took.
    """

    job: Job
    sha256: str = ""
    document: Document | None = None
    known: DocumentRecord | None = None
    failure: IngestError | None = None
    seconds: float = 0.0


def fetch_all(
    jobs: Sequence[Job], library: Library, role: Role | None, read: Read, glance: Callable[[], None] = lambda: None
) -> Generator[Fetched]:
    """The files of the jobs in their order, each read by ``read`` unless its contract holds its bytes already.

    ``glance`` is called from time to time while a file is waited for.
    """
    waiting: deque[Future[Fetched]] = deque()
    readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
    try:
        for job in jobs:
            waiting.append(readers.submit(_fetch, job, library, role, read))
            if len(waiting) > _AHEAD:
                yield _awaited(waiting.popleft(), glance)
        while waiting:
            yield _awaited(waiting.popleft(), glance)
    finally:
        readers.shutdown(cancel_futures=True)


def _awaited(file: Future[Fetched], glance: Callable[[], None]) -> Fetched:
    while True:
        try:
            return file.result(_GLANCE)
        except NotYet:
            glance()


def _fetch(job: Job, library: Library, role: Role | None, read: Read) -> Fetched:
    start = time.perf_counter()
    if job.refusal:
        return Fetched(job, failure=UnsupportedFormat(job.refusal))
    try:
        sha256 = _hashed(job.path)
        if known := library.find(job.contract, sha256):
            return Fetched(job, sha256, known=known, seconds=time.perf_counter() - start)
        document = _placed(read(job.path, role), job, role)
    except IngestError as failure:
        return Fetched(job, failure=failure, seconds=time.perf_counter() - start)
    return Fetched(job, sha256, document, seconds=time.perf_counter() - start)


def _placed(document: Document, job: Job, role: Role | None) -> Document:
    """The document; what is attached to a PDF is its annex, unless it says something narrower of itself."""
    if job.attached and role is None and document.role in (Role.OTHER, Role.FRAMEWORK):
        return replace(document, role=Role.ANNEX)
    return document


def _hashed(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError as error:
        raise FileMissing(
            f"expected a file that may be read at {path}, got: {error.strerror or error}; check the path and its permissions"
        ) from error
