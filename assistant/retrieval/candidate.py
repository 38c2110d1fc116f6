"""A sentence that may answer."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import FoundPassage
from ingest.document import Span
from ingest.library import Library


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer.

    ``score`` runs from 0 to about 5, 8 for a clause named by number; ``coverage`` is the share of the question's weight of words
    that the sentence and its headings hold, 0 to 1; ``holds`` says whether it holds the kind of thing that is asked for, ``redacted``
    whether a value of that kind was taken out of it; ``on_topic`` is False where a topic alone is asked for and it does not state
    it; ``near`` is its cosine with the question, 0 where it was not looked at.
    """

    passage: FoundPassage
    span: Span
    score: float
    coverage: float
    holds: bool = True
    redacted: bool = False
    near: float = 0.0
    on_topic: bool = True


def words_of(candidate: Candidate, library: Library) -> str:
    """The words of a candidate, as they stand in its document."""
    return candidate.span.of(library.document(candidate.passage.document_id).text)
