from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit import config

from assistant.web import launch, uploads
from assistant.web.options import options

SLEEPER = "import time; print('up', flush=True); time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"


def test_the_server_listens_here_alone_and_reports_nothing() -> None:
    told = options("localhost", 8501)
    assert (told["server.address"], told["server.port"]) == ("localhost", 8501)
    assert told["browser.gatherUsageStats"] is False
    assert told["server.maxUploadSize"] == uploads.LARGEST
    assert told["client.allowedOrigins"] == []
    assert launch.command("localhost", 8501)[-3:-1] == ["localhost", "8501"]


def test_streamlit_knows_every_option_and_lets_no_program_drive_the_app() -> None:
    assert set(options("localhost", 8501)) <= set(config._config_options_template)
    assert config._config_options_template["server.enableAgentApi"].default_val is False


def test_what_the_server_ends_with_is_told() -> None:
    with subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"]) as server:
        assert launch.wait_for(server) == 3


@pytest.fixture
def heard() -> Iterator[None]:
    """A program that a shell starts in the background ignores the interrupt key, and so would a suite that is."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("script", [SLEEPER, STUBBORN])
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_told_to_end_it_ends_the_server_as_well(script: str, sent: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        server.stdout.readline()
        timer = threading.Timer(0.2, os.kill, (os.getpid(), sent))
        timer.start()
        assert launch.wait_for(server, patience=0.2) == 0
        timer.join()
    assert server.returncode in (-signal.SIGTERM, -signal.SIGKILL)
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_readers_of_files_do_not_load_streamlit_with_the_service() -> None:
    """A process that reads a file imports the main module of the one that started it."""
    code = "import sys, assistant.web.service; print('streamlit' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert told.stdout.strip() == "False"
