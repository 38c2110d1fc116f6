"""Starting the web app's server."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

_APP = Path(__file__).with_name("app.py")
_PATIENCE = 10.0  # seconds that the server has to end what it is at


def run(host: str = "localhost", port: int = 8501) -> int:
    """Serve the web app until it is interrupted or told to end; return the server's exit code, 0 when it was stopped."""
    with subprocess.Popen(command(host, port)) as server:
        return wait_for(server)


def wait_for(server: subprocess.Popen[bytes], patience: float = _PATIENCE) -> int:
    """Wait for a process; Ctrl+C and SIGTERM, which a container or a service manager sends, end it as well.

    Args:
        server: the process.
        patience: seconds that it has to end by itself then.
    """
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return server.wait()
    except KeyboardInterrupt:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(patience)
        server.kill()
        return 0
    finally:
        signal.signal(signal.SIGTERM, before)


def command(host: str, port: int, app: Path = _APP) -> list[str]:
    """The command that serves the app.

    Args:
        host: the address to listen on; "localhost" is this machine alone.
        port: the TCP port.
        app: the script that Streamlit runs.
    """
    return [sys.executable, "-m", "assistant.web.service", host, str(port), str(app)]
