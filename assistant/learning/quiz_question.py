"""A question of a quiz, as it is asked, kept and told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from assistant.answer import Citation

BLANK = "_____"
"""What stands for a figure that was taken out of a sentence."""


class Kind(StrEnum):
    """What a question asks."""

    CLAUSE = "clause"  # in which clause do these words stand?
    FIGURE = "figure"  # which figure stands in the gap?
    DUTY = "duty"  # does the contract say so: true or false?
    ASKED = "asked"  # which clause answers what somebody asked?


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as somebody typed it, and the words of the contract that are known to answer it."""

    question: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """A question: ``stem`` holds words of the contract, `BLANK` standing for a figure taken out of it, or what somebody asked.

    ``options`` are the answers to choose from, empty for true or false, where ``right`` is 1 for true and 0 for false; else ``right``
    is the place of the right one. ``citation`` is the sentence that explains it. ``topic`` is empty where none is known.
    """

    kind: Kind
    stem: str
    options: tuple[str, ...]
    right: int
    citation: Citation
    topic: str = ""

    def to_json(self) -> dict[str, Any]:
        """The question as JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> QuizQuestion:
        """The question that `to_json` told."""
        cited = {
            **told["citation"],
            "doubtful": tuple(told["citation"]["doubtful"]),
            "superseded_by": (),
            "replaces": (),
        }
        options = tuple(told["options"])
        return cls(Kind(told["kind"]), told["stem"], options, told["right"], Citation(**cited), told["topic"])
