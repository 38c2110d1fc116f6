"""Which passages hold the phrases that a question quotes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from assistant.asked.question import Question
from ingest.index import Index, PassageKey
from ingest.library import Library
from ingest.phrase_words import PhraseWords
from ingest.words import flat, holds


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
        candidates = self._candidates(phrases, document_ids)
        first = [document for document in dict.fromkeys(document for document, _ in ranked) if document in candidates]
        order = (*first, *sorted(candidates.keys() - set(first)))
        texts = self._library.passage_texts({document: candidates[document] for document in order})
        found: set[PassageKey] = set()
        for document, passages in groupby(texts, key=itemgetter(0)):
            found.update((document, n) for _, n, text in passages if any(holds(text, each) for each in phrases))
            if len(found) >= enough:
                break
        return found

    def _candidates(self, phrases: Sequence[str], document_ids: Collection[str]) -> dict[str, Collection[int] | None]:
        """The passages that may hold one of the phrases, by the id of their document: by its sketch, then by their words.

        Sketches alone let any text pass that holds the letters of common words, and a phrase of such words that stands nowhere would be
        looked for in all texts. None are all passages of a document: the words of a phrase need not tell anything.
        """
        found: dict[str, Collection[int] | None] = {}
        for phrase in phrases:
            documents, words = self._holding([phrase], document_ids), PhraseWords.of(phrase)
            held: Mapping[str, Collection[int] | None] = (
                self._index.holding(words, documents) if words else dict.fromkeys(documents)
            )
            for document, ordinals in held.items():
                before = found.get(document, ())
                found[document] = None if ordinals is None or before is None else {*before, *ordinals}
        return found

    def _holding(self, phrases: Sequence[str], document_ids: Collection[str]) -> set[str]:
        return self._index.may_hold(phrases, document_ids) if phrases else set()


def _folded(question: Question) -> list[str]:
    return [folded for phrase in question.phrases if (folded := flat(phrase))]
