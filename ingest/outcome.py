"""What became of a file, and how far the work has got."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Status = Literal["added", "unchanged", "failed"]
Stage = Literal["reading", "recognising", "splitting", "embedding", "storing", "done"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work has got: files (or documents) done, of how many, the one in hand, and what is being done to it.

    ``share``, 0 to 1, is what is done of all the work, by the sizes of the files: a file of a thousand pages is more work than one of two.
    """

    done: int
    total: int
    current: str
    stage: Stage
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file.

    ``document`` is the name that it bears in its contract, None when it failed. ``seconds`` is the time spent on it.
    ``message`` is a sentence when it failed, and otherwise empty. ``replaces`` says which version it replaced and what
    changed, and is empty when it replaced none.
    """

    path: Path
    contract: str
    document: str | None
    status: Status
    pages: int = 0
    clauses: int = 0
    passages: int = 0
    seconds: float = 0.0
    message: str = ""
    warnings: tuple[str, ...] = ()
    replaces: str = ""
