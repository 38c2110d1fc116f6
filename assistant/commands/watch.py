"""``clausier watch``: what is put into a folder is added to the library."""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.desk import Desk, desk_of
from assistant.commands.options import AsJson
from assistant.terminal import plain

if TYPE_CHECKING:
    from assistant.parts import Parts
    from ingest.outcome import Outcome
    from ingest.watching import Watch

_EXAMPLES = """\
Examples:

  clausier watch contracts                    each folder in it, and each file, is a contract of its own
  clausier watch contracts/Acme -c Acme       all of it is one contract

A file is added once it has stopped growing, and again when it changes: the newer version then replaces the older. A file that is deleted
from the folder stays in the library. Ctrl-C ends.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("watch", epilog=_EXAMPLES)(watch)


def watch(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="The folder.", show_default=False)],
    contract: Annotated[
        str | None, typer.Option("--contract", "-c", metavar="NAME", help="The one contract that all of it belongs to.")
    ] = None,
    attachments: Annotated[
        bool, typer.Option("--attachments", help="Take files that are attached to PDFs in as annexes.")
    ] = False,
    every: Annotated[float, typer.Option("--every", min=0.05, metavar="SECONDS", help="How often to look.")] = 5.0,
    lasting: Annotated[
        float | None, typer.Option("--for", min=0.0, metavar="SECONDS", help="End after so long; never when left out.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Add what is put into a folder, as it comes and when it changes. With --json, a line for each document."""
    desk = desk_of(context)
    with desk.working(as_json) as parts:
        # imported here for start-up speed
        from ingest.pipeline import plan
        from ingest.watching import Watch

        seen = Watch(lambda: plan([folder], contract, each=contract is None))
        end = None if lasting is None else time.monotonic() + lasting
        if not as_json:
            desk.tell(f"watching {folder}; Ctrl-C ends")
        while end is None or time.monotonic() < end:
            _take(desk, parts, seen, attachments, as_json)
            time.sleep(every)


def _take(desk: Desk, parts: Parts, seen: Watch, attachments: bool, as_json: bool) -> None:
    """Add what has settled since the last look, each document told as soon as it is in."""
    from ingest.pipeline import ingest  # here for start-up speed

    jobs = seen.settled()
    if not jobs:
        return

    def told(outcome: Outcome) -> None:
        if as_json:
            desk.print_json(asdict(outcome))
        else:
            desk.print(_line(outcome))

    ingest(
        jobs,
        parts.library,
        parts.index,
        parts.embedder,
        ocr=parts.settings.ocr,
        told=told,
        attachments=attachments,
    )


def _line(outcome: Outcome) -> str:
    told = outcome.message or outcome.replaces or f"{outcome.pages} pages, {outcome.clauses} clauses"
    return plain(f"{outcome.status}: {outcome.contract} › {outcome.document or outcome.path.name}: {told}")
