"""A few child processes that read documents, handed out to whichever thread asks."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self, TypeVar

from ingest.assembly import document_of, document_or_pictures, read_scan_or_fail, require_recognition
from ingest.bounded import BoundedProcess
from ingest.document import Document, Role
from ingest.errors import RecognitionError, UnreadableFile
from ingest.ocr import Ocr
from ingest.originals import sha256_of
from ingest.read import DEFAULT_LIMITS
from ingest.read.unpack import Unpacked, unpack
from ingest.reading import Reading, ScannedPage
from ingest.scan_cache import ScanCache
from ingest.scans import filled

Result = TypeVar("Result")


class ReaderPool:
    """Reads files in child processes of bounded time and memory; use it as a context manager.

    A process is started when it is first needed and then kept. Any thread may call `read`; one that finds all processes
    busy waits. The pages of a scan are recognised side by side, each within the bounds of a call of its own; ``at_hand`` names the
    one that was begun last, and is empty when there was none.

    Args:
        size: how many processes there are at most.
        ocr: what recognises pages that are but pictures.
        cache: keeps recognised pages; None keeps none.
    """

    def __init__(self, size: int, ocr: Ocr = Ocr.RAPIDOCR, cache: ScanCache | None = None) -> None:
        self._idle: SimpleQueue[BoundedProcess] = SimpleQueue()
        self._all = ExitStack()
        self._ocr = ocr
        self._cache = cache
        self.at_hand = ""
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="pages")
        for _ in range(size):
            self._idle.put(self._all.enter_context(BoundedProcess()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(cancel_futures=True)
        self._all.close()

    def read(self, path: Path, role: Role | None) -> Document:
        """Read a file as `ingest.assembly.read_document` does.

        Raises:
            UnreadableFile: the class below it says why, running out of time or memory included.
        """
        found: Document | Reading = self._call(document_or_pictures, path, role, name=path.name)
        if isinstance(found, Document):
            return found
        require_recognition(found, self._ocr, path.name)
        reading = filled(found, self._recognised(path, found.pictures), path.name)
        return self._call(document_of, reading, path.stem, role, name=path.name)

    def unpack(self, path: Path, target: Path, suffixes: tuple[str, ...]) -> Unpacked:
        """Take files out of a container as `ingest.read.unpack.unpack` does.

        Raises:
            UnreadableFile: the class below it says why, running out of time or memory included.
        """
        return self._call(unpack, path, target, suffixes, DEFAULT_LIMITS, name=path.name)

    def _recognised(self, path: Path, numbers: tuple[int, ...]) -> dict[int, ScannedPage | RecognitionError]:
        sha256 = sha256_of(path) if self._cache is not None else ""
        pages = self._threads.map(lambda number: self._page(path, sha256, number), numbers)
        return dict(zip(numbers, pages, strict=True))

    def _page(self, path: Path, sha256: str, number: int) -> ScannedPage | RecognitionError:
        known = self._cache.get(sha256, number, self._ocr) if self._cache is not None else None
        if known is not None:
            return known
        self.at_hand = f"{path.name}, p. {number}"
        try:
            page = self._call(read_scan_or_fail, path, number, self._ocr, name=f"{path.name}, page {number}")
        except UnreadableFile as error:  # out of time or memory on this page
            return RecognitionError(str(error))
        if self._cache is not None and isinstance(page, ScannedPage):
            self._cache.put(sha256, page, self._ocr)
        return page

    def _call(self, function: Callable[..., Result], *arguments: Any, name: str) -> Result:
        process = self._idle.get()
        try:
            return process.call(function, *arguments, name=name)
        finally:
            self._idle.put(process)
