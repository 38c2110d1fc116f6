"""A sentence beside the words that it rests on, with what several checks of the proof need. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence beside its source.

    Attributes:
        sentence: one sentence, without its citation marks.
        source: the words that it rests on, without the rows and columns of tables that it is not about.
        nearest: the part of the source that shares the most words with it.
        same: for each content stem of the sentence, the stems of the source that mean the same.
        language: of the sentence, "en" or "fr".
        other: of the source.
    """

    sentence: str
    source: str
    nearest: str
    same: Mapping[str, frozenset[str]]
    language: str
    other: str


def meanings(word: str, same: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The stems of the source that mean the same as a stem of the sentence; the stem itself where none is known to."""
    return same.get(word) or frozenset((word,))
