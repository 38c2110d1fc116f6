"""``clausier app``: the web app, on this machine only unless another address is named."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.access import load_policy
from assistant.commands.desk import FAILED, desk_of
from assistant.commands.options import AsJson
from assistant.settings import Settings

_OWN = ("localhost", "127.0.0.1", "::1")
_EXAMPLES = """\
Examples:

  clausier app
  clausier app --port 8080
  CLAUSIER_POLICY=policy.toml clausier app --host 0.0.0.0

Stop it with Ctrl+C.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("app", epilog=_EXAMPLES)(serve)


def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option("--port", "-p", min=1024, max=65535, help="The port to listen on.")] = 8501,
    host: Annotated[
        str,
        typer.Option(
            "--host", metavar="ADDRESS", help="The address to listen on; localhost is reached from this machine alone."
        ),
    ] = "localhost",
    as_json: AsJson = False,
) -> None:
    """Serve the web app: choose a contract, ask, and see each citation in its page."""
    desk = desk_of(context)
    with desk.telling_failures(as_json):
        settings = Settings.from_environment()  # a setting that cannot be used is told here, not in the browser
        if settings.policy is not None:
            load_policy(settings.policy)
        if host not in _OWN and settings.policy is None:
            desk.tell(
                f"clausier: everybody who reaches {host} sees every contract; name a policy of access with CLAUSIER_POLICY"
            )
        from assistant.web import launch  # here for start-up speed: Streamlit

        url = f"http://{host}:{port}"
        if as_json:
            desk.print_json({"url": url})
        else:
            desk.print(f"The app is at {url}; stop it with Ctrl+C.")
        if launch.run(host, port) != 0:
            desk.tell(f"clausier: the web server ended with a failure; is port {port} taken? try another with --port")
            raise typer.Exit(FAILED)
