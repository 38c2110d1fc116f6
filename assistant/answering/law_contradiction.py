"""The law that a question takes to govern, and another one that the contract names: "since Texas law applies, …"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.contradiction import Contradiction, otherwise
from assistant.answering.piece import LOOKED_AT, Piece
from assistant.asked.premise import read_assertion
from assistant.asked.question import Question
from assistant.values.law_places import are_of_other_law, law_places


def other_law(question: Question, pieces: Sequence[Piece]) -> Contradiction | None:
    """That another law governs than the one asserted: all sentences found that name one name the same, and it is surely another.

    Args:
        question: as read.
        pieces: what was found, best first.
    """
    asserted = read_assertion(question)
    said = law_places(asserted.said) if asserted is not None else frozenset[str]()
    named = [(n, places) for n, piece in enumerate(pieces) for part in piece.sentences if (places := law_places(part))]
    if not said or len({places for _, places in named}) != 1 or named[0][0] >= LOOKED_AT:
        return None
    place, places = named[0]
    if not are_of_other_law(said, places):
        return None
    return Contradiction(otherwise(question.language, "law", pieces[place].words), (place,))
