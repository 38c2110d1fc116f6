"""Which passages hold the phrases that a question quotes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from assistant.question import Question
from ingest.index import Index, PassageKey
from ingest.library import Library
from ingest.words import flat


class PhraseLookup:
    """Looks phrases up, whatever their case, accents and line breaks.

    Args:
        library: gives the documents.
        index: tells which of them may hold a phrase.
    """

    def __init__(self, library: Library, index: Index) -> None:
        self._library = library
        self._index = index

    def documents(self, question: Question, document_ids: Collection[str]) -> set[str]:
        """Those of the documents that may hold a phrase of the question; none where it quotes none."""
        return self._holding(_folded(question), document_ids)

    def passages(
        self, question: Question, document_ids: Collection[str], ranked: Sequence[PassageKey], enough: int
    ) -> set[PassageKey]:
        """The passages that hold a phrase of the question.

        Documents are opened in the order in which their passages rank, until there are enough: to open all that hold "force
        majeure" would take seconds in a large library.

        Args:
            question: as read.
            document_ids: where to look.
            ranked: passages, best first.
            enough: how many passages suffice.
        """
        phrases = _folded(question)
        documents = self._holding(phrases, document_ids)
        first = [document for document in dict.fromkeys(document for document, _ in ranked) if document in documents]
        found: set[PassageKey] = set()
        for document in (*first, *sorted(documents.difference(first))):
            found.update((document, ordinal) for ordinal in self._within(document, phrases))
            if len(found) >= enough:
                break
        return found

    def _holding(self, phrases: Sequence[str], document_ids: Collection[str]) -> set[str]:
        return self._index.may_hold(phrases, document_ids) if phrases else set()

    def _within(self, document: str, phrases: Sequence[str]) -> Iterator[int]:
        text = self._library.document(document).text
        for ordinal, passage in enumerate(self._library.passages(document)):
            words = flat(passage.span.of(text))
            if any(phrase in words for phrase in phrases):
                yield ordinal


def _folded(question: Question) -> list[str]:
    return [folded for phrase in question.phrases if (folded := flat(phrase))]
