"""A duty stays a duty and a permission a permission: what a sentence makes of the "shall" and "may" of its source. Pure."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(  # a permission denied is a duty
    r"\b(?:may|can|could)\s+(?:\w+\s+)?(?:not|never|neither|only|in no)\b|\bcannot\b|\b(?:may|can)\s+neither\b|"
    r"\b(?:is|are) not (?:\w+ )?(?:allowed|entitled|permitted|free)\b|\bn.\w+ (?:pas|plus|aucun) (?:le |la )?(?:droit|facult\w+)|"
    r"\b(?:loses?|perd\w*) (?:the |le )(?:right|droit)\b|\b(?:no one|none|neither(?:\s+\w+)?|nor)\s+(?:may|can)\b|"
    r"\bn(?:e\s+|['’])(?:peu\w*|pourr\w*|pouv\w*)|\baucune?\s[^,;.]{1,60}?\bne\b",
    re.IGNORECASE,
)
_OTHERWISE_SAID = re.compile(
    r"\b(?:that|which|qui)\s+(?:may|can|could|might|peu\w+|pourr\w*)\b", re.IGNORECASE
)  # describes a thing
_LIMIT = re.compile(
    r"\b(?:up to|at most|not exceed\w*|no more than|capped|limited|au plus|dans la limite|plafon\w*|limit\w*)\b|"
    r"\bne (?:peu\w+ )?(?:dépass|excèd|excéd)\w*",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:shall|must|(?:is|are|be) (?:required|bound|obliged) to|undertakes?|agrees to|obliged|owes?|doit|doivent|devra|devront|"
    r"s.engage\w*|est tenue?|sont tenus|s.interdi\w*|has to|have to|will|needs?|has to|is due|must)\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:may|can|could|entitled|permitted|allowed|optional|free to|discretion|as (?:it|they) sees? fit|peut|peuvent|pourra|pourront|"
    r"facultati\w+|droit|libre\w*|autoris\w+|dispose\w*)\b",
    re.IGNORECASE,
)
_LEAVE = re.compile(
    r"\b(?:may|can|could|entitled|permitted|optional|right|allow\w*|choos\w*|decides?|option|peut|peuvent|pourra|pourront|"
    r"facult\w+|droit|libre\w*|autoris\w+|dispose\w*|seule juge)\b",
    re.IGNORECASE,
)


def force_kept(sentence: str, nearest: str, source: str) -> bool:
    """Whether a sentence that permits rests on a permission, and one that binds on a duty.

    Args:
        sentence: one sentence, in English or French.
        nearest: the part of the quotes that it rests on. Where it neither binds nor permits in so many words ("the
            Provider notifies"), it states a duty.
        source: all the quotes: what one of them forbids, a sentence about another may repeat.
    """
    if _LIMIT.search(sentence) and _LIMIT.search(source):
        return True  # "up to 25% may" is "may not exceed 25%"
    if _FORBIDDEN.search(sentence) and _FORBIDDEN.search(source):
        return True
    stated = _FORBIDDEN.sub(" must not ", sentence)
    held = _FORBIDDEN.sub(" must not ", _OTHERWISE_SAID.sub(" ", nearest))
    says_must, says_may = bool(_MUST.search(stated)), bool(_MAY.search(stated))
    if says_may and not says_must:
        return bool(_LEAVE.search(held))
    if says_must and not says_may:
        return bool(_MUST.search(held)) or not _MAY.search(held)
    return True
