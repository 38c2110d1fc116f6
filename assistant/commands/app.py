"""``clausier app``: the web app, on this machine only."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.desk import desk_of
from assistant.commands.options import AsJson
from assistant.errors import AssistantError

_PAGE = Path(__file__).parents[1] / "web" / "app.py"
_EXAMPLES = """\
Examples:

  clausier app
  clausier app --port 8080

Stop it with Ctrl+C.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("app", epilog=_EXAMPLES)(app_command)


def app_command(
    context: typer.Context,
    port: Annotated[int, typer.Option("--port", "-p", min=1024, max=65535, help="The port to listen on.")] = 8501,
    as_json: AsJson = False,
) -> None:
    """Open the web app on this machine: choose a contract, ask, and see each citation in its page."""
    desk = desk_of(context)
    with desk.telling_failures(as_json):
        if importlib.util.find_spec("streamlit") is None:
            raise AssistantError("expected Streamlit to be installed, and it is not; install clausier again")
    url = f"http://localhost:{port}"
    if as_json:
        desk.print_json({"url": url})
    else:
        desk.print(f"Opening {url} …")
    os.execv(sys.executable, [sys.executable, *_arguments(port)])  # noqa: S606 - our own interpreter and arguments


def _arguments(port: int) -> list[str]:
    options = {
        "server.address": "localhost",
        "server.port": str(port),
        "server.headless": "true",  # no question about an e-mail address at the first start
        "browser.gatherUsageStats": "false",
        "client.toolbarMode": "minimal",
    }
    return ["-m", "streamlit", "run", str(_PAGE), *(f"--{name}={value}" for name, value in options.items())]
