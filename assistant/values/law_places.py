"""Whose law a text names as the one that governs: "the laws of the State of New York", "droit français", "English law". Pure."""

from __future__ import annotations

import re

from assistant.values.countries import nation_named, places_in
from assistant.values.place_spellings import in_english
from ingest.words import fold

_LAW = re.compile(r"\b(?:laws?|droits?|lois?|loi)\b")
_GOVERNS = re.compile(
    r"\b(?:govern\w*|construed|interpreted|subject to|appl\w+|regi\w*|soumis\w*|choice of law|droit|law is|law of|laws of|loi)\b"
)
_COURTS = re.compile(r"\b(?:courts?|jurisdiction|venue|arbitra\w*|tribuna\w*|juridiction\w*|competen\w*|located)\b")
_LOOSE = frozenset("america usa europe".split()) | {
    "united states",
    "etats-unis",
    "u.s.",
    "u.s.a",
    "european union",
    "union europeenne",
}
_BRITISH = frozenset(("england", "wales", "scotland", "united kingdom", "royaume-uni", "ecosse"))


def law_places(sentence: str) -> frozenset[str]:
    """The places whose law a sentence names as governing, folded, a nation by its English name; empty where it names none.

    Args:
        sentence: of a contract or of a question, as it is written: names begin large.
    """
    folded = fold(sentence)
    if not _LAW.search(folded) or not _GOVERNS.search(folded):
        return frozenset()
    courts = _COURTS.search(folded)
    said = sentence[: courts.start()] if courts is not None and len(folded) == len(sentence) else sentence
    named = {nation_named(word) or "" for word in re.findall(r"[^\W\d_]{4,}", said)} - {""}
    return frozenset(named | {nation_named(place) or in_english(place) for place in places_in(said)})


def are_of_other_law(asserted: frozenset[str], given: frozenset[str]) -> bool:
    """Whether two laws are surely not the same: none is part of the other, as England is of the United Kingdom, or too loosely named."""
    if not asserted or not given or (asserted | given) & _LOOSE:
        return False
    return not asserted & given and not (asserted & _BRITISH and given & _BRITISH)
