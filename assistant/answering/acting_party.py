"""Does a quote bind another party than the one that a question asks about? Pure.

"Must the owner give notice?" is not answered by "The servicer shall give the owner notice".
"""

from __future__ import annotations

import re

from assistant.wording.duty import PARTY_WORDS
from ingest.words import fold

_WORD = r"[^\W\d_][\w-]{2,40}"
_ARTICLE = r"(?:the|our|le|la|l['’]|notre)\s{0,3}"
_ACTS = (
    re.compile(
        rf"\b(?P<party>{_WORD})\s(?:shall|must|may|will|can|should|has to|doit|devra|peut|pourra|s['’]engage)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:must|may|can|should|shall|does|did|will|doit|devra|peut|pourra)\s{_ARTICLE}(?P<party>{_WORD})",
        re.IGNORECASE,
    ),
)


def binds_another(question: str, quote: str) -> bool:
    """Whether the party that acts in a question is named in a quote and others act there.

    A party that the quote does not name may go by another word in it, so nothing is told of that.

    Args:
        question: as asked, in the language of the quote.
        quote: the contract's words.
    """
    asked, acting = _acting(question), _acting(quote)
    named = {word for found in re.findall(_WORD, quote) if (word := fold(found)) in asked}
    return bool(acting) and bool(named) and not asked & acting


def _acting(text: str) -> set[str]:
    found = (fold(match["party"]) for acts in _ACTS for match in acts.finditer(text))
    return {word for word in found if word in PARTY_WORDS}
