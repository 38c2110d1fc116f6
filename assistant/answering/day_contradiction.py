"""A day that a question takes for granted, and the one that the contract gives in its place: "it took effect on 1 July, right?"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.answering.contradiction import Contradiction, instead
from assistant.answering.piece import LOOKED_AT, Piece, content, speaking
from assistant.asked.premise import asserted_day, read_assertion
from assistant.asked.question import Question
from assistant.proof.focus import parts
from assistant.proof.overlap import relatives
from assistant.wording.lexicon import Lexicon
from ingest.days import days
from ingest.written_day import written_day

_HEARD = 10  # pieces, best first, of which none may bear the assertion out
_ENOUGH = 0.5  # share of the asserted words beside the asserted day from which words bear it out


def other_day(question: Question, pieces: Sequence[Piece], lexicon: Lexicon) -> Contradiction | None:
    """The one day that a sentence which speaks of all that is asserted gives in place of the day asserted; None where there is none.

    Args:
        question: as read, with an `asserted_day`.
        pieces: what was found, best first.
        lexicon: knows the question's words by other names.
    """
    asserted, day = read_assertion(question), asserted_day(question)
    if asserted is None or day is None:
        return None
    bare = f"{asserted.said[: day.span.start]}{asserted.said[day.span.end :]}"
    if len(content(bare)) < 2 or any(_dates(bare, day.day, piece, lexicon) for piece in pieces[:_HEARD]):
        return None
    for place, piece in enumerate(pieces[:LOOKED_AT]):
        for said in speaking(bare, piece, lexicon):
            told = {other.day for other in days(said)}
            if len(told) == 1:
                given, language = written_day(told.pop(), question.language), question.language
                return Contradiction(instead(language, written_day(day.day, language), [given], said), (place,))
    return None


def _dates(bare: str, day: date, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a piece names a day beside what is asserted of it."""
    return any(
        day in {other.day for other in days(part)}
        and sum(map(bool, relatives(bare, part, lexicon).values())) >= _ENOUGH * len(content(bare))
        for part in parts(" ".join(piece.words.split()))
    )
