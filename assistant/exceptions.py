"""Exceptions kept: a rule without its "unless", an "in all cases" of the writer's own, an exception made up. Pure."""

from __future__ import annotations

import re

_EXCEPTION = re.compile(
    r"\b(?:unless|except(?!ional)\w*|excluding|save|provided that|subject to|other than|otherwise than|apart from|sauf|à moins que|"
    r"hormis|excepté\w*|sous réserve|à condition|à l.exception|hors(?! taxes)|à l.exclusion)\b",
    re.IGNORECASE,
)
_TURN = re.compile(  # other words in which an exception may be kept
    r"\b(?:unless|except\w*|save|provided|subject to|other than|otherwise|apart from|only|but|instead|however|although|normally|if|when|"
    r"even so|not before|until|without|sauf|à moins|hormis|excepté|sous réserve|à condition|à l.exception|hors|mais|seule?s?|"
    r"seulement|uniquement|toutefois|en revanche|si|s.il|lorsqu\w*|à part|mise? à part|en principe|que si|sans)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(r"\b(?:however|but|toutefois|mais|cependant|en revanche|par dérogation)\b", re.IGNORECASE)
_ABSOLUTE = re.compile(
    r"\b(?:always|never|in (?:all|every|any) (?:cases?|circumstances?|event)|in no (?:case|circumstances?|event)|whatever|whichever|"
    r"without (?:any )?exceptions?|with no exceptions?|regardless|not even|even (?:if|where|when)|for every|included|including|"
    r"toujours|jamais|dans tous les cas|en tout cas|en aucun cas|sans (?:aucune )?exception|quel(?:le)?s?(?: qu.en)? (?:que|soit)|"
    r"même (?:si|en cas)|y compris|compris(?:es?)?|toutes? les)\b",
    re.IGNORECASE,
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
    if _EXCEPTION.search(sentence) and not (_EXCEPTION.search(source) or _TURN.search(source)):
        return False
    limited = excepted or bool(_EXCEPTION.search(source)) or bool(_CONTRAST.search(source))
    return not (limited and _ABSOLUTE.search(sentence) and not _ABSOLUTE.search(source))
