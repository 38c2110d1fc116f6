"""What says a thing stands before what does not.

The others keep a part of their score, and only where one that says it is on the subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.retrieval.candidate import Candidate

BESIDE_IT = (
    0.6  # of the score of what does not say what is asked for where another piece does, or stands in another document
)
ON_SUBJECT = 0.4  # of the best coverage, for a piece that says it; few words are held in the other language


def preferring(
    candidates: Sequence[Candidate],
    say: Sequence[bool],
    holding: bool = False,
    least: float = ON_SUBJECT,
    kept: float = BESIDE_IT,
) -> list[Candidate]:
    """The candidates, of which those that do not say it keep a part of their score where one that does is on the subject.

    Args:
        candidates: scored.
        say: for each whether it says it.
        holding: whether that one must hold the kind of thing that is asked for as well.
        least: share of the best coverage that is on the subject.
        kept: share of their score that the others keep.
    """
    covered = least * max((candidate.coverage for candidate in candidates), default=0.0)
    preferred = [says and c.coverage >= covered for says, c in zip(say, candidates, strict=True)]
    if not any(is_so and (c.holds or not holding) for is_so, c in zip(preferred, candidates, strict=True)):
        return list(candidates)
    return [c if is_so else replace(c, score=kept * c.score) for is_so, c in zip(preferred, candidates, strict=True)]
