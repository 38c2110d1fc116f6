"""How reading fares: each file through the reader's child process, nothing stored."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from evals.bench.memory import peak_memory
from evals.case import Strict
from ingest.bounded import BoundedProcess
from ingest.document import Document
from ingest.errors import IngestError
from ingest.pipeline import read_document

Tell = Callable[[str], None]


class Reading(Strict):
    """What reading a folder's files gave.

    ``warnings`` counts those of all documents and ``whole`` the documents whose clauses and furniture cover their
    text exactly once. ``seconds`` is of reading alone, one file after the other; ``child_peak`` is the most bytes of
    memory that the child held, 0 where the system does not say. ``failures`` are sentences.
    """

    folder: str
    files: int
    pages: int
    clauses: int
    whole: int
    warnings: int
    seconds: float
    child_peak: int
    failures: tuple[str, ...]

    @property
    def pages_per_second(self) -> float:
        """Pages read a second."""
        return self.pages / self.seconds if self.seconds else 0.0


def read_folder(name: str, files: Sequence[Path], tell: Tell) -> Reading:
    """Read the files, one after the other; a file that fails is told of, and the others go on.

    Args:
        name: what the row is called.
        files: what to read.
        tell: told of each file before it is read.
    """
    documents: list[Document] = []
    failures: list[str] = []
    seconds, peak = 0.0, 0
    with BoundedProcess() as child:
        child.call(peak_memory)  # the start of the child is not reading
        for file in files:
            tell(f"reading {file.name}")
            began = time.perf_counter()
            try:
                documents.append(child.call(read_document, file, None, name=file.name))
            except IngestError as error:
                failures.append(str(error))
            seconds += time.perf_counter() - began
            peak = max(peak, child.call(peak_memory))
    return Reading(
        folder=name,
        files=len(files),
        pages=sum(len(document.pages) for document in documents),
        clauses=sum(len(document.clauses) for document in documents),
        whole=sum(is_whole(document) for document in documents),
        warnings=sum(len(document.warnings) for document in documents),
        seconds=seconds,
        child_peak=peak,
        failures=tuple(failures),
    )


def is_whole(document: Document) -> bool:
    """Whether clauses and furniture, in order, cover the text exactly once."""
    end = 0
    for span in document.partition():
        if span.start != end:
            return False
        end = span.end
    return end == len(document.text)
