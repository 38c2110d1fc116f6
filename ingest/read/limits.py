"""The bounds of reading, and a Budget that watches them while a file is read."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from ingest.errors import FileTooLarge

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may ask of its reader.

    ``file_size`` and ``expanded_size`` are bytes (on disk; of all parts of a package, unpacked). ``ratio`` is how many
    times a part of a package may grow when unpacked. ``seconds`` is the time a file may take.
    ``page_side`` is the longest side of a page in points that a PDF may declare (ISO 32000-1, annex C.2); a longer one is
    read, with a warning. ``members`` is how many files an archive may hold.
    """

    file_size: int = 200 * MEGABYTE
    expanded_size: int = 500 * MEGABYTE
    ratio: int = 200
    parts: int = 10_000
    members: int = 1_000
    pages: int = 5_000
    characters: int = 50_000_000
    seconds: float = 300.0
    page_side: float = 14_400.0


class Budget:
    """What one file has used up of its limits.

    ``name`` is how the file is called in messages; ``clock`` gives seconds and is a parameter for tests.
    """

    def __init__(self, limits: Limits, name: str, clock: Callable[[], float] = time.monotonic) -> None:
        self.limits = limits
        self.name = name
        self._clock = clock
        self._end = clock() + limits.seconds
        self._characters = 0

    def spend(self, characters: int) -> None:
        """Count characters read, and look at the clock.

        Raises:
            FileTooLarge: when the characters or the seconds are used up.
        """
        self._characters += characters
        if self._characters > self.limits.characters:
            raise FileTooLarge(
                f"{self.name}: expected at most {self.limits.characters:,} characters, got more; split the file"
            )
        if self._clock() > self._end:
            raise FileTooLarge(
                f"{self.name}: expected to be read within {self.limits.seconds:g} seconds, got no further; "
                "split the file or save it anew from the program that made it"
            )

    def check_pages(self, count: int) -> None:
        """Hold the number of pages against the limit.

        Raises:
            FileTooLarge: when there are more.
        """
        if count > self.limits.pages:
            raise FileTooLarge(
                f"{self.name}: expected at most {self.limits.pages:,} pages, got {count:,}; split the file"
            )
