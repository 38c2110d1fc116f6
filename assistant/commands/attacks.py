"""``clausier eval attacks``: what hostile texts achieve when the model obeys them."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.desk import FAILED, Desk, desk_of
from assistant.commands.options import AsJson
from assistant.settings import DEFAULT_READER, Settings

if TYPE_CHECKING:
    from assistant.answer import Answer
    from evals.attack_run import AttackOutcome


def register(group: typer.Typer) -> None:
    """Add the command below ``clausier eval``."""
    group.command("attacks")(attacks)


def attacks(
    context: typer.Context,
    path: Annotated[
        Path | None,
        typer.Option(
            "--attacks", metavar="FILE", help="Attacks (.jsonl); those that come with the program when left out."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Put hostile documents and questions to an assistant whose model obeys them, and count the harm; 1 when there is any."""
    desk = desk_of(context)
    with desk.telling_failures(as_json):
        outcomes = _run(desk, path)
        if as_json:
            desk.print_json({"attacks": [outcome.model_dump(mode="json") for outcome in outcomes]})
        else:
            from evals.attack_run import markdown  # here for start-up speed: pydantic

            desk.print(markdown(outcomes))
    if any(outcome.harms for outcome in outcomes):
        raise typer.Exit(FAILED)


def _run(desk: Desk, path: Path | None) -> list[AttackOutcome]:
    """The outcomes, in a home that is thrown away."""
    # imported here for start-up speed: numpy, pydantic and langchain
    from evals.attack import ATTACKS, read_attacks
    from evals.attack_run import fill, run_attacks
    from evals.tripwire import Tripwire

    settings = Settings.from_environment()
    found = read_attacks(path or ATTACKS)
    with (
        tempfile.TemporaryDirectory(prefix="clausier-attacks-") as folder,
        desk.parts(settings) as own,
        desk.parts(replace(settings, home=Path(folder) / "home", chroma="", nli=DEFAULT_READER)) as parts,
    ):
        parts.embedder = own.embedder  # of the settings' home, where its model is assembled already
        fill(found, parts, Path(folder))
        return list(run_attacks(found, parts, Tripwire(), page))


def page(answer: Answer) -> str:
    """The answer's statements as the web app shows them."""
    from assistant.web import markup  # here for start-up speed: streamlit
    from assistant.web.words import LANGUAGES

    return "".join(markup.statement(statement, LANGUAGES[answer.language]) for statement in answer.statements)
