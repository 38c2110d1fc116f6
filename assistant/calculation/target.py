"""The targets of services that a quote gives: "99.9% for the ERP and 99.5% for the Extranet". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asked.question import Question
from assistant.asked.terms import content_stems
from assistant.values.figures import figures
from ingest.words import fold, stems_of_either

_GAP = re.compile(r"\b(?:points?|ecart|missed by|shortfall)\b")
_TARGET = re.compile(
    r"\b(?:target|guarante\w+|at least|shall be|commit\w*|availab\w+|objectif|garanti\w*|au moins|cible|disponib\w+)\b"
)
_PARTS = re.compile(r"[;,]\s|\s(?:and|et)\s|\n")


@dataclass(frozen=True, slots=True)
class Target:
    """A percentage that is promised, the place of the quote that gives it, and the stems of the words that stand with it."""

    place: int
    value: float
    stems: frozenset[str]


def target(question: Question, quotes: Sequence[str]) -> Target | None:
    """The one target that quotes give; of several the one with most words that the question has and no other target has.

    None where there is none, or it cannot be told which.
    """
    found = targets(quotes)
    if len({each.value for each in found}) == 1:
        return found[0]
    asked = set(content_stems(question.text, question.language))
    scores = [len(asked & each.stems.difference(*(o.stems for o in found if o.value != each.value))) for each in found]
    best = max(scores, default=0)
    named = [each for each, score in zip(found, scores, strict=True) if score == best]
    return named[0] if best and len({each.value for each in named}) == 1 else None


def targets(quotes: Sequence[str]) -> list[Target]:
    """All targets that quotes give."""
    return [each for n, quote in enumerate(quotes) for each in _targets(n, quote)]


def _targets(place: int, quote: str) -> list[Target]:
    """The targets of a quote, one a part of it; none of a quote with a part that gives several."""
    folded = fold(quote)
    if _GAP.search(folded) or not _TARGET.search(folded):
        return []
    found, words = [], ""
    for part in _PARTS.split(quote):
        words += f" {part}"
        rates = [figure.value for figure in figures(part) if figure.unit == "percent"]
        if len(rates) > 1:
            return []
        if rates:
            found.append(Target(place, rates[0], stems_of_either(words)))
            words = ""
    return found
