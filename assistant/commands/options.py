"""The options that several commands share."""

from __future__ import annotations

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
