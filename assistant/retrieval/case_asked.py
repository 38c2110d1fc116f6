"""What follows in a case: "what happens if the client does not pay?" is answered by what says "in case of late payment". Pure; English
and French.
"""

from __future__ import annotations

import re

from assistant.proof.overlap import relatives
from assistant.wording.lexicon import Lexicon

_ASKED = re.compile(
    r"\b(?:what (?:happens|follows|would happen|are the consequences|can (?:we|they) do|do (?:we|they) (?:risk|get|owe))|"
    r"que se passe[- ]t[- ]il|qu['’]arrive[- ]t[- ]il|quelles? (?:sont les )?conséquences?|que risqu\w+|que peut[- ]on faire)\b"
    r"[^?]{0,60}?\b(?:if|when|where|si|s['’]|en cas d[e'’]|lorsqu[e'’]|quand)(?P<case>[^?,;]{4,200})|"
    r"^\W*(?:and |so |et |alors )?(?:what if|et si|que faire si)\b(?P<other>[^?,;]{4,200})",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\b(?:if|where|when(?:ever)?|should|in (?:the )?(?:event|case)|upon|failing|any|si|s['’]ils?|lorsqu['’e]\w*|en cas d[e'’]|à défaut|"
    r"faute de|tout(?:e)?)\b[^,;:.]{3,160}",
    re.IGNORECASE,
)


def case_asked(text: str) -> str:
    """The case of which a question asks what follows; empty where it asks for something else.

    Args:
        text: as typed.
    """
    found = _ASKED.search(text)
    return (found["case"] or found["other"] or "").strip() if found else ""


def tells_case(case: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a condition of a text has the words of a case, or what stands for them; at least half of them.

    Args:
        case: as asked.
        text: a clause or a sentence.
        lexicon: knows the words by other names.
    """
    flat = " ".join(text.split())
    told = [relatives(case, found.group(), lexicon) for found in _CASE.finditer(flat)]
    return any(2 * sum(map(bool, held.values())) >= len(held) for held in told if held)
