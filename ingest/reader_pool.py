"""A few child processes that read documents, handed out to whichever thread asks."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from ingest.assembly import read_document
from ingest.bounded import BoundedProcess
from ingest.document import Document, Role


class ReaderPool:
    """Reads files in child processes of bounded time and memory; use it as a context manager.

    A process is started when it is first needed and then kept. Any thread may call `read`; one that finds all processes
    busy waits.

    Args:
        size: how many processes there are at most.
    """

    def __init__(self, size: int) -> None:
        self._idle: SimpleQueue[BoundedProcess] = SimpleQueue()
        self._all = ExitStack()
        for _ in range(size):
            self._idle.put(self._all.enter_context(BoundedProcess()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._all.close()

    def read(self, path: Path, role: Role | None) -> Document:
        """Read a file as `ingest.assembly.read_document` does.

        Raises:
            UnreadableFile: the class below it says why, running out of time or memory included.
        """
        process = self._idle.get()
        try:
            return process.call(read_document, path, role, name=path.name)
        finally:
            self._idle.put(process)
