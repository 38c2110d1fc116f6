"""``clausier find``: clauses by number, words or meaning."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from assistant import render
from assistant.commands.desk import NO_ANSWER, desk_of
from assistant.commands.options import AsJson, InContract

_EXAMPLES = """\
Examples:

  clausier find "service credits"
  clausier find "clause 8.2" --contract Acme
  clausier find "plafond de responsabilité" --limit 3 --json

Exit codes: 0 found, 1 failed, 2 wrong usage, 3 nothing found.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("find", epilog=_EXAMPLES)(find)


def find(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="A clause number, words, or a meaning.", show_default=False)],
    contract: InContract = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="How many at most.")] = 10,
    as_json: AsJson = False,
) -> None:
    """Find clauses by their number, their words or their meaning, best first."""
    desk = desk_of(context)
    with desk.working(as_json) as parts:
        passages = parts.assistant.find(words, contract, limit)
        if as_json:
            desk.print_json({"passages": [asdict(passage) for passage in passages]})
        else:
            desk.print(render.found(passages))
    if not passages:
        raise typer.Exit(NO_ANSWER)
