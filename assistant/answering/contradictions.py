"""What a contract says otherwise than a question takes for granted: "since the cap is 20%, …", "they may subcontract freely, right?".

A contradiction is told only where it is certain: one sentence or row speaks of every word that is asserted and says otherwise, and
nothing else that was found bears the assertion out. It is a statement about the words that are quoted below it, and about no others.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.contradiction import Contradiction, otherwise
from assistant.answering.day_contradiction import other_day
from assistant.answering.figure_contradiction import FigureContradictions
from assistant.answering.law_contradiction import other_law
from assistant.answering.leave_contradiction import other_leave
from assistant.answering.life_contradiction import no_end
from assistant.answering.piece import LOOKED_AT, Piece, StatementReader
from assistant.answering.rhythm_contradiction import other_rhythm
from assistant.answering.said_otherwise import said_otherwise
from assistant.asked.premise import asserted_day, read_assertion, read_premise
from assistant.asked.question import Question
from assistant.wording.lexicon import Lexicon


class Contradictions:
    """Finds what words that were found say otherwise than a question asserts.

    Args:
        lexicon: knows the question's words by other names.
        reader: reads an assertion together with a sentence; without one, only figures and days are contradicted.
    """

    def __init__(self, lexicon: Lexicon, reader: StatementReader | None = None) -> None:
        self._lexicon = lexicon
        self._reader = reader
        self._figures = FigureContradictions(lexicon, reader)

    def of(self, question: Question, pieces: Sequence[Piece]) -> Contradiction | None:
        """What contradicts a question, None where nothing does with certainty.

        Args:
            question: as read.
            pieces: what was found, best first.
        """
        premise = read_premise(question)
        if premise is not None:
            return self._figures.of(question, premise, pieces) or no_end(premise, pieces, question.language)
        if asserted_day(question) is not None:
            return other_day(question, pieces, self._lexicon)
        return (
            other_law(question, pieces)
            or other_rhythm(question, pieces, self._lexicon)
            or other_leave(question, pieces, self._lexicon)
            or self._of_words(question, pieces)
        )

    def _of_words(self, question: Question, pieces: Sequence[Piece]) -> Contradiction | None:
        """What is said otherwise than a plain assertion: it is denied, of another force, rhythm or party."""
        asserted = read_assertion(question)
        if asserted is None or self._reader is None:
            return None
        found = said_otherwise(asserted.said, pieces[:LOOKED_AT], self._lexicon, self._reader)
        if found is None:
            return None
        return Contradiction(otherwise(question.language, "otherwise", found.sentence), (found.place,))
