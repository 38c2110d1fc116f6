"""A duty stays a duty and a permission a permission: what a sentence makes of the "shall" and "may" of its source. Pure."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(  # a permission denied is a duty
    r"\b(?:may|can|could)\s+(?:\w+\s+)?(?:not|never|neither|only|in no)\b|\bcannot\b|\b(?:may|can)\s+neither\b|"
    r"\b(?:no one|none|neither(?:\s+\w+)?|nor)\s+(?:may|can)\b|\bn(?:e\s+|['’])(?:peu\w*|pourr\w*|pouv\w*)|\baucune?\s[^,;.]{1,60}?\bne\b",
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
    r"\b(?:may|can|could|entitled|permitted|optional|discretion|right|allow\w*|choos\w*|decides?|option|peut|peuvent|pourra|pourront|"
    r"facult\w+|droit|libre\w*|autoris\w+|dispose\w*|seule juge)\b",
    re.IGNORECASE,
)


def force_kept(sentence: str, source: str) -> bool:
    """Whether a sentence that permits rests on a permission, and one that binds on a duty.

    Args:
        sentence: one sentence, in English or French.
        source: the part of the quotes that it rests on. Where it neither binds nor permits in so many words ("the
            Provider notifies"), it states a duty.
    """
    stated = _FORBIDDEN.sub(" must not ", sentence)
    held = _FORBIDDEN.sub(" must not ", source)
    says_must, says_may = bool(_MUST.search(stated)), bool(_MAY.search(stated))
    if says_may and not says_must:
        return bool(_LEAVE.search(held))
    if says_must and not says_may:
        return bool(_MUST.search(held)) or not _MAY.search(held)
    return True
