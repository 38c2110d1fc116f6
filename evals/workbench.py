"""The product on the bench: its parts over a library that holds what the sets need."""

from __future__ import annotations

import hashlib
import logging
import shutil
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import Self

import prompts
from assistant.parts import Parts
from assistant.settings import Settings
from evals.abstention import SILENT_BELOW
from evals.judges import CHECKS, choose_judge
from evals.product import Product
from evals.run import Bench, System
from evals.sets import Source
from evals.system_name import SystemName
from evals.taken_in import all_taken_in
from ingest.pipeline import Job, Progress, ingest, plan, remove

Report = Callable[[Progress], None]
_log = logging.getLogger(__name__)
_MARKER = "made-by.txt"  # in a home of ours: what read its files


class Workbench:
    """Builds what is measured, and closes it at the end; use it as a context manager.

    Sets that bring their files get a home of their own below ``evals`` in the home of the settings. It is filled at
    first use, and anew when the program that reads files has changed; a set without files asks the library of the
    settings as it is. A home that is named is used for all sets; what it lacks is added, and nothing is removed from it.

    Args:
        settings: the embedder, the chat model, and where models and homes are.
        make_parts: opens the parts of a home.
        home: the home to use, None for the above.
        system: what is measured.
        report: told how the reading of the files goes on.
        judge: who judges the answers, as `evals.judges.choose_judge` takes it.
    """

    def __init__(
        self,
        settings: Settings,
        make_parts: Callable[[Settings], Parts] = Parts,
        *,
        home: Path | None = None,
        system: SystemName = SystemName.PRODUCT,
        report: Report | None = None,
        judge: str = CHECKS,
    ) -> None:
        self._settings = settings
        self._make_parts = make_parts
        self._home = home
        self._system = system
        self._report = report
        self._judge = judge
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._opened.close()

    def build(self, sources: Sequence[Source]) -> Bench:
        """The bench over a library that holds the files of the sources.

        Raises:
            RunError: when a file of the sources cannot be read.
            SettingsError: when there is no such judge.
            LibraryBusy: when another process is filling the same home.
        """
        judge, grader = choose_judge(
            self._judge, self._settings
        )  # first: a wrong name shall not cost a reading of files
        home = self._home or (self._own_home(sources) if sources else self._settings.home)
        parts = self._opened.enter_context(self._make_parts(replace(self._settings, home=home)))
        # of the settings' home, so that not every home assembles the model for itself
        parts.embedder = self._opened.enter_context(self._make_parts(self._settings)).embedder
        self._fill(sources, parts)
        return Bench(self._measured(parts), parts.library, judge, self._recorded(parts.embedder.name), grader)

    def _own_home(self, sources: Sequence[Source]) -> Path:
        """The folder for these sources, empty unless it was filled by the very program and model that run now."""
        home = self._settings.home / "evals" / _key(sources)
        marker, program = home / _MARKER, f"{reading_program()} {self._settings.embedder}"
        if marker.exists() and marker.read_text(encoding="utf-8") != program:
            shutil.rmtree(home)
        home.mkdir(parents=True, exist_ok=True)
        marker.write_text(program, encoding="utf-8")
        return home

    def _fill(self, sources: Sequence[Source], parts: Parts) -> None:
        jobs = [job for source in sources for job in plan(source.paths, each=source.each)]
        wanted = {(job.contract, _sha256(job.path)): job for job in jobs}
        if self._home is None and sources:
            self._drop_others(set(wanted), parts)
        lacking = [job for (contract, sha256), job in wanted.items() if not parts.library.find(contract, sha256)]
        if lacking:
            self._ingest(lacking, parts)

    def _drop_others(self, wanted: set[tuple[str, str]], parts: Parts) -> None:
        """Remove what is not of the sources any more: a file that was made anew has other bytes."""
        for contract in parts.library.contracts():
            for document in contract.documents:
                if (document.contract, document.sha256) not in wanted:
                    remove(parts.library, parts.index, contract.name, document.id)

    def _ingest(self, jobs: Sequence[Job], parts: Parts) -> None:
        outcomes = ingest(jobs, parts.library, parts.index, parts.embedder, report=self._report, ocr=self._settings.ocr)
        all_taken_in(outcomes, "every file of the sets")

    def _measured(self, parts: Parts) -> System:
        return _tutorial(parts) if self._system is SystemName.TUTORIAL else Product(parts.assistant)

    def _recorded(self, embedder: str) -> dict[str, str]:
        if self._system is SystemName.TUTORIAL:
            return {"embedder": "all-MiniLM-L6-v2", "model": "none"}
        recorded = {
            "embedder": embedder,
            "model": self._settings.model or "none",
            SILENT_BELOW: str(self._settings.silent_below),
        }
        return recorded | {f"prompt {name}": str(prompts.version(name)) for name in _prompt_names()}


def reading_program() -> str:
    """What tells one state of the reading program from another: 64 hex digits over the package ``ingest``."""
    digest = hashlib.sha256()
    folder = Path(str(resources.files("ingest")))
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        digest.update(f"{file.relative_to(folder)}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _tutorial(parts: Parts) -> System:
    # imported here: the baseline's packages are an extra that measuring the product does not need
    from evals.tutorial import Tutorial
    from evals.tutorial_system import TutorialSystem, fill, tutorial_folder

    tutorial = Tutorial(tutorial_folder(parts.library, parts.settings.home))
    fill(tutorial, parts.library, _log.info)
    return TutorialSystem(tutorial, parts.library)


def _key(sources: Sequence[Source]) -> str:
    """A readable folder name for the sources, the same for the same paths."""
    described = "\n".join(f"{source.each} {path.resolve()}" for source in sources for path in source.paths)
    return f"{sources[0].paths[0].name}-{hashlib.sha256(described.encode()).hexdigest()[:8]}"


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _prompt_names() -> list[str]:
    return sorted(
        file.name[: -len(".txt")] for file in resources.files("prompts").iterdir() if file.name.endswith(".txt")
    )
