"""Leave that a question takes for granted and the contract does not give: "they can subcontract without asking us, right?"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.contradiction import Contradiction, otherwise
from assistant.answering.piece import LOOKED_AT, Piece, content
from assistant.asked.premise import read_assertion
from assistant.asked.question import Question
from assistant.proof.permission import Leave, Permission, read_permission
from assistant.proof.same_matter import covered, same_parties
from assistant.wording.lexicon import Lexicon
from assistant.wording.near_miss import near_miss


def other_leave(question: Question, pieces: Sequence[Piece], lexicon: Lexicon) -> Contradiction | None:
    """That a sentence asks for consent to what is said to need none, or forbids it; None where that is not certain.

    Args:
        question: as read.
        pieces: what was found, best first.
        lexicon: knows words by other names.
    """
    asserted = read_assertion(question)
    said = read_permission(asserted.said.strip(" ,?")) if asserted is not None else None
    if said is None or said.leave is not Leave.FREE or not said.marked or not content(said.matter):
        return None
    read = [
        (place, part, permission)
        for place, piece in enumerate(pieces)
        for part in ([] if piece.is_row else piece.sentences)
        if (permission := read_permission(part)) is not None and _is_of(said, permission, lexicon)
    ]
    if not read or any(permission.leave is Leave.FREE for _, _, permission in read) or read[0][0] >= LOOKED_AT:
        return None
    place, part, _ = read[0]
    return Contradiction(otherwise(question.language, "otherwise", part), (place,))


def _is_of(said: Permission, given: Permission, lexicon: Lexicon) -> bool:
    """Whether a sentence is on all that is asserted, for the same parties."""
    return (
        covered(said.deed if given.of_all else said.matter, given.matter, "", lexicon)
        and same_parties(said.matter, given.matter, lexicon)
        and near_miss(said.matter, given.matter) is None
    )
