"""Things that bear a number or a letter: "contract year 3", "the fourth year", "class B", « lot 2 ». Pure; English and French.

Where a question is about one of them, the row of another one of the same kind does not answer.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.words import fold

_KINDS = {
    "year": "years? annees?",
    "month": "months? mois",
    "lot": "lots?",
    "band": "bands? bandes?",
    "tier": "tiers? paliers? tranches?",
    "phase": "phases?",
    "class": "class(?:es)? classes?",
    "category": "categor(?:y|ies) categories?",
    "level": "levels? niveaux? niveau",
    "tower": "towers? tours?",
    "zone": "zones?",
    "milestone": "milestones? jalons?",
}
_NOUN = "|".join(f"(?P<{kind}>{'|'.join(words.split())})" for kind, words in _KINDS.items())
_ORDINALS = {
    word: str(number)
    for number, words in enumerate(
        (
            "first premier premiere",
            "second deuxieme seconde",
            "third troisieme",
            "fourth quatrieme",
            "fifth cinquieme",
            "sixth sixieme",
            "seventh septieme",
            "eighth huitieme",
        ),
        1,
    )
    for word in words.split()
}
_BEHIND = re.compile(
    rf"\b(?:{_NOUN})\s(?:n[o°]\s?|no\.\s?)?(?P<from>\d{{1,2}}|[a-h])\b(?!['’%])"
    r"(?:\s?(?:to|a|-|–|et|and|ou|or)\s?(?P<to>\d{1,2})\b)?"
)
_BEFORE = re.compile(
    rf"\b(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th|e|re|er|eme)|{'|'.join(_ORDINALS)})\s(?:contract\s|service\s)?(?:{_NOUN})\b"
)
_TEXTS_KEPT = 2048


@lru_cache(maxsize=_TEXTS_KEPT)
def labels(text: str) -> frozenset[tuple[str, str]]:
    """The things with a number or letter that a text names: their kind, and what they bear.

    Args:
        text: a question, or a cell.
    """
    folded = " ".join(fold(text).split())
    found = set[tuple[str, str]]()
    for match in _BEHIND.finditer(folded):
        first, last = match["from"], match["to"] or match["from"]
        borne = range(int(first), int(last) + 1) if first.isdigit() else (first,)
        found.update((_kind(match), str(each)) for each in borne)
    for match in _BEFORE.finditer(folded):
        number = _ORDINALS.get(match["ordinal"]) or re.sub(r"\D", "", match["ordinal"])
        found.add((_kind(match), number))
    return frozenset(found)


def bears_another(asked: frozenset[tuple[str, str]], row: str) -> bool:
    """Whether a row is about another thing of the kind that is asked about, and not about that one too.

    Args:
        asked: the labels of a question.
        row: the cells of a row.
    """
    kinds = {kind for kind, _ in asked}
    cells = row.split("\t") if kinds else ()
    held = {label for cell in cells for label in labels(cell) if label[0] in kinds}
    return bool(held) and not held & asked


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in _KINDS if match[kind])
