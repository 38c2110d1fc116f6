"""What reads a question together with words that may answer it."""

from __future__ import annotations

from typing import Protocol

from assistant.candidate import Candidate
from ingest.library import Library

_LEVELS = " › "  # between the headings of a breadcrumb
_HEADINGS = 2  # the nearest ones; those above them say of what the contract is, which every piece of it shares


class AnswerReader(Protocol):
    """Reads a question together with words that may answer it."""

    def answering(self, question: str, words: str, /) -> float:
        """How far the words answer the question, as log-odds."""
        ...


def words_of(candidate: Candidate, library: Library) -> str:
    """The words of a piece below the headings that stand nearest above it, as they are read together with a question."""
    text = candidate.span.of(library.document(candidate.passage.document_id).text)
    return f"{_LEVELS.join(candidate.passage.breadcrumb.split(_LEVELS)[-_HEADINGS:])}: {text}"
