"""``clausier ingest``: files and folders in, a searchable library out."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import render
from assistant.commands.desk import FAILED, Desk, desk_of
from assistant.commands.options import AsJson, AsRole, named_path
from assistant.commands.progress import progress_bar, reporter
from assistant.terminal import plain

if TYPE_CHECKING:
    from assistant.parts import Parts
    from ingest.document import Role
    from ingest.pipeline import Job, Outcome

_EXAMPLES = """\
Examples:

  clausier ingest contracts/Acme                 one contract, named Acme, of all files in the folder
  clausier ingest msa.pdf sla.docx -c Acme       two files of the contract Acme
  clausier ingest Acme.zip                       one contract, named Acme, of all files in the archive
  clausier ingest --each contracts               every file and every folder in it is a contract of its own

Adding the same file again changes nothing. Exit codes: 0 done, 1 some file failed (the others are in), 2 wrong usage.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("ingest", epilog=_EXAMPLES)(ingest)


def ingest(
    context: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Files and folders.", show_default=False, parser=named_path),
    ],
    contract: Annotated[
        str | None,
        typer.Option(
            "--contract", "-c", metavar="NAME", help="The contract they belong to; the folder's name when left out."
        ),
    ] = None,
    each: Annotated[
        bool, typer.Option("--each", help="Each file, and each folder directly inside, is a contract of its own.")
    ] = False,
    role: AsRole = None,
    attachments: Annotated[
        bool, typer.Option("--attachments", help="Take files that are attached to PDFs in as annexes.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Add contracts to the library: PDF, Word, OpenDocument, RTF, HTML, Markdown and text files, messages and zip archives.

    A folder or an archive is one contract with all the files in it; what is attached to a message comes with it.
    A file that cannot be read is told with its reason, and the others go on.
    """
    desk = desk_of(context)
    if each and contract is not None:
        raise typer.BadParameter("expected either --contract or --each: with --each every file or folder names its own")
    with desk.working(as_json) as parts:
        # imported here for start-up speed: commands that read no files need none of it
        from ingest.pipeline import plan

        began = time.perf_counter()
        outcomes = _ingest(desk, plan(paths, contract, each), parts, role, attachments)
        if as_json:
            desk.print_json({"documents": [asdict(outcome) for outcome in outcomes], **_counts(outcomes)})
        else:
            _show(desk, outcomes, time.perf_counter() - began)
    if any(outcome.status == "failed" for outcome in outcomes):
        raise typer.Exit(FAILED)


def _ingest(desk: Desk, jobs: Sequence[Job], parts: Parts, role: Role | None, attachments: bool) -> list[Outcome]:
    from ingest.pipeline import ingest as ingest_jobs  # here for start-up speed, as above

    with progress_bar(desk.log) as bar:
        return ingest_jobs(
            jobs,
            parts.library,
            parts.index,
            parts.embedder,
            role,
            report=reporter(bar),
            ocr=parts.settings.ocr,
            attachments=attachments,
        )


def _show(desk: Desk, outcomes: Sequence[Outcome], seconds: float) -> None:
    desk.print(render.outcomes(outcomes))
    counts = _counts(outcomes)
    told = ", ".join(f"{count} {status}" for status, count in counts.items())
    pages, clauses, passages = (sum(getattr(o, what) for o in outcomes) for what in ("pages", "clauses", "passages"))
    warnings = sum(len(outcome.warnings) for outcome in outcomes)
    read = sum(outcome.pages for outcome in outcomes if outcome.status == "added")
    desk.print(
        f"{told}: {pages:,} pages, {clauses:,} clauses, {passages:,} passages, {warnings:,} warnings "
        f"in {seconds:,.0f} s ({read / seconds:,.1f} pages/s)"
    )
    for outcome in outcomes:
        if outcome.replaces:
            desk.print(f"{plain(outcome.document or '')}: {plain(outcome.replaces)}")
        if outcome.status == "failed":
            desk.tell(f"clausier: {outcome.path}: {outcome.message}")


def _counts(outcomes: Sequence[Outcome]) -> dict[str, int]:
    statuses = [outcome.status for outcome in outcomes]
    return {status: statuses.count(status) for status in ("added", "unchanged", "failed")}
