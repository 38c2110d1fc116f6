"""Starting the web app's server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from assistant.web import uploads

_APP = Path(__file__).with_name("app.py")
_OPTIONS = {
    "browser.gatherUsageStats": "false",  # nothing leaves the machine
    "server.headless": "true",  # neither opens a browser nor asks for an e-mail address
    "server.fileWatcherType": "none",  # would walk through torch and all it imports
    "server.maxUploadSize": str(uploads.LARGEST),
    "client.showErrorDetails": "none",  # an error that escapes goes to the server's log, not to the visitor
    "client.toolbarMode": "viewer",
    "runner.magicEnabled": "false",
    "runner.postScriptGC": "false",  # walks through all that the models hold after every run, while everybody waits
    "theme.light.primaryColor": "#0f5e59",
    "theme.dark.primaryColor": "#5cc4ba",
    "theme.light.backgroundColor": "#fbfaf7",
    "theme.light.secondaryBackgroundColor": "#f1efe9",
    "theme.dark.backgroundColor": "#14181b",
    "theme.dark.secondaryBackgroundColor": "#1f262a",
    "theme.baseRadius": "0.6rem",
}


def run(host: str = "localhost", port: int = 8501) -> int:
    """Serve the web app until it is interrupted; return the server's exit code."""
    try:
        return subprocess.run(command(host, port), check=False).returncode
    except KeyboardInterrupt:
        return 0


def command(host: str, port: int, app: Path = _APP) -> list[str]:
    """The command that serves the app; settings travel in it, so that no file in the user's folder is touched.

    Args:
        host: the address to listen on; "localhost" is this machine alone.
        port: the TCP port.
        app: the script that Streamlit runs.
    """
    options = {"server.address": host, "server.port": str(port), **_OPTIONS}
    flags = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "streamlit", "run", str(app), *flags]
