"""A child process within bounds: results, refusals, crashes, time and memory."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.bounded import BoundedProcess
from ingest.errors import DamagedFile, EncryptedFile, FileTooLarge


def process_id() -> int:
    return os.getpid()


def add(first: int, second: int) -> int:
    return first + second


def refuse() -> None:
    raise EncryptedFile("a.pdf: expected an open PDF, got one behind a password")


def stumble() -> None:
    raise ZeroDivisionError("by zero")


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def sleep() -> None:
    time.sleep(60)


def turn() -> None:
    while True:
        pass


def time_left() -> float:
    resource = importlib.import_module("resource")  # Windows has none
    until = time.process_time() + 0.3
    while time.process_time() < until:
        pass
    return float(resource.getrlimit(resource.RLIMIT_CPU)[0]) - time.process_time()


def grow() -> int:
    return len(bytearray(3 << 30))


def loaded() -> list[str]:
    return sorted(name for name in ("torch", "chromadb", "langchain_core", "streamlit") if name in sys.modules)


def test_result_and_one_child_for_several_calls() -> None:
    with BoundedProcess() as process:
        assert process.call(add, 2, 3) == 5
        first = process.call(process_id)
        assert first != os.getpid()
        assert process.call(process_id) == first


def test_our_own_errors_pass_through() -> None:
    with BoundedProcess() as process:
        with pytest.raises(EncryptedFile, match="behind a password"):
            process.call(refuse)
        assert process.call(add, 1, 1) == 2


def test_other_errors_are_damage() -> None:
    with BoundedProcess() as process, pytest.raises(DamagedFile, match=r"a\.pdf: .*ZeroDivisionError: by zero"):
        process.call(stumble, name="a.pdf")


def test_crash_is_damage_and_the_next_call_has_a_new_child() -> None:
    with BoundedProcess() as process:
        with pytest.raises(DamagedFile, match=r"a\.pdf: .*exit code -11"):
            process.call(crash, name="a.pdf")
        assert process.call(add, 1, 2) == 3


@pytest.mark.parametrize("function", [turn, sleep])
def test_time_limit_kills_the_child(function: Callable[[], None]) -> None:
    with BoundedProcess(seconds=1.0) as process:
        first = process.call(process_id)
        with pytest.raises(FileTooLarge, match=r"a\.pdf: .*within 1 seconds"):
            process.call(function, name="a.pdf")
        with pytest.raises(ProcessLookupError):
            os.kill(first, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of processor time")
def test_each_call_has_a_processor_time_of_its_own() -> None:
    with BoundedProcess(seconds=60) as process:
        first = process.call(process_id)
        assert [59 < process.call(time_left) < 62 for _ in range(5)] == [True] * 5
        assert process.call(process_id) == first


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of address space")
def test_memory_limit() -> None:
    with BoundedProcess(memory=1 << 30) as process:
        with pytest.raises(FileTooLarge, match=r"a\.pdf: .*1,024 MB"):
            process.call(grow, name="a.pdf")
        assert process.call(add, 1, 2) == 3


def test_close_ends_the_child() -> None:
    process = BoundedProcess()
    child = process.call(process_id)
    process.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_reading_needs_no_model_and_no_store() -> None:
    with BoundedProcess() as process:
        assert process.call(loaded) == []


def test_the_child_does_not_import_what_was_started(tmp_path: Path) -> None:
    script = tmp_path / "started.py"
    script.write_text(
        "import os\n"
        "from ingest.bounded import BoundedProcess\n"
        "print('imported')\n"
        "if __name__ == '__main__':\n"
        "    with BoundedProcess() as process:\n"
        "        print(process.call(os.getpid) != os.getpid())\n"
    )
    root = str(Path(__file__).parent.parent)
    environment = {**os.environ, "PYTHONPATH": root}
    ran = subprocess.run([sys.executable, script], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["imported", "True"]
