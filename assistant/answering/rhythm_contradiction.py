"""How often something is taken to happen, and does not: "the plan is tested once a year, right?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.contradiction import Contradiction, otherwise
from assistant.answering.piece import LOOKED_AT, Piece, content, speaking
from assistant.asked.premise import read_assertion
from assistant.asked.question import Question
from assistant.proof.overlap import relatives
from assistant.values.rhythm import rhythms, without_rhythms
from assistant.wording.lexicon import Lexicon

_ENOUGH = 0.5  # share of the asserted words beside the asserted rhythm from which words may bear it out
_FEW = 2  # words that an assertion must have beside its rhythm

_BOUND = re.compile(  # what is done at least once is also done twice
    r"\b(?:at least|at most|no (?:more|less|fewer) than|up to|minimum|maximum|au moins|au plus|jusqu.à) "
    r"(?:once|twice|une|deux|\w+ times|\w+ fois|every)\b",
    re.IGNORECASE,
)


def other_rhythm(question: Question, pieces: Sequence[Piece], lexicon: Lexicon) -> Contradiction | None:
    """That a sentence on all that is asserted gives one other rhythm, and nothing found gives the one asserted; else None.

    Args:
        question: as read.
        pieces: what was found, best first.
        lexicon: knows words by other names.
    """
    asserted = read_assertion(question)
    often = rhythms(asserted.said) if asserted is not None else set[float]()
    if asserted is None or len(often) != 1 or _BOUND.search(asserted.said):
        return None
    bare = without_rhythms(asserted.said)
    if len(content(bare)) < _FEW or any(_gives(bare, often, piece, lexicon) for piece in pieces):
        return None
    for place, piece in enumerate(pieces[:LOOKED_AT]):
        if piece.is_row:
            continue
        for part in speaking(bare, piece, lexicon, below_heading=True):
            if len(rhythms(part)) == 1 and not _BOUND.search(part):
                return Contradiction(otherwise(question.language, "otherwise", part), (place,))
    return None


def _gives(bare: str, often: set[float], piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a piece gives a rhythm beside most of what is asserted."""
    words = content(bare)
    return any(
        often & rhythms(part)
        and sum(map(bool, relatives(bare, f"{piece.above}\n{part}", lexicon).values())) >= _ENOUGH * len(words)
        for part in piece.sentences
    )
