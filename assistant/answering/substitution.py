"""A figure that a question takes for granted, told with the figure that the contract gives in its place.

"The initial term is 12 months, isn't it?" with "shall continue for a period of six (6) months": the assertion would be borne out with six
months in the place of twelve, and twelve months stand nowhere among what was found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.piece import Piece, StatementReader, content, speaking
from assistant.asked.premise import Premise, kind_of, of_one_scale
from assistant.ground import objections
from assistant.values.bounds import thresholds
from assistant.values.figures import UNIT_WORDS, Figure, figures, holds
from assistant.values.number_words import written_numbers
from assistant.values.spoken_figure import spoken
from assistant.wording.lexicon import Lexicon
from ingest.words import fold_in_place

_LOOKED_AT = 3  # pieces, best first
_BORNE_OUT = 1.5  # log-odds from which words bear a statement out: 101 true and 5 false of the labelled pairs with a word missing
_FEW = 3  # words that an assertion must have where a sentence may lack one of them
_DIGITS = re.compile(r"[€$£]?\s?(?<![\w.,])(?:\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+|\d+(?:[.,]\d+)*)(?![\w.,]*\d)")
_UNIT = re.compile(r"[\s\u00a0-]*(?:\(\d+\)\s*)?(?P<word>[^\W\d_]+|[%€$£])")


@dataclass(frozen=True, slots=True)
class Substituted:
    """The figure that stands in the place of the one asserted, and the place of the piece that gives it."""

    figure: Figure
    place: int


def substituted(
    premise: Premise, pieces: Sequence[Piece], lexicon: Lexicon, reader: StatementReader, language: str
) -> Substituted | None:
    """The one figure with which what was found would bear an assertion out; None where there is none, or several.

    Args:
        premise: the figure asserted, and the words that assert it.
        pieces: what was found, best first.
        lexicon: knows words by other names.
        reader: reads the assertion, with each figure in its place, together with a sentence.
        language: of the question.
    """
    if any(holds(figures(piece.words), premise.figure) for piece in pieces):
        return None
    most_missing = 1 if len(content(premise.said)) >= _FEW else 0
    found = []
    for place, piece in enumerate(pieces[:_LOOKED_AT]):
        for sentence in () if piece.is_row else speaking(premise.said, piece, lexicon, most_missing):
            told = figures(sentence) - (thresholds(sentence) - thresholds(premise.said))
            given = [
                figure
                for figure in told
                if kind_of(figure) == kind_of(premise.figure) and of_one_scale(figure, premise.figure)
            ]
            said = retold(premise.said, premise.figure, given[0], language) if len(given) == 1 else ""
            if said and _is_borne_out(said, sentence, lexicon, reader):
                found.append(Substituted(given[0], place))
    return found[0] if len({one.figure for one in found}) == 1 else None


def retold(said: str, figure: Figure, instead: Figure, language: str) -> str:
    """An assertion with another figure in the place of one; empty where its place cannot be told.

    Args:
        said: the assertion.
        figure: the one that stands in it, in digits or in words.
        instead: the one that shall.
        language: of the assertion, "en" or "fr".
    """
    spans = [match.span() for match in _DIGITS.finditer(said)]
    spans += [(number.start, number.end) for number in written_numbers(fold_in_place(said))]
    for start, end in spans:
        units = _behind(said, end)
        if figure in figures(said[start:units]):
            told = spoken(instead, language)
            return f"{said[:start]} {told} {said[units:]}" if told else ""
    return ""


def _behind(said: str, at: int) -> int:
    """Where the words for a unit behind a number end."""
    while (match := _UNIT.match(said, at)) and (fold_in_place(match["word"]) in UNIT_WORDS or match["word"] in "%€$£"):
        at = match.end()
    return at


def _is_borne_out(said: str, sentence: str, lexicon: Lexicon, reader: StatementReader) -> bool:
    if set(objections(said, [sentence], lexicon)) - {"exception"}:
        return False
    score = reader.bears_out(sentence, said)
    return score is not None and score >= _BORNE_OUT
