"""``clausier inspect``: what reading makes of a file, without storing it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant import render
from assistant.commands.desk import desk_of
from assistant.commands.options import AsJson, AsRole
from assistant.settings import Settings

if TYPE_CHECKING:
    from ingest.document import Document

_EXAMPLES = """\
Examples:

  clausier inspect framework-agreement.pdf
  clausier inspect annexe-1.docx --json

With --json, "clauses" and "furniture", ordered by "start", cover "text" exactly once; offsets count its characters.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("inspect", epilog=_EXAMPLES)(inspect)


def inspect(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The file to read.", show_default=False)],
    role: AsRole = None,
    as_json: AsJson = False,
) -> None:
    """Show what reading makes of a file: its clause tree, pages and warnings. Nothing is stored."""
    desk = desk_of(context)
    with desk.telling_failures(as_json):
        # imported here for start-up speed: only this command reads without a library
        from ingest.fetch import READERS
        from ingest.reader_pool import ReaderPool

        with ReaderPool(READERS, Settings.from_environment().ocr) as reader:
            document = reader.read(file, role)
        if as_json:
            desk.print_json(inspection(document))
        else:
            desk.print(render.inspection(document))


def inspection(document: Document) -> dict[str, Any]:
    """A document as the JSON object of ``inspect --json``, an interface that scripts rely on (docs/cli.md)."""
    # imported here for start-up speed
    from assistant.family.cross_references import faults_alone
    from ingest.definitions import definitions_of
    from ingest.references import references_of

    return {
        "title": document.title,
        "text": document.text,
        "pages": [
            {"number": p.number, "start": p.span.start, "end": p.span.end, "confidence": p.confidence}
            for p in document.pages
        ],
        "clauses": [
            {
                "id": c.id,
                "number": c.number,
                "heading": c.heading,
                "level": c.level,
                "parent": c.parent,
                "start": c.span.start,
                "end": c.span.end,
                "page": c.page,
            }
            for c in document.clauses
        ],
        "furniture": [
            {"kind": f.kind, "start": f.span.start, "end": f.span.end, "page": f.page} for f in document.furniture
        ],
        "role": document.role,
        "language": document.language,
        "doubts": [{"start": d.span.start, "end": d.span.end, "confidence": d.confidence} for d in document.doubts],
        "definitions": [
            {"term": d.term, "start": d.span.start, "end": d.span.end, "clause": d.clause}
            for d in definitions_of(document)
        ],
        "references": [
            {"start": r.span.start, "end": r.span.end, "document": r.document, "clause": r.clause}
            for r in references_of(document)
        ],
        "signatures": [asdict(each) for each in document.signatures],
        "warnings": [*document.warnings, *faults_alone(document)],
    }
