"""What reads a question together with words that may answer it."""

from __future__ import annotations

from typing import Protocol

from assistant.citing.surroundings import columns
from assistant.retrieval.candidate import Candidate
from ingest.library import Library

_LEVELS = " › "  # between the headings of a breadcrumb
_HEADINGS = 2  # the nearest ones; those above them say of what the contract is, which every piece of it shares


class AnswerReader(Protocol):
    """Reads a question together with words that may answer it."""

    def answering(self, question: str, words: str, /) -> float:
        """How far the words answer the question, as log-odds."""
        ...


def below_headings(candidate: Candidate, library: Library) -> str:
    """A piece as it is read together with a question: below the headings next above it, and a table row below its columns' names."""
    document = library.document(candidate.passage.document_id)
    said = candidate.span.of(document.text)
    headings = _LEVELS.join(candidate.passage.breadcrumb.split(_LEVELS)[-_HEADINGS:])
    named = columns(document, candidate.span)
    return f"{headings}: {named}\n{said}" if named else f"{headings}: {said}"
