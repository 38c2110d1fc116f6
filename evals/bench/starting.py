"""How soon a command is there: processes started from nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from evals.case import Strict
from evals.errors import RunError

TIMES = 5
COMMANDS = (("--help",), ("contracts",))


class Starting(Strict):
    """Wall-clock seconds of ``clausier`` with these arguments, from nothing to its end: median and most of `TIMES` runs."""

    arguments: str
    median: float
    most: float


def start(arguments: Sequence[str], home: Path, times: int = TIMES) -> Starting:
    """Run the command line over a home, several times.

    Raises:
        RunError: when the command fails.
    """
    seconds = []
    for _ in range(times):
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "assistant", *arguments],
            env={**os.environ, "CLAUSIER_HOME": str(home)},
            capture_output=True,
            text=True,
            check=False,
        )
        seconds.append(time.perf_counter() - began)
        if done.returncode:
            raise RunError(
                f"expected `clausier {' '.join(arguments)}` to succeed, got {done.returncode}: {done.stderr}"
            )
    return Starting(arguments=" ".join(arguments), median=median(seconds), most=max(seconds))
