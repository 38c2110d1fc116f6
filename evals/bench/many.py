"""``python -m evals.bench.many``: so many documents are ingested by ``clausier ingest``, and the memory of its processes is watched.

The documents are the PDFs and texts of the folder of real contracts (``cuad`` and ``cuad-more``), each a contract of its own, evenly
thinned to the number wanted.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
from rich.console import Console

from assistant.settings import Settings
from evals.bench.memory import peak_memory
from evals.errors import RunError
from evals.sets import thin

DOCUMENTS = (70, 500)
_FOLDERS = (("cuad/pdf", "*.pdf"), ("cuad/txt", "*.txt"), ("cuad-more/txt", "*.txt"))
_LOOK = 0.2  # seconds between two looks at the processes


@dataclass(frozen=True, slots=True)
class Ingested:
    """One run: documents, those that failed, pages, seconds from start to end, and the most bytes that its processes held.

    ``parent`` is the process of the command, ``child`` the largest of those that read files. ``code`` is how the command ended.
    """

    documents: int
    failed: int
    pages: int
    seconds: float
    parent: int
    child: int
    code: int


def documents_of(corpus: Path, count: int) -> list[Path]:
    """So many files of the folder of real contracts, evenly chosen.

    Raises:
        RunError: it holds fewer.
    """
    files = [file for folder, pattern in _FOLDERS for file in sorted((corpus / folder).glob(pattern))]
    if len(files) < count:
        raise RunError(f"expected {count} files in {corpus}, found {len(files)}; set CLAUSIER_CORPUS")
    return thin(files, count)


def ingested(files: Sequence[Path], threads: int) -> Ingested:
    """Ingest the files into an empty home by the command line, each as a contract."""
    with tempfile.TemporaryDirectory(prefix="clausier-many-") as name:
        folder = Path(name, "contracts")
        folder.mkdir()
        for number, file in enumerate(files):
            shutil.copy(file, folder / f"{number:04} {file.name}")
        return _watched(folder, Path(name, "home"), Path(name, "told.json"), threads)


def _watched(folder: Path, home: Path, told: Path, threads: int) -> Ingested:
    command = [sys.executable, "-m", "assistant", "ingest", str(folder), "--each", "--json"]
    environment = {**os.environ, "CLAUSIER_HOME": str(home), "CLAUSIER_THREADS": str(threads)}
    began = time.perf_counter()
    parent = child = 0
    with told.open("wb") as output, subprocess.Popen(command, env=environment, stdout=output) as process:
        while process.poll() is None:
            parent = max(parent, peak_memory(process.pid))
            child = max([child, *map(peak_memory, _children(process.pid))])
            time.sleep(_LOOK)
    seconds = time.perf_counter() - began
    documents = json.loads(told.read_bytes())["documents"]
    failed = sum(document["status"] == "failed" for document in documents)
    pages = sum(document["pages"] for document in documents)
    return Ingested(len(documents), failed, pages, seconds, parent, child, process.returncode)


def _children(process_id: int) -> list[int]:
    with suppress(psutil.NoSuchProcess):
        return [child.pid for child in psutil.Process(process_id).children(recursive=True)]
    return []


def table(runs: Sequence[Ingested]) -> str:
    """The runs, a row each."""
    head = "| documents | failed | pages | pages/s | peak of the command | peak of its largest reader | exit code |"
    rows = [
        f"| {run.documents} | {run.failed} | {run.pages:,} | {run.pages / run.seconds:.1f} | {run.parent >> 20:,} MB "
        f"| {run.child >> 20:,} MB | {run.code} |"
        for run in runs
    ]
    return "\n".join([head, "| --- | --- | --- | --- | --- | --- | --- |", *rows])


def main(arguments: Sequence[str] | None = None) -> int:
    """Ingest, and print the table; 0 when every run came to its end."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.many", description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=list(DOCUMENTS), help="how many (default: 70 500)")
    options = parser.parse_args(arguments)
    settings = Settings.from_environment()
    console = Console(highlight=False, soft_wrap=True)
    try:
        runs = [ingested(documents_of(settings.corpus, count), settings.threads) for count in options.documents]
    except RunError as error:
        console.print(f"many: {error}", markup=False)
        return 1
    console.print(table(runs), markup=False)
    return int(any(run.code not in (0, 1) for run in runs))  # 1: some file failed, the others are in


if __name__ == "__main__":
    sys.exit(main())
