"""``clausier contracts``: what the library holds."""

from __future__ import annotations

from dataclasses import asdict

import typer

from assistant import render
from assistant.commands.desk import desk_of
from assistant.commands.options import AsJson

_EXAMPLES = """\
Examples:

  clausier contracts
  clausier contracts --json
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("contracts", epilog=_EXAMPLES)(contracts)


def contracts(context: typer.Context, as_json: AsJson = False) -> None:
    """List the contracts of the library with their documents."""
    desk = desk_of(context)
    with desk.working(as_json) as parts:
        records = parts.library.contracts()
        if as_json:
            desk.print_json({"contracts": [asdict(record) for record in records]})
        else:
            desk.print(render.contracts(records))
