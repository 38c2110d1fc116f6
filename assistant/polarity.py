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
    r"\bn(?:e |')(?:peut |peuvent |doit |doivent )?(?:etre )?(?:depass|exced)\w*(?: pas)?"
)
_ONLY = re.compile(r"\bn(?:e |')([^,;.:]{1,70}?)\b(?=qu(?:e |'))")  # "ne … que"
_SENTENCE = re.compile(r"[.;](?=\s|$)|\n\s*\n|\t")
_CLAUSE = re.compile(
    r"[,:()]|\b(?:and|but|if|when|while|where|which|who|that|because|et|mais|si|lorsque|lorsqu'|quand|qui|dont|(?<!tant )que|qu')\b|"
    r"(?=\b(?:unless|except|save|before|until|sauf|a l'exception|avant|tant|without|sans)\b)"
)
_NEGATOR = re.compile(
    r"\b(?:not|no|never|none|neither|nor|cannot|ne|non|ni|aucune?|jamais|nul(?:le)?|rien|(?:fails?|failed|failure) to|ceases? to|cesse de|"
    r"loses?|perd|prohibit\w*|forbid\w*|interdi\w+|a defaut d\w*|faute de|defaut d\w*)\b|\bn'(?=[a-z])|n't\b"
)
_EXEMPT = re.compile(r"^(?:without|sans|unless|except|save|sauf|a l'exception)\b")
_WITHOUT = re.compile(
    r"^(?:without|sans)\s+((?:(?!(?:of|by|at|to|in|for|under|de|du|des|d'|par|pour|les?|la|l')\b)[\w']+\s*){1,4})"
)
_WHILE_NOT = re.compile(r"^tant que\b")
_AS_LONG_AS = re.compile(r"\btant que [^,.;]*")
_PLAIN = re.compile(r"\b(?:not|no|never|none|neither|cannot|ne|ni|aucune?|jamais)\b|\bn'(?=[a-z])|n't\b")
_LEXICAL = re.compile(
    r"\b(?:only|sole\w*|alone|exclu\w+|refus\w*|reject\w*|lost|los[et]\w*|lapse\w*|ceas\w+|outside|unless|except|save|otherwise than|"
    r"without|free of|seul\w*|uniquement|perd\w*|hors|sauf|sans|exception|limit\w*|plafon\w*|cess\w+|non)\b"
)
_FILLERS = frozenset(
    "be been have has had being pas plus point ete etre avoir so then also in any longer peut peuvent doit doivent pourra puisse".split()
)
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
    for sentence in _SENTENCE.split(_ONLY.sub(r" \1 ", _BOUNDS.sub(" ", fold(text)))):
        clauses = [clause.strip() for clause in _CLAUSE.split(sentence) if clause.strip()]
        for number, clause in enumerate(clauses):
            denied_before = any(map(_NEGATOR.search, clauses[:number]))
            exempted = any(map(_EXEMPT.match, clauses[number + 1 :]))
            for stem, side in _of_clause(clause, language, denied_before, exempted).items():
                found[stem] = side if found.get(stem, side) is side else Side.OPEN
    return found


def denies(text: str) -> bool:
    """Whether a text denies anything, in whatever words ("refused", "only", "without" and "lost" deny too)."""
    folded = _BOUNDS.sub(" ", fold(text))
    return bool(_NEGATOR.search(folded) or _LEXICAL.search(folded))


def denies_plainly(text: str) -> bool:
    """Whether a text says "not", "no" or "never", or their like in French."""
    return _PLAIN.search(_AS_LONG_AS.sub(" ", _ONLY.sub(r" \1 ", _BOUNDS.sub(" ", fold(text))))) is not None


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


def _of_clause(clause: str, language: str, denied_before: bool, exempted: bool) -> dict[str, Side]:
    """The sides of the words of a clause.

    ``denied_before``: a negation stands earlier in the sentence, so that "without" affirms ("not … without consent").
    ``exempted``: an exception follows, so that what is denied is denied on a condition only.
    """
    bare = " ".join(word for word in clause.split() if word not in _FILLERS)
    found = dict.fromkeys(content_stems(bare, language), Side.OPEN)
    without = _WITHOUT.match(clause)
    if without:
        lacking = content_stems(without[1], language)
        return found | dict.fromkeys(lacking, Side.AFFIRMED if denied_before else Side.DENIED)
    negators = list(_NEGATOR.finditer(bare))
    if not negators:
        return dict.fromkeys(found, Side.AFFIRMED)
    if exempted or _WHILE_NOT.match(clause):
        return found
    for negator in negators:
        following = " ".join(bare[negator.end() :].split()[:_REACH])
        found |= dict.fromkeys(content_stems(following, language)[:1], Side.DENIED)
    return found
