"""What was found says otherwise than words assert: they are denied, or of another force, rhythm or party. Pure.

One sentence must speak of every word asserted. "Freely", "every month" and "either" are told in other words by what says otherwise ("not
without consent", "weekly", "neither"), and need not stand there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.piece import Piece, StatementReader, content, speaking
from assistant.ground import objections
from assistant.proof.excepted import exception_asked
from assistant.proof.polarity import denies_plainly
from assistant.values.figures import figures
from assistant.wording.conditional import is_conditional, opens_with_condition
from assistant.wording.lexicon import Lexicon

_FEW = 3  # words that an assertion must have, to be known again
_DENIED_BY = frozenset(("contradicted", "denial lost"))
_TURNED_BELOW = {
    **dict.fromkeys((*_DENIED_BY, "frequency", "period turned", "anchor", "bound"), 2.0),
    **dict.fromkeys(("leave", "party", "force"), 1.0),
}
"""Checks that find something said otherwise, with the log-odds that words bear a statement out, under which they are believed
(docs/silence.md)."""
_FREELY_BELOW = 2.0  # where a ban stands against "freely": neither word is one for many things
CONTRADICTED_BY = frozenset(_TURNED_BELOW)
"""All of them, whatever the log-odds: where one objects, nothing is confirmed."""

_FREELY = re.compile(  # says that no condition is made, in words that a condition does not have
    r"\b(?:freely|at will|as (?:they|we|it|you) (?:like|please|want)s?|when(?:ever)? (?:they|we|it) (?:like|want|please)s?|librement|"
    r"à (?:sa|leur|notre) guise|comme (?:il|elle|ils|on|nous) (?:veut|veulent|voulons)|sans (?:aucune )?condition)\b",
    re.IGNORECASE,
)
_RHYTHM = re.compile(
    r"\b(?:every|each|once an?|once per|chaque|tous les|toutes les|une fois par) (?:days?|weeks?|months?|quarters?|years?|jours?|"
    r"semaines?|mois|trimestres?|ans?|années?)\b|"
    r"\b(?:daily|weekly|monthly|quarterly|yearly|annually|quotidien\w*|hebdomadaire\w*|mensuel\w*|trimestriel\w*|annuel\w*)\b",
    re.IGNORECASE,
)
_WHICHEVER = re.compile(r"\b(?:either|each|any|both|chaque|chacune? des?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SaidOtherwise:
    """A sentence that says otherwise, and the place of its piece."""

    place: int
    sentence: str


def said_otherwise(
    asserted: str, pieces: Sequence[Piece], lexicon: Lexicon, reader: StatementReader
) -> SaidOtherwise | None:
    """The first sentence that speaks of all that is asserted, where it surely says otherwise.

    Args:
        asserted: words without a figure, and without a condition.
        pieces: what was found, best first.
        lexicon: knows words by other names.
        reader: reads the assertion together with a sentence.
    """
    if is_conditional(asserted) or figures(asserted):
        return None
    known = [form for form in (_FREELY, _RHYTHM) if form.search(asserted)]
    bare = _WHICHEVER.sub(" ", asserted)
    for form in known:
        bare = form.sub(" ", bare)
    if len(content(bare)) + len(known) < _FEW:
        return None
    spoken_of = (
        SaidOtherwise(place, sentence)
        for place, piece in enumerate(pieces)
        if not piece.is_row
        for sentence in speaking(bare, piece, lexicon)
    )
    found = next(spoken_of, None)
    if found is None or opens_with_condition(found.sentence):
        return None
    if exception_asked(bare, found.sentence, lexicon) is not None:
        return None  # it says otherwise in an exception alone
    return found if _turns(asserted.strip(), found.sentence, lexicon, reader) else None


def _turns(asserted: str, sentence: str, lexicon: Lexicon, reader: StatementReader) -> bool:
    """Whether the checks of the proof find that a sentence says otherwise than is asserted."""
    found = objections(asserted, [sentence], lexicon).keys()
    denies = denies_plainly(asserted)
    turned = [check for check in found & _TURNED_BELOW.keys() if not (denies and check == "party")]
    freely = _FREELY.search(asserted) is not None
    bounds = [_FREELY_BELOW if freely and check == "force" else _TURNED_BELOW[check] for check in turned]
    score = reader.bears_out(sentence, asserted) if bounds else None
    return score is not None and score < max(bounds)
