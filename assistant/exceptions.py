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
_RELATIVE = re.compile(r",\s+(?:whose|which|who|dont|lequel|laquelle)\b[^;.]*$", re.IGNORECASE)
_CONTRAST = re.compile(r"\b(?:however|but|toutefois|mais|cependant|en revanche|par dérogation)\b", re.IGNORECASE)
_OPENING = re.compile(  # where a source without an exception may be told as one
    r"\b(?:if|when|outside|instead|provided|without(?! prejudice)|not apply|"
    r"si|s.il|lorsqu\w*|hors|sans(?! préjudice)|à défaut|ne s.applique\w*)\b",
    re.IGNORECASE,
)
_UNLIMITED = re.compile(
    r"\bwithout (?:any )?(?:limit|cap|ceiling)\w*|\bunlimited|\buncapped|\bno (?:limit|cap|ceiling|maximum)\b|"
    r"\bsans (?:aucune? )?(?:limite?|plafon)\w*|"
    r"\billimité\w*|\bnon plafonné\w*",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:up to|first|beyond|above|at most|cap|capped|limited|limit|not exceed|no more than|not more than|dans la limite|au-delà|au plus|"
    r"plafon\w*|limit\w*|premiers?|premières?|dépass\w*|ne\b[^.;]{1,20}\bque?)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:all|every|any|whole|tous|toute?s?|tout)\b", re.IGNORECASE)
_INCLUDED = re.compile(
    r"\b(?:included|including|inclusive|y compris|compris(?:es?)?|incluses?|inclus)\b", re.IGNORECASE
)
_INCLUDING = re.compile(
    r"\b(?:inclu\w*|compri\w*|comprend\w*|cover\w*|all|any|every|both|each|whatever|even|tous|toutes?|tout|chaque|même|in full|avec|with|"
    r"cumul\w*|quel\w*)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
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
    if _EXCEPTION.search(nearest) and _governs(nearest) and not _TURN.search(sentence):
        return False
    limits = (_EXCEPTION, _CONTRAST)
    if _INCLUDED.search(sentence) and not _INCLUDING.search(source):
        return False
    if _EXCEPTION.search(_ABSOLUTE[2].sub("", sentence)) and not any(
        sign.search(source) for sign in (*limits, _OPENING)
    ):
        return False
    if not any(sign.search(source) for sign in limits):
        return True
    said, held = _before_exception(sentence), " ".join(map(_before_exception, source.split(". ")))
    return all(word.search(held) for word in _ABSOLUTE if word.search(said))


def _governs(text: str) -> bool:
    """Whether an exception of a text bears on its main clause, not on a relative one ("whose decision is final save for error")."""
    return any(not _RELATIVE.search(text[: match.start()]) for match in _EXCEPTION.finditer(text))


def limit_kept(sentence: str, source: str) -> bool:
    """Whether a sentence that says "all" or "without limit" leaves out no limit of its source ("the first 60 person-days are free").

    Args:
        sentence: one sentence, in English or French.
        source: the words that it rests on.
    """
    if _UNLIMITED.search(sentence):
        return not _LIMIT.search(source) or _UNLIMITED.search(source) is not None
    wide = _ALL.search(sentence) and not _ALL.search(source) and not _LIMIT.search(sentence)
    return not wide or not _LIMIT.search(source) or bool(_DIGIT.search(sentence))


def _before_exception(text: str) -> str:
    """What a sentence says before it makes an exception."""
    bare = _ABSOLUTE[2].sub(lambda match: "x" * len(match.group()), text)  # "without exception" makes none
    cut = [match.start() for sign in (_EXCEPTION, _CONTRAST) if (match := sign.search(bare)) and match.start()]
    return text[: min(cut, default=len(text))]
