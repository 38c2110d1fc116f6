"""The command line: ``clausier COMMAND …``."""

from __future__ import annotations

import importlib.metadata
import logging
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands import (
    across,
    ask,
    chat,
    compare,
    contracts,
    conversations,
    doctor,
    evaluate,
    find,
    history,
    ingest,
    inspect,
    learn,
    reindex,
    remove,
    report,
    show,
    watch,
)
from assistant.commands import app as app_module
from assistant.commands import set as set_module
from assistant.commands.desk import Desk, MakeParts
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.parts import Parts

_COMMANDS = (
    ingest,
    watch,
    ask,
    chat,
    conversations,
    contracts,
    show,
    history,
    compare,
    report,
    set_module,
    find,
    across,
    learn,
    inspect,
    remove,
    reindex,
    doctor,
    app_module,
    evaluate,
)
_EXAMPLES = """\
Examples:

  clausier ingest contracts/Acme
  clausier ask "How long is the notice period?"
  clausier COMMAND --help                        examples of each command

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the contract does not answer.
"""


def build_app(make_parts: MakeParts) -> typer.Typer:
    """The command line over the parts that ``make_parts`` builds from the settings."""
    app = typer.Typer(
        name="clausier",
        epilog=_EXAMPLES,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,  # a fault of ours shows as Python shows it, without the contract text of local variables
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def start(
        context: typer.Context,
        verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Log what is done, on standard error.")] = False,
        version: Annotated[
            bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)
        ] = False,
    ) -> None:
        """Ask signed contracts; every answer is cited to its clause, its page and its words."""
        _set_up_logging(verbose)
        context.obj = Desk(make_parts)

    for command in _COMMANDS:
        command.register(app)
    return app


def main() -> None:
    """Run the command line on the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        # a terminal that cannot show a character of a contract shows its code instead of failing
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # they are TextIOWrapper in a process
    build_app(_make_parts)(prog_name="clausier")


def _make_parts(settings: Settings) -> Parts:
    # imported here for start-up speed: --help needs none of it
    from assistant.parts import Parts

    return Parts(settings)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(importlib.metadata.version("clausier"))
        raise typer.Exit


def _set_up_logging(verbose: bool) -> None:
    logging.basicConfig(
        level=logging.WARNING, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True
    )
    for ours in ("assistant", "evals", "ingest", "prompts"):
        logging.getLogger(ours).setLevel(logging.DEBUG if verbose else logging.WARNING)
