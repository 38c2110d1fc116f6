"""What an installed Clausier holds: every file that the program reads beside its modules."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PATTERNS: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"][
    "package-data"
]


@pytest.mark.parametrize("package", ["assistant", "ingest", "prompts"])
def test_every_file_that_is_no_module_is_installed(package: str) -> None:
    folder = ROOT / package
    beside = {p for p in folder.rglob("*") if p.is_file() and p.suffix not in (".py", ".pyc")}
    assert beside
    assert beside <= {path for pattern in PATTERNS[package] for path in folder.glob(pattern)}
