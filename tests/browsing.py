"""What the tests in a real browser share: a server of the app that runs, Chromium, and what it is asked about accessibility."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from assistant.web import launch
from evals.bench.chromium import ARGUMENTS

MARKS = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="NO CHROMIUM: the app was not tried in a real browser"),
]
LAPTOP = {"width": 1366, "height": 768}
ROOT = Path(__file__).parents[1]


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def served(variables: Mapping[str, str], script: Path | None = None, port: int = 0, cwd: Path = ROOT) -> Iterator[str]:
    """The address of the app, or of a script in its place, while the block runs."""
    port = port or free_port()
    command = launch.command("127.0.0.1", port, script) if script else launch.command("127.0.0.1", port)
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | variables
    server = subprocess.Popen(command, env=environment, cwd=cwd)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "the server ended before it answered"
        try:
            with urlopen(f"{address}/_stcore/health") as answer:
                answer.read()
                return
        except URLError:
            time.sleep(0.2)
    pytest.fail("the server did not answer within a minute")


@pytest.fixture
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield browser
        browser.close()


def serious(page: Page) -> list[str]:
    """The serious faults of accessibility on the page, each with where it is."""
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {[node['target'] for node in fault['nodes']][:3]}"
        for fault in found
        if fault["impact"] in ("serious", "critical")
    ]
