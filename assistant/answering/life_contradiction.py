"""A term that a question takes for granted where the contract sets none: "the agreement runs for two years, right?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.contradiction import Contradiction, endless
from assistant.answering.piece import Piece
from assistant.asked.asserted_term import asserts_term
from assistant.asked.clause_topics import rank_on
from assistant.asked.premise import Premise, kind_of
from assistant.asked.term_topic import TERM
from assistant.values.figures import figures, holds
from assistant.values.spoken_figure import spoken
from ingest.words import fold

_LOOKED_AT = 10  # pieces, best first, among which the one that sets no end is looked for
_CONTRACT = (
    r"(?<!of )(?<!under )(?<!by )(?:this|the|each|these|le|les|ce|ces|present|presents) "
    r"(?:agreements?|contracts?|contrats?|accords?)"
)
_ENDLESS = re.compile(
    rf"\b{_CONTRACT}\b[^.;:]{{0,120}}?\b(?:indefinite(?: term| period|ly)?|duree indeterminee|without (?:limit|end))\b"
)


def no_end(premise: Premise, pieces: Sequence[Piece], language: str) -> Contradiction | None:
    """That the contract has no end of itself, where a question asserts how long it runs; None where that is not certain.

    Args:
        premise: the figure that is asserted, and the words that assert it.
        pieces: what was found, best first.
        language: of the question.
    """
    said = spoken(premise.figure, language)
    if said is None or kind_of(premise.figure) != "time" or not asserts_term(premise.said):
        return None
    parts = [part for piece in pieces for part in piece.sentences]
    if any(holds(figures(part), premise.figure) and rank_on(TERM, part) for part in parts):
        return None
    for place, piece in enumerate(pieces[:_LOOKED_AT]):
        for part in piece.sentences:
            if _ENDLESS.search(fold(part)):
                return Contradiction(endless(language, said, part), (place,))
    return None
