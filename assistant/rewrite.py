"""Follow-up + history -> standalone question. By rules; the words of the conversation are joined, never invented.

A code that a follow-up names ("and for P2?") takes the place of the one asked about before, and a correction ("no, I meant P2")
is read without its apology.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.question import read_question
from assistant.terms import content_stems

_OPENING = re.compile(
    r"^\W*(?:and|so|but|or|then|what about|how about|same|what if|if|in that case|also|even|"
    r"et|mais|ou|alors|donc|dans ce cas|pareil|même|idem|si|sinon|du coup)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:it|that|this|those|these|they|them|he|she|there|then|instead|one|ones|"
    r"ça|cela|ceci|celui|celle|ceux|celles|ils|elles|il|elle|en|y|là|lui|leur)\b",
    re.IGNORECASE,
)
_CORRECTING = re.compile(
    r"^\W*(?:no|nope|sorry|not that|i (?:meant|mean)|rather|actually|non|pardon|désolée?|je (?:veux|voulais) dire|plutôt|en fait)\b"
    r"(?:[\s,:.!-]+(?:sorry|i (?:meant|mean)|rather|actually|je (?:veux|voulais) dire|plutôt|en fait|pardon)\b)*[\s,:.!-]*",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b(?P<letters>[A-Za-z]{1,3})(?P<number>\d{1,2})\b")
_ASKING = re.compile(
    r"^\W*(?:who|whose|what|which|when|where|why|how|is|are|do|does|did|can|could|may|must|will|"
    r"qui|que|quoi|quels?|quelles?|quand|où|pourquoi|comment|combien|est-ce|peut-on|doit-on)\b",
    re.IGNORECASE,
)
_SHORT = 6  # words; a question as short as this rarely stands alone
_TELLING = 3  # words that tell what it is about; a question with so many of its own stands alone however short
_LONG = 14  # words; one as long as this usually does


@dataclass(frozen=True, slots=True)
class Turn:
    """One utterance of a conversation."""

    role: Literal["user", "assistant"]
    content: str


def standalone(question: str, history: Sequence[Turn]) -> str:
    """The question as it can be searched alone: with the user's question before it when it leans on that.

    Args:
        question: as typed.
        history: earlier turns, oldest first.
    """
    earlier = [turn.content.strip() for turn in history if turn.role == "user" and turn.content.strip()]
    if not earlier or not _leans(question):
        return question
    root, said = _root(earlier), _CORRECTING.sub("", question) or question
    return f"{_with_codes_of(said, root)} {said}"


def _with_codes_of(question: str, root: str) -> str:
    """The root with the codes of the follow-up in place of its own of the same letters: asked for P1, then "and for P2?"."""
    named = {match["letters"].casefold(): match.group() for match in _CODE.finditer(question)}
    return _CODE.sub(lambda match: named.get(match["letters"].casefold(), match.group()), root)


def _root(earlier: Sequence[str]) -> str:
    """The last question that stood alone, with the follow-ups since."""
    for position in range(len(earlier) - 1, -1, -1):
        if position == 0 or not _leans(earlier[position]):
            return " ".join(earlier[position:])
    return earlier[-1]


def _leans(question: str) -> bool:
    if _OPENING.match(question) or _CORRECTING.match(question):
        return True
    words = len(re.findall(r"\w+", question))
    if _POINTING.search(question):
        return words < _LONG
    return words <= _SHORT and not (_ASKING.match(question) and _telling(question) >= _TELLING)


def _telling(question: str) -> int:
    return len(set(content_stems(question, read_question(question).language)))
