"""What the pages have done behind them: files read and sets run as jobs of one table, which outlive a page that is closed."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from assistant.parts import Parts
from assistant.settings import Settings
from evals.command import evaluate
from evals.errors import EvalError
from evals.workbench import Workbench
from ingest.errors import IngestError
from ingest.job_runner import JobRunner, Ticket
from ingest.job_table import JobRecord, JobTable, State
from ingest.outcome import Outcome, Progress
from ingest.pipeline import Job, ingest
from ingest.wastebasket import Removed, Wastebasket

INGEST = "ingest"
EVALUATE = "evaluate"
RESTORE = "restore"
UPLOADS = "uploads"
"""The folder of a home in which files wait to be read; each upload has a folder of an unguessable name."""
RUNS = Path("evals", "runs")
"""The folder of a home that holds the runs that were started from a page."""


class Background:
    """The jobs of a home, done one after another in this process.

    Args:
        parts: the parts that everything in this process shares.
        make_parts: opens the parts of another home, which an evaluation fills with the files of its sets.
    """

    def __init__(self, parts: Parts, make_parts: Callable[[Settings], Parts] = Parts) -> None:
        self._parts = parts
        self._make_parts = make_parts
        self._home = parts.settings.home
        works = {INGEST: self._ingest, EVALUATE: self._evaluate, RESTORE: self._restore}
        self.runner = JobRunner(JobTable(self._home), works, (IngestError, AssistantError, EvalError))
        self._sweep()

    def upload_folder(self) -> Path:
        """A new folder, which nobody can guess, for files that wait to be read."""
        folder = self._home / UPLOADS / secrets.token_urlsafe(16)
        folder.mkdir(parents=True, mode=0o700)
        return folder

    def add(self, files: Sequence[Job], title: str, folder: Path | None = None, asked_by: str = "") -> int:
        """Have files read, stored and indexed; the job's number.

        Args:
            files: as `ingest.pipeline.plan` gives them.
            title: what the job is called.
            folder: the upload folder that goes away when the files are in.
            asked_by: who asks.
        """
        listed = [{"path": str(file.path), "contract": file.contract, "folder": file.folder} for file in files]
        payload = {"files": listed, "upload": str(folder) if folder else ""}
        return self.runner.put(INGEST, title, payload, asked_by)

    def evaluate(self, sets: Sequence[str], limit: int | None = None, asked_by: str = "", title: str = "") -> int:
        """Have gold sets run, at most so many questions of each; the job's number. Its result names the run folder."""
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        folder = self._home / RUNS / f"{stamp}-{secrets.token_hex(2)}"
        payload = {"sets": list(sets), "limit": limit, "folder": str(folder)}
        called = title or ", ".join(Path(name).stem for name in sets)
        return self.runner.put(EVALUATE, called, payload, asked_by)

    def remove(self, contract: str, document: str | None = None) -> Removed:
        """Remove a contract, or a document of it, at once, so that `restore` can put it back.

        Raises:
            UnknownContract: when there is no such contract or document.
            LibraryBusy: another process is writing.
        """
        return self.wastebasket.remove(self._parts.index, contract, document)

    def restore(self, removed: Removed, asked_by: str = "") -> int:
        """Have what was removed read again and put back under its old names; the job's number."""
        return self.runner.put(RESTORE, removed.contract, {"removed": removed.id}, asked_by)

    @property
    def wastebasket(self) -> Wastebasket:
        """What was removed and can be put back."""
        return Wastebasket(self._parts.library)

    def jobs(self, kind: str, asked_by: str | None = None) -> list[JobRecord]:
        """The jobs of a kind, the latest first; of one person only when ``asked_by`` is given."""
        return [j for j in self.runner.table.all() if j.kind == kind and asked_by in (None, j.asked_by)]

    def close(self) -> None:
        """Wait for the jobs that were put, then close the table."""
        self.runner.close()
        self.runner.table.close()

    def _ingest(self, payload: Mapping[str, Any], ticket: Ticket) -> Mapping[str, Any]:
        files = [Job(Path(file["path"]), file["contract"], file["folder"]) for file in payload["files"]]
        told = self._read(files, ticket)
        if payload["upload"]:
            shutil.rmtree(payload["upload"], ignore_errors=True)
        return {"outcomes": told}

    def _restore(self, payload: Mapping[str, Any], ticket: Ticket) -> Mapping[str, Any]:
        rounds = self.wastebasket.rounds(payload["removed"])
        told = [outcome for files in rounds for outcome in self._read(files, ticket)]
        if all(outcome["status"] != "failed" for outcome in told):
            self.wastebasket.settle(payload["removed"])
        return {"outcomes": told}

    def _read(self, files: Sequence[Job], ticket: Ticket) -> list[dict[str, Any]]:
        """Read, store and index files; what became of each, which is kept as it comes."""
        told: list[dict[str, Any]] = []

        def keep(outcome: Outcome) -> None:
            told.append(_told(outcome))
            ticket.keep({"outcomes": told})

        def report(progress: Progress) -> None:
            ticket.tell(progress.done, progress.total, Path(progress.current).name, progress.stage)

        parts = self._parts
        ingest(files, parts.library, parts.index, parts.embedder, report=report, ocr=parts.settings.ocr, told=keep)
        return told

    def _evaluate(self, payload: Mapping[str, Any], ticket: Ticket) -> Mapping[str, Any]:
        folder = Path(payload["folder"])
        folder.mkdir(parents=True, exist_ok=True)

        def report(progress: Progress) -> None:
            ticket.tell(progress.done, progress.total, Path(progress.current).name, progress.stage)

        settings = self._parts.settings
        with Workbench(settings, self._lend, report=report) as workbench:
            evaluate(
                list(payload["sets"]),
                folder,
                None,
                payload["limit"],
                workbench.build,
                corpus=settings.corpus,
                progress=lambda done, total: ticket.tell(done, total, "", "asking"),
            )
        return {"folder": str(folder)}

    def _lend(self, settings: Settings) -> Parts:
        """The shared parts for the home that they are of, since one process opens an index once; others for other homes."""
        return _Lent(self._parts) if settings.home == self._home else self._make_parts(settings)

    def _sweep(self) -> None:
        """Remove uploads that no job waits for or may be done again with, and what was removed long ago."""
        self.wastebasket.purge(datetime.now(UTC))
        wanted = {
            job.payload["upload"]
            for job in self.jobs(INGEST)
            if job.open or job.state in (State.INTERRUPTED, State.FAILED)
        }
        for folder in (self._home / UPLOADS).glob("*"):
            if str(folder) not in wanted:
                shutil.rmtree(folder, ignore_errors=True)


class _Lent(Parts):
    """Parts that stay open when the one that they are lent to closes them."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.settings)
        self.__dict__.update(
            library=parts.library, embedder=parts.embedder, index=parts.index, assistant=parts.assistant
        )

    def close(self) -> None:
        """Nothing: they are somebody else's."""


def _told(outcome: Outcome) -> dict[str, Any]:
    """An outcome as it is kept and shown: without the folders of this machine."""
    name = outcome.path.name
    message = outcome.message.replace(str(outcome.path), name).removeprefix(f"{name}: ")
    return {**asdict(replace(outcome, path=Path(name), message=message)), "path": name}
