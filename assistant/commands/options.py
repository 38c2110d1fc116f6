"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ingest.document import Role

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of text.")]
InContract = Annotated[
    str | None, typer.Option("--contract", "-c", metavar="NAME", help="The contract meant; any when left out.")
]
AsRole = Annotated[
    Role | None, typer.Option("--role", help="What the documents are within their contract; found out when left out.")
]
JudgeName = Annotated[
    str,
    typer.Option(
        "--judge",
        metavar="JUDGE",
        help="Who judges: checks, the program's own; nli:MODEL, a cross-encoder; model:PROVIDER:NAME, a chat model.",
    ),
]


def named_path(words: str) -> Path:
    """A path as given; an empty one, which a script with an unset variable hands over, is refused: it would mean the current folder.

    Raises:
        typer.BadParameter: it is empty.
    """
    if not words.strip():
        raise typer.BadParameter(
            "expected the path of a file or a folder, got an empty one; '.' names the current folder"
        )
    return Path(words)
