"""How sure it is that the contract speaks of what is asked at all.

Similarity does not tell a question that the contract answers from one on a neighbouring subject. Words do better: where
the contract speaks of the matter, the best passages hold the question's rarer words, or their counterparts in the lexicon.
Measured in docs/retrieval.md.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from assistant.answer import FoundPassage
from assistant.asked.question import Question
from assistant.asked.terms import content_stems
from assistant.wording.lexicon import Lexicon
from ingest.index import Index
from ingest.library import Library
from ingest.words import stem_language, stem_set

PASSAGES_HELD_AGAINST = 3  # the best passages, whose words count
_SMOOTHING = 0.3  # of a count of passages: a word that stands in none is rare, not infinitely so


class Confidence:
    """Weighs the words of questions against the passages found for them.

    Args:
        library: the documents of the passages.
        index: tells how rare a word is.
        lexicon: tells the counterparts of a word.
    """

    def __init__(self, library: Library, index: Index, lexicon: Lexicon) -> None:
        self._library = library
        self._index = index
        self._lexicon = lexicon

    def of(self, question: Question, passages: Sequence[FoundPassage], document_ids: Collection[str]) -> float:
        """Share of the question's words, by rarity, that the best passages hold: 0 to 1.

        It is 1 for a question without such words, and 0 where nothing was found.

        Args:
            question: as read.
            passages: as retrieved, best first.
            document_ids: the documents that were searched; rarity is counted among their passages.
        """
        if not passages:
            return 0.0
        words = content_stems(question.text, question.language)
        if not words:
            return 1.0
        held = self._held(passages[:PASSAGES_HELD_AGAINST])
        sizes = self._index.sizes()
        total = sum(sizes.get(document_id, 0) for document_id in document_ids)
        weights = {word: self._rarity(word, total, document_ids) for word in words}
        borne = sum(weight for word, weight in weights.items() if self._is_held(word, question.language, held))
        return borne / sum(weights.values())

    def _held(self, passages: Sequence[FoundPassage]) -> dict[str, set[str]]:
        """The stems of the passages and their breadcrumbs, by language."""
        held: dict[str, set[str]] = {}
        for passage in passages:
            language = stem_language(self._library.record(passage.document_id).language)
            held.setdefault(language, set()).update(
                stem_set(passage.breadcrumb, language) | stem_set(passage.text, language)
            )
        return held

    def _is_held(self, word: str, language: str, held: dict[str, set[str]]) -> bool:
        return any(
            word in texts or not texts.isdisjoint(self._lexicon.counterparts(word, language, other))
            for other, texts in held.items()
        )

    def _rarity(self, word: str, total: int, document_ids: Collection[str]) -> float:
        count = sum(self._index.document_frequency(word, document_ids).values())
        return math.log(1 + total / (count + _SMOOTHING))
