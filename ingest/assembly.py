"""A file in, a Document out, in this process and without storing it. Imports no store and no model."""

from __future__ import annotations

from pathlib import Path

from ingest.canonical import assemble
from ingest.clauses import find_clauses
from ingest.clean import mark_furniture
from ingest.document import Document, Role
from ingest.language import detect
from ingest.read import read
from ingest.roles import find_role
from ingest.titles import find_title


def read_document(path: Path, role: Role | None = None) -> Document:
    """Read a file.

    Args:
        path: the file.
        role: what the document is within its contract; found from its name, title and text when None.

    Raises:
        UnreadableFile: the class below it says why; the message names the file and what to do.
    """
    reading = mark_furniture(read(path))
    canonical = assemble(reading)
    tree = find_clauses(canonical)
    title = find_title(reading.title, tree.clauses, canonical.text, path.stem)
    return Document(
        text=canonical.text,
        pages=canonical.pages,
        clauses=tree.clauses,
        furniture=canonical.furniture,
        title=title,
        role=role or find_role(path.stem, title, canonical.text),
        language=detect(canonical.text),
        warnings=(*reading.warnings, *tree.warnings),
        boxes=canonical.boxes,
    )
