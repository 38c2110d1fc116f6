"""Exceptions kept: a rule without its "unless", an "in all cases" of the writer's own, an exception made up. Pure."""

from __future__ import annotations

import re

_EXCEPTION = re.compile(
    r"\b(?:unless|except(?!ional)\w*|excluding|save|provided that|subject to|other than|otherwise than|apart from|sauf|à moins que|"
    r"hormis|excepté\w*|sous réserve|à condition|à l.exception|à l.exclusion)\b",
    re.IGNORECASE,
)
_TURN = re.compile(  # other words in which an exception may be kept
    r"\b(?:unless|except\w*|save|provided|subject to|other than|otherwise|apart from|only|but|instead|however|although|normally|"
    r"not before|until|sauf|à moins|hormis|excepté|sous réserve|à condition|à l.exception|hors|mais|seule?s?|"
    r"seulement|uniquement|toutefois|en revanche|à part|mise? à part|en principe|que si)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(r"\b(?:however|but|toutefois|mais|cependant|en revanche|par dérogation)\b", re.IGNORECASE)
_OPENING = re.compile(  # where a source without an exception may be told as one
    r"\b(?:if|when|outside|instead|provided|without(?! prejudice)|not apply|"
    r"si|s.il|lorsqu\w*|hors|sans(?! préjudice)|à défaut|ne s.applique\w*)\b",
    re.IGNORECASE,
)
_ABSOLUTE = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"always|in (?:all|every|any) (?:cases?|circumstances?)|toujours|dans tous les cas|en tout cas",
        r"never|in no (?:case|circumstances?|event)|jamais|en aucun cas",
        r"without (?:any )?exceptions?|with no exceptions?|sans (?:aucune )?exception",
        r"whatever|regardless|not even|even (?:if|where|when)|quel(?:le)?s?(?: qu.en)? (?:que|soit)|même (?:si|en cas)",
        r"included|including|y compris|compris(?:es?)?",
    )
)


def exception_kept(sentence: str, nearest: str, source: str) -> bool:
    """Whether a sentence keeps the exceptions of its source, and makes up none.

    Args:
        sentence: one sentence, in English or French.
        nearest: the sentence of the source that it rests on.
        source: all the words that it rests on.
    """
    excepted = bool(_EXCEPTION.search(nearest))
    if excepted and not _TURN.search(sentence):
        return False
    limits = (_EXCEPTION, _CONTRAST)
    if _EXCEPTION.search(sentence) and not any(sign.search(source) for sign in (*limits, _OPENING)):
        return False
    limited = any(sign.search(source) for sign in limits)
    return not limited or all(word.search(source) for word in _ABSOLUTE if word.search(sentence))
