"""Files are read, cut and embedded ahead of their turn, while the ones before them are stored."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.document import Document, Passage, Role
from ingest.embed import Vectors
from ingest.errors import FileMissing, IngestError, UnsupportedFormat
from ingest.library import DocumentRecord, Library
from ingest.originals import sha256_of
from ingest.plan import Job

Read = Callable[[Path, Role | None], Document]
Prepare = Callable[[str, Document], tuple[tuple[Passage, ...], Vectors]]
"""What makes the passages of a document and their vectors; it is told how the file is called."""

READERS = 2
"""How many files are read at once."""
_GLANCE = 0.5  # seconds after which somebody who waits for a file is told how far it is
_AHEAD = 4  # files that may wait, read, for their turn: it bounds the memory that they take


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file as read, with its passages and their vectors; or the record of the document that holds the same bytes already; or why not.

    ``seconds`` is the time that was spent on it.
    """

    job: Job
    sha256: str = ""
    document: Document | None = None
    passages: tuple[Passage, ...] = ()
    vectors: Vectors | None = None
    known: DocumentRecord | None = None
    failure: IngestError | None = None
    seconds: float = 0.0


def fetch_all(
    jobs: Sequence[Job],
    library: Library,
    role: Role | None,
    read: Read,
    prepare: Prepare,
    glance: Callable[[], None] = lambda: None,
) -> Generator[Fetched]:
    """The files of the jobs in their order, each read and prepared unless its contract holds its bytes already.

    Files are read side by side, and prepared one at a time: the embedder has threads of its own. ``glance`` is called from time to
    time while a file is waited for.
    """
    fetching = _Fetching(library, role, read, prepare)
    waiting: deque[Future[Fetched]] = deque()
    readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
    try:
        for job in jobs:
            waiting.append(readers.submit(fetching.fetch, job))
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


class _Fetching:
    """What the readers share."""

    def __init__(self, library: Library, role: Role | None, read: Read, prepare: Prepare) -> None:
        self._library = library
        self._role = role
        self._read = read
        self._prepare = prepare
        self._turn = threading.Lock()

    def fetch(self, job: Job) -> Fetched:
        if job.refusal:
            return Fetched(job, failure=UnsupportedFormat(job.refusal))
        start = time.perf_counter()
        try:
            fetched = self._fetched(job)
        except IngestError as failure:
            return Fetched(job, failure=failure, seconds=time.perf_counter() - start)
        fetched = replace(fetched, seconds=time.perf_counter() - start)
        return fetched if fetched.document is None else self._prepared(fetched, fetched.document)

    def _fetched(self, job: Job) -> Fetched:
        sha256 = _hashed(job.path)
        if known := self._library.find(job.contract, sha256):
            return Fetched(job, sha256, known=known)
        return Fetched(job, sha256, _placed(self._read(job.path, self._role), job, self._role))

    def _prepared(self, fetched: Fetched, document: Document) -> Fetched:
        with self._turn:
            start = time.perf_counter()
            try:
                passages, vectors = self._prepare(str(fetched.job.shown), document)
            except IngestError as failure:
                return replace(fetched, document=None, failure=failure)
            seconds = fetched.seconds + time.perf_counter() - start
        return replace(fetched, passages=passages, vectors=vectors, seconds=seconds)


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
