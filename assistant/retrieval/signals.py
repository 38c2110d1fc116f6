"""What tells a question that the contract answers from one that it does not: a few measures of what was found.

Each looks at the question from another side: do the best passages hold its words; is there one piece that holds them
together; does a piece that holds them also hold the kind of value asked for (days, money, a country); which of its words does
the contract not know at all. `assistant.retrieval.assurance` weighs them.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass, fields

from assistant.answer import FoundPassage
from assistant.asked.question import Question
from assistant.asked.sought import read_sought
from assistant.asked.terms import content_stems
from assistant.retrieval.answer_reader import AnswerReader, below_headings
from assistant.retrieval.candidate import Candidate
from assistant.retrieval.confidence import Confidence
from assistant.wording.lexicon import Lexicon
from ingest.embed import cosines_known
from ingest.index import Index
from ingest.library import Library
from ingest.words import stem_language

# where cosines tell nothing: how near a piece that holds none of the words is taken to be, and how much nearer one that holds all
_NEAR_UNKNOWN, _NEAR_BY_WORDS = 0.1, 0.4
_LOG_ODDS = 10.0  # so that what is read is about as large as the other measures
_SPREAD = 1.4  # standard deviation of a passage's score: that of two legs (1 and 0.6) that agree by half


@dataclass(frozen=True, slots=True)
class Signals:
    """The measures of one question, each from 0 to 1 unless it says otherwise."""

    shared: float
    """Share of the question's words, by rarity, that the best passages hold."""
    valued: float
    """The share that one piece holds, of the pieces that also hold the kind of thing asked for the one that holds the most."""
    apart: float
    """Where a value is asked for: how much less of the question that piece holds than the piece that holds the most."""
    valueless: float
    """1 where a value is asked for and no piece holds one."""
    unheard: float
    """Share of the question's words of which the contract knows neither them nor a counterpart."""
    similarity: float
    """How far the cosine of question and nearest passage lies above that of unrelated texts, of what is left up to 1."""
    near: float
    """The same of question and nearest piece."""
    near_valued: float
    """The same of question and nearest piece that holds the kind of thing asked for; 0 where none does."""
    standing: float
    """How much farther the best passage stands out among all passages than the best of so many would by chance, in tens of
    standard deviations."""
    answering: float
    """How far the leading piece answers the question, read together with it: log-odds in tens, about -1 to 1."""

    def vector(self) -> tuple[float, ...]:
        """The measures in the order in which the weights stand."""
        return astuple(self)


NAMES = tuple(f.name for f in fields(Signals))


class SignalReader:
    """Takes the measures.

    Args:
        library: the documents.
        index: tells which words a contract knows.
        lexicon: tells the counterparts of a word.
        unrelated: the cosine under which texts are unrelated, by the embedder; -1 when it does not know.
        reader: reads the leading piece; None to read none, which tells nothing for or against.
    """

    def __init__(
        self,
        library: Library,
        index: Index,
        lexicon: Lexicon,
        unrelated: float,
        reader: AnswerReader | None = None,
    ) -> None:
        self._library = library
        self._reader = reader
        self._unrelated = unrelated
        self._index = index
        self._lexicon = lexicon
        self._confidence = Confidence(library, index, lexicon)

    def read(
        self,
        question: Question,
        passages: Sequence[FoundPassage],
        candidates: Sequence[Candidate],
        document_ids: Collection[str],
    ) -> Signals:
        """The measures of a question over what was found for it.

        Args:
            question: as read.
            passages: as retrieved, best first.
            candidates: the pieces of the passages.
            document_ids: the documents that were searched.
        """
        words = content_stems(question.text, question.language)
        shared = self._confidence.of(question, passages, document_ids)
        value = read_sought(question).value is not None
        together = max((c.coverage for c in candidates), default=0.0)
        valued = max((c.coverage for c in candidates if c.holds), default=0.0)
        return Signals(
            shared=shared,
            valued=valued,
            apart=together - valued if value else 0.0,
            valueless=float(value and not any(c.holds for c in candidates)),
            unheard=self._unheard(words, question.language, document_ids),
            similarity=self._above_unrelated([p.similarity for p in passages], max(shared, valued)),
            near=self._above_unrelated([c.near for c in candidates], max(shared, valued)),
            near_valued=self._above_unrelated([c.near for c in candidates if c.holds], valued),
            standing=self._standing(passages, document_ids),
            answering=self._answering(question, candidates),
        )

    def _answering(self, question: Question, candidates: Sequence[Candidate]) -> float:
        if self._reader is None or not candidates:
            return 0.0
        return self._reader.answering(question.text, below_headings(candidates[0], self._library)) / _LOG_ODDS

    def _standing(self, passages: Sequence[FoundPassage], document_ids: Collection[str]) -> float:
        if not passages:
            return 0.0
        sizes = self._index.sizes()
        among = max(2, sum(sizes.get(i, 0) for i in document_ids))
        # of n values that are normally distributed the largest lies about sqrt(2 ln n) deviations from their mean
        return (passages[0].score - _SPREAD * math.sqrt(2.0 * math.log(among))) / 10.0

    def _above_unrelated(self, cosines: Sequence[float], words: float) -> float:
        """How far the largest cosine lies above that of unrelated texts; of an embedder whose cosines are not known, by the words held."""
        if not cosines:
            return 0.0
        if not cosines_known(self._unrelated):
            return _NEAR_UNKNOWN + _NEAR_BY_WORDS * words
        return (max(cosines) - self._unrelated) / (1.0 - self._unrelated)

    def _unheard(self, words: Sequence[str], language: str, document_ids: Collection[str]) -> float:
        if not words:
            return 0.0
        known = (
            self._library.current()
        )  # one look for all: of a large library most records are not remembered one by one
        languages = {stem_language(known[i].language) for i in document_ids if i in known}
        unheard = [w for w in words if not self._is_heard(w, language, languages, document_ids)]
        return len(unheard) / len(words)

    def _is_heard(self, word: str, language: str, languages: set[str], document_ids: Collection[str]) -> bool:
        forms = {word}.union(*(self._lexicon.counterparts(word, language, other) for other in languages))
        return any(self._index.document_frequency(form, document_ids) for form in forms)
