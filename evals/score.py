"""What one case contributes to a figure."""

from __future__ import annotations

from typing import NamedTuple


class Score(NamedTuple):
    """``gained`` out of ``possible`` units; ``unscored`` units could not be judged and count in neither.

    A rate over cases has one unit a case; a rate over citations has as many units as citations were shown. A figure
    is the sum of what was gained over the sum of what was possible.
    """

    gained: float
    possible: float
    unscored: int = 0

    @property
    def share(self) -> float | None:
        """Gained over possible, None when nothing was possible."""
        return self.gained / self.possible if self.possible else None


def whole(value: float) -> Score:
    """The score of a case that is one unit, from its value between 0 and 1."""
    return Score(float(value), 1.0)
