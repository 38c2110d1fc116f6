"""``clausier remove``: a contract, or one document of it, out of the library."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from assistant.commands.desk import desk_of
from assistant.commands.options import AsJson

_EXAMPLES = """\
Examples:

  clausier remove Acme
  clausier remove Acme --document annexe-1 --yes

On a terminal it asks before it removes; in a script, or with --yes, it does not.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("remove", epilog=_EXAMPLES)(remove)


def remove(
    context: typer.Context,
    contract: Annotated[str, typer.Argument(help="The contract.", show_default=False)],
    document: Annotated[
        str | None, typer.Option("--document", "-d", metavar="NAME", help="Only this document of the contract.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    as_json: AsJson = False,
) -> None:
    """Remove a contract, or one document of it, from the library. The files it was ingested from stay where they are."""
    desk = desk_of(context)
    with desk.working(as_json) as parts:
        name = parts.library.contract(contract).name
        meant = f"“{document}” of “{name}”" if document else f"“{name}” with all its documents"
        if not yes and sys.stdin.isatty() and not typer.confirm(f"Remove {meant}?", err=True):
            raise typer.Exit(0)
        # imported here for start-up speed
        from ingest.pipeline import remove as remove_documents

        removed = remove_documents(parts.library, parts.index, name, document)
        if as_json:
            desk.print_json({"contract": name, "removed": removed})
        else:
            desk.print(f"Removed {meant}: {len(removed)} documents")
