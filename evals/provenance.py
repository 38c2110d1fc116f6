"""What a result was measured with: versions, and the revision of the program."""

from __future__ import annotations

import hashlib
import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = (
    "clausier",
    "chromadb",
    "langchain",
    "langchain-core",
    "numpy",
    "pydantic",
    "pypdf",
    "pypdfium2",
    "python-docx",
    "sentence-transformers",
    "sqlalchemy",
    "torch",
)


def versions() -> dict[str, str]:
    """The versions of Python and of packages that can change a figure ("none" if absent), and the kind of machine."""
    return {"python": platform.python_version(), "machine": platform.machine()} | {p: _version(p) for p in PACKAGES}


def revision() -> str:
    """The git revision of the source tree; "unknown" outside a git tree.

    Where tracked files differ from it, "+changes." follows with eight hex digits of the difference's SHA-256, so that
    two states of one tree are not taken for each other.
    """
    commit = _git("rev-parse", "HEAD")
    if not commit:
        return "unknown"
    difference = _git("diff", "HEAD")
    return f"{commit}+changes.{hashlib.sha256(difference.encode()).hexdigest()[:8]}" if difference else commit


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _git(*arguments: str) -> str:
    """The output of a git command, empty when git is missing or the tree is not one of git."""
    try:
        found = subprocess.run(
            ["git", *arguments],
            cwd=Path(__file__).parent,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return found.stdout.strip() if found.returncode == 0 else ""
