"""``clausier eval add``, ``import`` and ``judge``: questions of one's own, and what the judge of the answers is worth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.desk import Desk, desk_of
from assistant.commands.options import AsJson, JudgeName
from assistant.settings import Settings

if TYPE_CHECKING:
    from evals.own_set import NewCase

REPORTED = "reported"
"""The name of the set of answers that were reported as wrong."""
_SET = typer.Argument(
    metavar="SET",
    help=f"The set, made when missing: a .jsonl file, or a name for one kept in the home; “{REPORTED}” is that of the answers reported "
    "as wrong.",
    show_default=False,
)
_EXAMPLES = """\
Examples:

  clausier eval add my.jsonl -c Acme "How long is the notice?" --evidence "msa: three months' written notice" --must "three months|3 months"
  clausier eval add own -c Acme "May we paint the racks?"                 a question that the contract does not answer
  clausier eval import own questions.csv                                  into the home's set “own”, which quizzes ask from too
  clausier eval own                                                       ask them
"""


def register(group: typer.Typer) -> None:
    """Add the commands below ``clausier eval``."""
    group.command("add", epilog=_EXAMPLES)(add)
    group.command("import", epilog=_EXAMPLES)(import_table)
    group.command("judge")(judge)


def add(
    context: typer.Context,
    path: Annotated[Path, _SET],
    question: Annotated[str, typer.Argument(help="The question, in quotation marks.", show_default=False)],
    contract: Annotated[str, typer.Option("--contract", "-c", metavar="NAME", help="The contract that is asked.")],
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidence",
            metavar="'DOCUMENT: WORDS'",
            help="Words of a document that answer the question; without any, the contract does not answer it.",
        ),
    ] = None,
    answer: Annotated[str, typer.Option("--answer", metavar="TEXT", help="A short right answer.")] = "",
    must: Annotated[
        list[str] | None,
        typer.Option("--must", metavar="LITERAL", help="What a right answer holds; | for alternatives."),
    ] = None,
    must_not: Annotated[
        list[str] | None, typer.Option("--must-not", metavar="LITERAL", help="What only a wrong answer holds.")
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", help="What is asked for (docs/evaluation.md lists the kinds).")
    ] = "fact",
    persona: Annotated[str, typer.Option("--persona", help="Who asks: ops, trainee or lawyer.")] = "ops",
    as_json: AsJson = False,
) -> None:
    """Keep a question of one's own, a wrong answer's above all, so that every later run asks it."""
    desk = desk_of(context)
    quotes = tuple(_evidence(words) for words in evidence or ())
    from evals.own_set import NewCase  # here for start-up speed: pydantic

    new = NewCase(contract, question, answer, quotes, tuple(must or ()), tuple(must_not or ()), kind, persona)
    _add(desk, path, lambda: [new], as_json)


def import_table(
    context: typer.Context,
    path: Annotated[Path, _SET],
    table: Annotated[
        Path,
        typer.Argument(
            metavar="TABLE",
            help="A CSV or Excel file whose head names some of: contract, question, answer, document, quote, must, must_not, kind, "
            "persona.",
            show_default=False,
        ),
    ],
    as_json: AsJson = False,
) -> None:
    """Keep the questions of a table (CSV or .xlsx): all of them or, when one has a fault, none."""
    from evals.question_table import read_table  # here for start-up speed: pydantic

    _add(desk_of(context), path, lambda: read_table(table), as_json)


def judge(
    context: typer.Context,
    pairs: Annotated[
        Path | None,
        typer.Option(
            "--pairs", metavar="FILE", help="Labelled pairs (.jsonl); those that come with the program when left out."
        ),
    ] = None,
    name: JudgeName = "checks",
    as_json: AsJson = False,
) -> None:
    """Say what the judge of faithfulness is worth: what it catches by kind of corruption, and its false alarms."""
    desk = desk_of(context)
    with desk.telling_failures(as_json):
        # imported here for start-up speed: numpy and pydantic
        from evals.judge_check import check_judge, markdown
        from evals.judges import choose_judge
        from evals.pair import PAIRS, read_pairs

        settings = Settings.from_environment()
        chosen, _ = choose_judge(name, settings)
        found = check_judge(read_pairs(pairs or PAIRS, settings.corpus), chosen)
        if as_json:
            desk.print_json(found.model_dump(mode="json"))
        else:
            desk.print(markdown(found))


def own_path(name: str | Path, settings: Settings) -> Path:
    """The file of a set of one's own: the path that is named, that of the home's set of that name, or of the reported answers."""
    # here for start-up speed: pydantic
    from evals.own_set import own_set
    from evals.reported import reported_set

    path = Path(name)
    if str(name) == REPORTED:
        return reported_set(settings.home)
    return path if path.suffix or len(path.parts) != 1 else own_set(settings.home, path.name)


def known_path(name: str, settings: Settings) -> str:
    """What `evals.sets.open_set` takes for a set that is to be asked: the file of one of the home's, or what was named."""
    from evals.sets import NAMES  # here for start-up speed: pydantic

    path = own_path(name, settings)
    return str(path) if name == REPORTED or (name not in NAMES and path.exists()) else name


def _evidence(words: str) -> tuple[str, str]:
    document, colon, quote = words.partition(":")
    if not colon or not document.strip() or not quote.strip():
        raise typer.BadParameter(f"expected --evidence 'DOCUMENT: WORDS', got {words!r}")
    return document.strip(), quote.strip()


def _add(desk: Desk, path: Path, read: Callable[[], Sequence[NewCase]], as_json: bool) -> None:
    with desk.working(as_json) as parts:
        # here for start-up speed: pydantic
        from evals.own_set import add_cases
        from evals.sets import NAMES

        if str(path) in NAMES:
            raise typer.BadParameter(
                f"expected a name of one's own, got that of a set that comes with the program: {path}"
            )
        path = own_path(path, parts.settings)
        added = add_cases(path, read(), parts.library)
        if as_json:
            desk.print_json({"set": str(path), "added": [case.model_dump(mode="json") for case in added]})
        else:
            desk.print(f"{path}: {len(added)} added ({', '.join(case.id for case in added)})")
