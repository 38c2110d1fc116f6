"""``python -m evals.bench``: measure, print the tables and, if wanted, write them as JSON."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from assistant.errors import AssistantError
from assistant.parts import Parts
from assistant.settings import Settings
from evals.bench.asking import Asking, ask_all, questions
from evals.bench.ingesting import Ingesting, ingest_product, ingest_tutorial
from evals.bench.memory import peak_memory
from evals.bench.reading import Tell, read_folder
from evals.bench.report import Report, show
from evals.bench.starting import COMMANDS, start
from evals.case import Scope
from evals.errors import EvalError
from evals.product import Product
from evals.provenance import revision, versions
from evals.samples import families
from evals.sets import thin
from evals.training.e5 import load_exact
from evals.tutorial import SameModel, Tutorial
from evals.tutorial_system import TutorialSystem, fill, tutorial_folder
from ingest.errors import IngestError
from ingest.pipeline import Job, plan

SAMPLE = 12  # files ingested by both stacks unless all are wanted
QUESTIONS = 300


@dataclass(frozen=True, slots=True)
class Files:
    """What is measured on: jobs by the folder that they are of, where they come from, and the sets that ask of them."""

    jobs: dict[str, list[Job]]
    origin: str
    sets: tuple[str, ...]

    def to_ingest(self, everything: bool, sample: int) -> list[Job]:
        """The files that both stacks ingest: those of the first folder, or an even sample of them."""
        first = next(iter(self.jobs.values()))
        return first if everything else thin(first, sample)


def find_files(corpus: Path) -> Files:
    """The real contracts where the folder of them is, the sample families where it is not."""
    if (corpus / "cuad" / "pdf").is_dir():
        found = {
            "cuad": plan([corpus / "cuad" / "pdf"], each=True),
            "cloud-temple": plan([corpus / "cloud-temple"]),
            "templates": plan([corpus / "templates"]),
        }
        return Files(found, "the folder of real contracts", ("corpus", "cuad"))
    found = {name: plan([folder], name) for name, folder in families().items()}
    origin = "the sample families, since CLAUSIER_CORPUS names no folder of real contracts"
    return Files({"samples": [job for jobs in found.values() for job in jobs]}, origin, ("samples",))


def measure(options: argparse.Namespace, settings: Settings, tell: Tell) -> Report:
    """Everything, one part after the other.

    Raises:
        IngestError, AssistantError, EvalError: when a part cannot be measured.
    """
    files = find_files(settings.corpus)
    reading = [read_folder(name, [job.path for job in jobs], tell) for name, jobs in files.jobs.items()]
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="clausier-bench-")))
        base = opened.enter_context(Parts(settings))
        parts = opened.enter_context(Parts(replace(settings, home=folder / "home", model="")))
        parts.embedder = base.embedder
        tutorial = Tutorial(folder / "tutorial")
        same = Tutorial(folder / "same", SameModel(load_exact(settings.home / "models", threads=settings.threads)))
        ingesting = _ingest(files.to_ingest(options.all, options.sample), parts, (tutorial, same), tell)
        if options.home is not None:
            parts = opened.enter_context(Parts(replace(settings, home=options.home, model="")))
            parts.embedder = base.embedder
            tutorial = Tutorial(tutorial_folder(parts.library, options.home))
            fill(tutorial, parts.library, tell)
        asking = _ask(parts, tutorial, files, settings, options.questions, tell)
        starting = [start(arguments, parts.settings.home) for arguments in COMMANDS]
        return Report(
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            revision=revision(),
            versions=versions(),
            files_from=files.origin,
            loaded=len(parts.library.contracts()),
            reading=tuple(reading),
            ingesting=tuple(ingesting),
            asking=tuple(asking),
            starting=tuple(starting),
            peak=peak_memory(),
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; 0 when it was measured, 1 when it could not be."""
    options = _parser().parse_args(arguments)
    log = Console(stderr=True, highlight=False)
    # into a file the tables keep their whole width
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
    try:
        with log.status("starting") as status:
            report = measure(options, Settings.from_environment(), lambda sentence: status.update(sentence))
        if options.json is not None:
            report.save(options.json)
    except (IngestError, AssistantError, EvalError) as error:
        log.print(f"bench: {error}", markup=False)
        return 1
    show(report, console)
    return 0


def _ingest(jobs: Sequence[Job], parts: Parts, tutorials: Sequence[Tutorial], tell: Tell) -> list[Ingesting]:
    """The product, and the tutorial stack with the model that it comes with and with the product's, not yet made compact."""
    product = ingest_product(jobs, parts, tell)
    names = ("tutorial", "tutorial, the same model")
    return [product, *(ingest_tutorial(parts, t, tell, name) for t, name in zip(tutorials, names, strict=True))]


def _ask(parts: Parts, tutorial: Tutorial, files: Files, settings: Settings, limit: int, tell: Tell) -> list[Asking]:
    known = {contract.name for contract in parts.library.contracts()}
    cases = questions(settings.corpus, files.sets, known, limit)
    if not cases:
        raise EvalError("expected a library with contracts that questions are known of, found none; ingest them first")
    systems = (Product(parts.assistant), TutorialSystem(tutorial, parts.library))
    return [ask_all(system, parts.library, cases, scope, tell) for scope in Scope for system in systems]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description=__doc__)
    parser.add_argument("--all", action="store_true", help="ingest every file of the first folder with both stacks")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="files to ingest otherwise (default %(default)s)")
    parser.add_argument(
        "--questions", type=int, default=QUESTIONS, help="questions asked at most (default %(default)s)"
    )
    parser.add_argument("--home", type=Path, help="a home with contracts in it, to ask instead of those just ingested")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the report as JSON as well")
    return parser


if __name__ == "__main__":
    sys.exit(main())
