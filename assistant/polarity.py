"""What a text affirms and what it denies, word by word: "may not delete" denies "delete". Pure.

A negation speaks of the word that it stands before, not of a whole sentence, so a paraphrase may turn a sentence round ("no later
than", "needs consent before it subcontracts") and stay true. A word denied here and affirmed there is a contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from assistant.terms import content_stems
from ingest.words import fold

_BOUNDS = re.compile(  # negations in form only: they bound a number or set a limit to nothing
    r"\b(?:not|no) (?:more|less|later|fewer|earlier|longer) than\b|\bnot (?:to )?exceed\w*|\bnot only\b|\bwhether or not\b|"
    r"\bwithout (?:prejudice|limitation|(?:undue )?delay)\b|\bsans (?:prejudice|delai|retard|attendre)\b|"
    r"\bn(?:e |')(?:peut |peuvent |doit |doivent )?(?:etre )?(?:depass|exced)\w*(?: pas)?|\bnon[ -](?=[a-z])"
)
_ONLY = re.compile(r"\bn(?:e |')([^,;.:]{1,70}?)\b(?=qu(?:e |'))")  # "ne … que"
_CLAUSE = re.compile(
    r"[,;:.()\t]|\n\s*\n|\b(?:and|but|if|when|while|where|which|who|that|because|et|mais|si|lorsque|lorsqu'|quand|qui|dont|que|qu')\b|"
    r"(?=\b(?:unless|except|save|before|until|sauf|avant|tant|without|sans)\b)"
)
_NEGATOR = re.compile(
    r"\b(?:not|no|never|none|neither|nor|cannot|ne|ni|aucune?|jamais|nul(?:le)?|rien|(?:fails?|failed|failure) to|prohibit\w*|forbid\w*|"
    r"forbidden|interdi\w+|a defaut d\w*|faute de|defaut d\w*)\b|\bn'(?=[a-z])|n't\b"
)
_WITHOUT = re.compile(r"^(?:without|sans)\b")
_LEXICAL = re.compile(
    r"\b(?:only|sole\w*|alone|exclu\w+|refus\w*|reject\w*|lost|los[et]\w*|lapse\w*|ceas\w+|outside|unless|except|save|otherwise than|"
    r"without|free of|seul\w*|uniquement|perd\w*|hors|sauf|sans|exception|limit\w*|plafon\w*|non)\b"
)
_FILLERS = frozenset("be been have has had being pas plus point ete etre avoir so then also in any".split())
_REACH = 4  # words after a negator among which the denied one is looked for


class Side(Enum):
    """How a word stands in a text."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    OPEN = "open"  # both, or under a condition


def sides(text: str, language: str) -> dict[str, Side]:
    """For each content stem of a text (`assistant.terms.content_stems`), on which side it stands.

    Args:
        text: sentences in English or French.
        language: "en" or "fr", for the stems.
    """
    found: dict[str, Side] = {}
    conditional = False
    for clause in _clauses(text):
        for stem, side in _of_clause(clause, language, conditional).items():
            found[stem] = side if found.get(stem, side) is side else Side.OPEN
        conditional = bool(_NEGATOR.search(clause))
    return found


def denies(text: str) -> bool:
    """Whether a text denies anything, in whatever words ("refused", "only", "without" and "lost" deny too)."""
    folded = _BOUNDS.sub(" ", fold(text))
    return bool(_NEGATOR.search(folded) or _LEXICAL.search(folded))


def contradict(said: Mapping[str, Side], held: Mapping[str, Side], same: Mapping[str, frozenset[str]]) -> bool:
    """Whether a word affirmed in one text is denied in the other.

    Args:
        said: the sides of a sentence's words.
        held: those of its source.
        same: for a stem of the sentence, the stems of the source that mean the same.
    """
    for stem, side in said.items():
        others = {held[other] for other in same.get(stem, frozenset((stem,))) if other in held}
        if side is not Side.OPEN and others and side not in others and Side.OPEN not in others:
            return True
    return False


def _clauses(text: str) -> list[str]:
    folded = _ONLY.sub(r" \1 ", _BOUNDS.sub(" ", fold(text)))
    return [clause for clause in _CLAUSE.split(folded) if clause.strip()]


def _of_clause(clause: str, language: str, conditional: bool) -> dict[str, Side]:
    words = content_stems(clause, language)
    if _WITHOUT.match(clause):
        return dict.fromkeys(words, Side.AFFIRMED if conditional else Side.DENIED)
    negators = list(_NEGATOR.finditer(clause))
    if not negators:
        return dict.fromkeys(words, Side.AFFIRMED)
    sides_found = dict.fromkeys(words, Side.OPEN)
    for negator in negators:
        after = [w for w in clause[negator.end() :].split()[:_REACH] if w.strip("'") not in _FILLERS]
        for word in content_stems(" ".join(after), language)[:1]:
            sides_found[word] = Side.DENIED
    return sides_found
