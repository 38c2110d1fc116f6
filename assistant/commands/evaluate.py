"""``clausier eval``: how good the answers are, on questions whose right answers are known."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import Progress

from assistant.commands.desk import FAILED, Desk, desk_of
from assistant.commands.options import AsJson
from assistant.commands.progress import progress_bar, reporter
from assistant.settings import Settings
from evals.errors import RunError

if TYPE_CHECKING:
    from assistant.parts import Parts
    from evals.command import BenchFactory, Evaluation
    from evals.run import Bench
    from evals.sets import Source

_EXAMPLES = """\
Examples:

  clausier eval                                     the questions on the sample contracts
  clausier eval samples corpus --limit 50
  clausier eval my-questions.jsonl                  over the library as it is
  clausier eval --against runs/before/result.json   and say what got better and what got worse

The run folder receives result.json, report.md and report.html. An interrupted run is gone on with by --out FOLDER.
Exit codes: 0 done, 1 failed or a gate was crossed, 2 wrong usage.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("eval", epilog=_EXAMPLES)(evaluate)


def evaluate(
    context: typer.Context,
    sets: Annotated[
        list[str] | None, typer.Argument(metavar="[SET]...", help="Names or paths of gold sets; samples when left out.")
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", metavar="NAME", help="The chat model, in place of CLAUSIER_MODEL.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option("--against", metavar="FILE", help="A result.json to compare with, case by case.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1, help="At most so many questions a set.")] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FOLDER", help="The run folder; a new one under runs/ when left out."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Measure how good the answers are, and write a result and a report."""
    desk = desk_of(context)
    names = sets or ["samples"]
    with desk.telling_failures(as_json):
        settings = Settings.from_environment()
        settings = settings if model is None else replace(settings, model=model)
        folder = out or _run_folder(names)
        evaluation = _evaluate(desk, names, folder, against, limit, settings)
        if as_json:
            desk.print_json({"result": str(folder / "result.json"), "crossed": evaluation.crossed})
        else:
            desk.print((folder / "report.md").read_text(encoding="utf-8"))
            desk.print(f"Written to {folder}: result.json, report.md, report.html")
    if evaluation.exit_code:
        desk.tell(f"clausier: gates crossed: {'; '.join(evaluation.crossed)}")
        raise typer.Exit(FAILED)


def _run_folder(names: Sequence[str]) -> Path:
    now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    return Path("runs") / "-".join([*(Path(name).stem for name in names), now])


def _evaluate(
    desk: Desk, sets: list[str], folder: Path, against: Path | None, limit: int | None, settings: Settings
) -> Evaluation:
    # imported here for start-up speed: numpy and pydantic models
    from evals.command import evaluate as run

    desk.tell(f"clausier: writing to {folder}; an interrupted run is gone on with by --out {folder}")
    with ExitStack() as opened, progress_bar(desk.log) as bar:
        task = bar.add_task("questions", total=None)
        return run(
            sets,
            folder,
            against,
            limit,
            _bench_factory(desk, settings, opened, bar),
            corpus=settings.corpus,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )


def _bench_factory(desk: Desk, settings: Settings, opened: ExitStack, bar: Progress) -> BenchFactory:
    """What builds the bench: over a library of its own for sets that bring their files, else over the user's."""

    def build(sources: Sequence[Source]) -> Bench:
        from assistant.lexicon import Lexicon  # these here for start-up speed
        from evals.own_judge import OwnJudge
        from evals.product import Product
        from evals.run import Bench

        home = settings.home / "evaluation" if sources else settings.home
        parts = opened.enter_context(desk.parts(replace(settings, home=home)))
        _ingest(sources, parts, bar)
        recorded = {"embedder": parts.embedder.name, "model": settings.model}
        return Bench(Product(parts.assistant), parts.library, OwnJudge(Lexicon.load()), recorded)

    return build


def _ingest(sources: Sequence[Source], parts: Parts, bar: Progress) -> None:
    from ingest.pipeline import ingest, plan  # here for start-up speed

    jobs = [job for source in sources for job in plan(source.paths, each=source.each)]
    if not jobs:
        return
    outcomes = ingest(jobs, parts.library, parts.index, parts.embedder, report=reporter(bar))
    failed = [f"{outcome.path}: {outcome.message}" for outcome in outcomes if outcome.status == "failed"]
    if failed:
        raise RunError("\n".join(["expected every file of the sets to be readable, not so:", *failed]))
