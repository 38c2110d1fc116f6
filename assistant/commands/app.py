"""``clausier app``: the web app, on this machine only."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.commands.desk import FAILED, desk_of
from assistant.commands.options import AsJson
from assistant.settings import Settings

_EXAMPLES = """\
Examples:

  clausier app
  clausier app --port 8080

Stop it with Ctrl+C.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("app", epilog=_EXAMPLES)(serve)


def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option("--port", "-p", min=1024, max=65535, help="The port to listen on.")] = 8501,
    as_json: AsJson = False,
) -> None:
    """Serve the web app on this machine: choose a contract, ask, and see each citation in its page."""
    desk = desk_of(context)
    with desk.telling_failures(as_json):
        Settings.from_environment()  # a setting that cannot be used is told here, not in the browser
        from assistant.web import launch  # here for start-up speed: Streamlit

        url = f"http://localhost:{port}"
        if as_json:
            desk.print_json({"url": url})
        else:
            desk.print(f"The app is at {url}; stop it with Ctrl+C.")
        if launch.run(port=port) != 0:
            desk.tell(f"clausier: the web server ended with a failure; is port {port} taken? try another with --port")
            raise typer.Exit(FAILED)
