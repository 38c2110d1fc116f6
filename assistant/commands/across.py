"""``clausier across``: one question, many contracts, one table."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from assistant import render
from assistant.commands.desk import NO_ANSWER, desk_of
from assistant.commands.options import AsJson
from assistant.commands.progress import tracked

_EXAMPLES = """\
Examples:

  clausier across "How long is the notice period?"
  clausier across "Which law governs?" --to law.xlsx        or law.csv
  clausier across "What is the liability cap?" -c Acme -c Initech

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 no contract answers.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("across", epilog=_EXAMPLES)(across)


def across(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="The question, in quotation marks.", show_default=False)],
    contract: Annotated[
        list[str] | None,
        typer.Option("--contract", "-c", metavar="NAME", help="A contract to ask, once for each; all when left out."),
    ] = None,
    target: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help="Write the table to a .csv or .xlsx file.")
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of", metavar="DAY", formats=["%Y-%m-%d"], help="What is in force on that day; today when left out."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Ask each contract the same question: a table of their answers, each with its quote, clause and page."""
    from assistant.across import across as ask_all  # here for start-up speed, as is the assistant
    from assistant.across import write_table

    desk = desk_of(context)
    with desk.working(as_json) as parts:
        names = contract or [each.name for each in parts.library.contracts()]
        rows = list(
            tracked(
                desk.log,
                ask_all(parts.assistant, question, names, as_of.date() if as_of else None),
                len(names),
                "contracts",
            )
        )
        if target is not None:
            write_table(rows, question, target)
            desk.tell(f"clausier: written to {target}")
        if as_json:
            desk.print_json({"question": question, "rows": [row.to_json() for row in rows]})
        elif target is None:
            desk.print(render.across(rows))
    if not any(row.statement for row in rows):
        raise typer.Exit(NO_ANSWER)
