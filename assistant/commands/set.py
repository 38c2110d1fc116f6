"""``clausier set``: a user's word on a particular, over the machine's."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.commands.desk import desk_of
from assistant.commands.options import AsJson
from assistant.family.family import checked
from ingest.particulars import KEYS

_EXAMPLES = f"""\
Examples:

  clausier set Acme amendment-1 effective 2024-10-01
  clausier set Acme annex-b role pricing
  clausier set Acme precedence "amendments, framework, annexes"
  clausier set Acme annex-b role pricing --forget

Keys: {", ".join(KEYS)}.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("set", epilog=_EXAMPLES)(set_particular)


def set_particular(
    context: typer.Context,
    contract: Annotated[str, typer.Argument(help="The contract.", show_default=False)],
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[DOCUMENT] KEY VALUE",
            help="The document when one is meant; what is set; to what.",
            show_default=False,
        ),
    ],
    forget: Annotated[bool, typer.Option("--forget", help="Take the user's word away again.")] = False,
    as_json: AsJson = False,
) -> None:
    """Set a particular of a contract or of one of its documents; your word stands over what is read, also when a file is read anew."""
    desk = desk_of(context)
    if len(words) not in {2, 3}:
        raise typer.BadParameter("expected KEY VALUE, or DOCUMENT KEY VALUE, after the contract")
    document = words[0] if len(words) == 3 else None
    with desk.working(as_json) as parts:
        said = checked(words[-2], words[-1], document)
        with parts.library.writing():
            parts.library.say(contract, said, forget)
        if as_json:
            desk.print_json(
                {
                    "contract": contract,
                    "document": said.document,
                    "key": said.key,
                    "value": None if forget else said.value,
                }
            )
        else:
            desk.tell(f"{said.key} of {said.document or contract}: {'forgotten' if forget else said.value}")
