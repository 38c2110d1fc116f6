"""``clausier find``: clauses by number, words or meaning."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from assistant import render
from assistant.commands.desk import NO_ANSWER, desk_of
from assistant.commands.options import AsJson, InContract
from ingest.document import Role

_EXAMPLES = """\
Examples:

  clausier find "service credits"
  clausier find "clause 8.2" --contract Acme
  clausier find '"working hours"' --role "service levels"
  clausier find "plafond de responsabilité" --language fr --limit 3 --json

Exit codes: 0 found, 1 failed, 2 wrong usage, 3 nothing found.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("find", epilog=_EXAMPLES)(find)


def find(
    context: typer.Context,
    words: Annotated[
        str,
        typer.Argument(
            help="A clause number, a defined term, a “quoted phrase”, words, or a meaning.", show_default=False
        ),
    ],
    contract: InContract = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="How many at most.")] = 10,
    role: Annotated[Role | None, typer.Option("--role", help="Only documents that are this in their contract.")] = None,
    language: Annotated[Literal["en", "fr"] | None, typer.Option("--language", help="Only documents in it.")] = None,
    in_force: Annotated[bool, typer.Option("--in-force", help="Only words that are in force today.")] = False,
    as_json: AsJson = False,
) -> None:
    """Find clauses by number, defined term, phrase, words or meaning, over all contracts; matching words are marked."""
    from assistant.family.in_force import today  # here for start-up speed

    desk = desk_of(context)
    with desk.working(as_json) as parts:
        matches = parts.finder.find(words, contract, limit, role, language, today() if in_force else None)
        if as_json:
            desk.print_json({"passages": [match.to_json() for match in matches]})
        else:
            desk.print(render.found(matches))
    if not matches:
        raise typer.Exit(NO_ANSWER)
