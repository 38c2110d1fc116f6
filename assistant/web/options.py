"""What Streamlit is told to do and to leave."""

from __future__ import annotations

from typing import Any

from assistant.web import uploads

_OPTIONS: dict[str, Any] = {
    "browser.gatherUsageStats": False,  # nothing leaves the machine
    "logger.hideWelcomeMessage": True,  # the command has said where the app is
    "server.headless": True,  # neither opens a browser nor asks for an e-mail address
    "server.fileWatcherType": "none",  # would walk through torch and all it imports
    "server.maxUploadSize": uploads.LARGEST,
    "client.showErrorDetails": "none",  # an error that escapes goes to the server's log, not to the visitor
    "client.toolbarMode": "viewer",
    "client.allowedOrigins": [],  # no page that holds the app in a frame may steer it
    "runner.magicEnabled": False,
    "runner.postScriptGC": False,  # walks through all that the models hold after every run, while everybody waits
    "theme.light.primaryColor": "#0f5e59",
    "theme.dark.primaryColor": "#5cc4ba",
    "theme.light.backgroundColor": "#fbfaf7",
    "theme.light.secondaryBackgroundColor": "#f1efe9",
    "theme.dark.backgroundColor": "#14181b",
    "theme.dark.secondaryBackgroundColor": "#1f262a",
    "theme.baseRadius": "0.6rem",
}


def options(host: str, port: int) -> dict[str, Any]:
    """Streamlit's options by their names, to serve at an address and a TCP port."""
    return {"server.address": host, "server.port": port, **_OPTIONS}
