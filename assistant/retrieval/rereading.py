"""The leading pieces read a second time, each together with the question, where their scores lie close together.

Scores of words and of meaning look at question and piece apart; where they do not tell two pieces apart, the cross-encoder reads
them together. It costs some hundredths of a second, so that only what lies close to the lead is read (docs/retrieval.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from assistant.answer import FoundPassage
from assistant.asked.question import Question
from assistant.retrieval.answer_reader import AnswerReader, below_headings
from assistant.retrieval.candidate import Candidate
from assistant.wording.abbreviations import in_full
from ingest.library import Library

CLOSE = 0.5  # of a piece's score: as far from the lead as a quarter of the words of the question
MOST = 4  # pieces; the lead that is right is rarely behind them
WEIGHT = 0.15  # of a log-odds, in the scores of pieces and of passages alike
_SUREST = 6.0  # log-odds; what is surer than this counts no more


class Rereading:
    """Reads leading pieces together with the question.

    Args:
        library: gives the words.
        reader: reads them; None to leave everything in the order of the scores.
    """

    def __init__(self, library: Library, reader: AnswerReader | None) -> None:
        self._library = library
        self._reader = reader

    def of(
        self, question: Question, passages: Sequence[FoundPassage], candidates: Sequence[Candidate]
    ) -> tuple[tuple[FoundPassage, ...], tuple[Candidate, ...]]:
        """Passages and pieces in their order after the reading; as they were where one piece leads, or a clause is asked for by number.

        Args:
            question: as read.
            passages: as retrieved, best first.
            candidates: the pieces of the passages, best first.
        """
        close = list(takewhile(lambda c: _is_close(c, candidates[0]), candidates[:MOST]))
        if self._reader is None or len(close) < 2 or question.numbers or question.annexes:
            return tuple(passages), tuple(candidates)
        gained = [WEIGHT * self._read(self._reader, question, candidate) for candidate in close]
        pieces = [replace(c, score=c.score + more) for c, more in zip(close, gained, strict=True)]
        pieces.sort(key=lambda c: -c.score)
        return _moved(passages, close, gained), (*pieces, *candidates[len(close) :])

    def _read(self, reader: AnswerReader, question: Question, candidate: Candidate) -> float:
        return max(
            -_SUREST,
            min(
                _SUREST,
                reader.answering(in_full(question.text, question.language), below_headings(candidate, self._library)),
            ),
        )


def _is_close(candidate: Candidate, best: Candidate) -> bool:
    """Whether a piece may lead in the place of the best; what does not state the topic alone asked for may not."""
    return best.score - candidate.score < CLOSE and candidate.on_topic >= best.on_topic


def _moved(
    passages: Sequence[FoundPassage], close: Sequence[Candidate], gained: Sequence[float]
) -> tuple[FoundPassage, ...]:
    """The passages, each with what its best piece gained; one of which no piece was read gains the least that there is."""
    best: dict[tuple[str, int], float] = {}
    for candidate, more in zip(close, gained, strict=True):
        key = (candidate.passage.document_id, candidate.passage.start)
        best[key] = max(more, best.get(key, more))
    least = -WEIGHT * _SUREST
    scored = [replace(p, score=round(p.score + best.get((p.document_id, p.start), least), 4)) for p in passages]
    return tuple(sorted(scored, key=lambda passage: -passage.score))
