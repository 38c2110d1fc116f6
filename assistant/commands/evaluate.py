"""``clausier eval``: how good the answers are, on questions whose right answers are known."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from assistant.commands import attacks, gold
from assistant.commands.desk import FAILED, Desk, desk_of
from assistant.commands.options import AsJson, JudgeName
from assistant.commands.progress import progress_bar, reporter
from assistant.settings import Settings
from evals.system_name import SystemName

if TYPE_CHECKING:
    from evals.command import Evaluation

RUN = "run"
_EXAMPLES = """\
Examples:

  clausier eval                                     the questions on the sample contracts
  clausier eval samples corpus --limit 50
  clausier eval my-questions.jsonl                  over the library as it is
  clausier eval reported                            the answers that were reported as wrong in the web app
  clausier eval --against runs/before/result.json   and say what got better and what got worse
  clausier eval --check my-questions.jsonl          only look whether the set fits its documents
  clausier eval add --help                          keep a question of one's own
  clausier eval import --help                       keep a table of questions
  clausier eval judge                               what the judge of the answers is worth
  clausier eval attacks                             what hostile texts achieve when the model obeys them

The run folder receives result.json, report.md and report.html. An interrupted run is gone on with by --out FOLDER.
Exit codes: 0 done, 1 failed or a gate was crossed, 2 wrong usage.
"""


class _RunUnlessNamed(TyperGroup):
    """A group whose arguments are those of ``run`` unless the first one names another of its commands."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, args if args and args[0] in self.commands else [RUN, *args])


def register(app: typer.Typer) -> None:
    """Add the command and those below it to the command line."""
    group = typer.Typer(cls=_RunUnlessNamed, rich_markup_mode="rich", help="Measure how good the answers are.")
    group.command(RUN, epilog=_EXAMPLES)(evaluate)
    gold.register(group)
    attacks.register(group)
    app.add_typer(group, name="eval")


def evaluate(
    context: typer.Context,
    sets: Annotated[
        list[str] | None, typer.Argument(metavar="SET", help="Names or paths of gold sets; samples when left out.")
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", metavar="NAME", help="The chat model, in place of CLAUSIER_MODEL.")
    ] = None,
    system: Annotated[
        SystemName, typer.Option("--system", help="What is measured; tutorial is the plain stack to compare with.")
    ] = SystemName.PRODUCT,
    against: Annotated[
        Path | None, typer.Option("--against", metavar="FILE", help="A result.json to compare with, case by case.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1, help="At most so many questions a set.")] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FOLDER", help="The run folder; a new one under runs/ when left out."),
    ] = None,
    home: Annotated[
        Path | None,
        typer.Option(
            "--home",
            metavar="FOLDER",
            help="The library to ask, which receives the files that it lacks; when left out, a set that brings its "
            "files has one of its own, kept for the next run.",
        ),
    ] = None,
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep", metavar="FILE", help="Write the result here too, without texts: a baseline for later runs."
        ),
    ] = None,
    judge: JudgeName = "checks",
    check: Annotated[bool, typer.Option("--check", help="Only check that the sets fit their documents.")] = False,
    as_json: AsJson = False,
) -> None:
    """Measure how good the answers are, and write a result and a report."""
    desk = desk_of(context)
    with desk.telling_failures(as_json):
        settings = Settings.from_environment()
        named = [gold.known_path(each, settings) for each in sets or ["samples"]]
        wanted = _Wanted(named, against, limit, home, system, keep, judge)
        settings = settings if model is None else replace(settings, model=model)
        crossed = _check(desk, wanted, settings, as_json) if check else _measure(desk, wanted, settings, out, as_json)
    if crossed:
        desk.tell(f"clausier: {'; '.join(crossed)}")
        raise typer.Exit(FAILED)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be measured."""

    sets: list[str]
    against: Path | None
    limit: int | None
    home: Path | None
    system: SystemName
    keep: Path | None
    judge: str


def _measure(desk: Desk, wanted: _Wanted, settings: Settings, out: Path | None, as_json: bool) -> Sequence[str]:
    """Measure and print the report; what is wrong, one sentence each."""
    folder = out or _run_folder(wanted.sets)
    evaluation = _evaluation(desk, wanted, settings, folder)
    crossed = evaluation.crossed
    if wanted.keep is not None:
        evaluation.result.without_texts().save(wanted.keep)
    if as_json:
        desk.print_json({"result": str(folder / "result.json"), "crossed": crossed})
    else:
        desk.print((folder / "report.md").read_text(encoding="utf-8"))
        desk.print(f"Written to {folder}: result.json, report.md, report.html")
    return [f"gate crossed: {sentence}" for sentence in crossed]


def _evaluation(desk: Desk, wanted: _Wanted, settings: Settings, folder: Path) -> Evaluation:
    # imported here for start-up speed: numpy, pydantic and the assistant
    from evals.command import evaluate as run
    from evals.workbench import Workbench

    desk.tell(f"clausier: writing to {folder}; an interrupted run is gone on with by --out {folder}")
    with progress_bar(desk.log) as bar:
        task = bar.add_task("questions", total=None, count="")
        report = reporter(bar)
        with Workbench(
            settings, desk.parts, home=wanted.home, system=wanted.system, report=report, judge=wanted.judge
        ) as workbench:
            return run(
                wanted.sets,
                folder,
                wanted.against,
                wanted.limit,
                workbench.build,
                corpus=settings.corpus,
                progress=lambda done, total: bar.update(task, completed=done, total=total, count=f"{done}/{total}"),
            )


def _check(desk: Desk, wanted: _Wanted, settings: Settings, as_json: bool) -> Sequence[str]:
    """Check the sets and say what they hold; their faults, one sentence each."""
    from evals.checking import check_sets  # here for start-up speed

    with tempfile.TemporaryDirectory(prefix="clausier-check-") as folder:
        checks = check_sets(wanted.sets, settings.corpus, wanted.home or settings.home, Path(folder))
    if as_json:
        desk.print_json({"sets": [check.model_dump(mode="json") for check in checks]})
    for check in [] if as_json else checks:
        found = f"{check.questions} questions, {check.located} of {check.evidence} quotes located"
        desk.print(f"{check.name}: {found}, {len(check.faults)} faults")
    return [fault for check in checks for fault in check.faults]


def _run_folder(names: Sequence[str]) -> Path:
    now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    return Path("runs") / "-".join([*(Path(name).stem for name in names), now])
