"""``clausier reindex``: the index, built anew from the library."""

from __future__ import annotations

import typer

from assistant.commands.desk import desk_of
from assistant.commands.options import AsJson
from assistant.commands.progress import progress_bar, reporter

_EXAMPLES = """\
Examples:

  clausier reindex
  CLAUSIER_EMBEDDER=models/my-embedder clausier reindex
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("reindex", epilog=_EXAMPLES)(reindex)


def reindex(context: typer.Context, as_json: AsJson = False) -> None:
    """Build the index anew from the library: after a change of embedder, or when the doctor says so."""
    desk = desk_of(context)
    with desk.working(as_json) as parts:
        # imported here for start-up speed
        from ingest.pipeline import reindex as rebuild

        with progress_bar(desk.log) as bar:
            count = rebuild(parts.library, parts.index, parts.embedder, report=reporter(bar))
        if as_json:
            desk.print_json({"documents": count})
        else:
            desk.print(f"{count} documents indexed")
