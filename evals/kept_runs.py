"""The finished runs that are kept in a folder, the latest first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from evals.result import Result, load_result

FILE = "result.json"
_LOADED = 8  # results that are kept in memory


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A finished run: its name, which begins with when it was started, and the file of its result."""

    name: str
    path: Path

    def load(self) -> Result:
        """Its result, read once for each state of the file.

        Raises:
            ResultError: it cannot be read.
        """
        return _loaded(self.path, self.path.stat().st_mtime_ns)


def kept_runs(folder: Path) -> list[KeptRun]:
    """The runs of a folder that are finished; none when there is no such folder."""
    found = [KeptRun(path.parent.name, path) for path in folder.glob(f"*/{FILE}")]
    return sorted(found, key=lambda run: run.name, reverse=True)


@lru_cache(maxsize=_LOADED)
def _loaded(path: Path, _changed: int) -> Result:
    return load_result(path)
