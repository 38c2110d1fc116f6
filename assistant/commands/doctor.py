"""``clausier doctor``: is everything here that is needed, and sound?"""

from __future__ import annotations

import typer

from assistant import render
from assistant.commands.desk import FAILED, desk_of
from assistant.commands.options import AsJson

_EXAMPLES = """\
Examples:

  clausier doctor
  clausier doctor --json

Exit codes: 0 all is well, 1 some check failed; each says what to do.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("doctor", epilog=_EXAMPLES)(doctor)


def doctor(context: typer.Context, as_json: AsJson = False) -> None:
    """Check versions, settings, models with their hashes, and the health of the store. Changes nothing."""
    desk = desk_of(context)
    with desk.working(as_json) as parts:
        from assistant.doctor import examine  # here for start-up speed: it knows the models

        checks = examine(parts)
        healthy = all(check.ok for check in checks)
        if as_json:
            desk.print_json({"ok": healthy, "checks": [check.to_json() for check in checks]})
        else:
            desk.print(render.checks(checks))
    if not healthy:
        raise typer.Exit(FAILED)
