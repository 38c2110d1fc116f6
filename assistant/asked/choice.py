"""A follow-up that chooses between two clauses that were asked back: "the one in the annex", "la première". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.document import Role
from ingest.words import fold

ASKED_BACK = {"en": "Which one do you mean?", "fr": "De laquelle parlez-vous ?"}
"""The question, by the reader's language, that ends what is asked back of two clauses."""

_LONGEST = 70  # characters; what is longer says more than which
_OPENING = (
    r"^\W*(?:(?:no|well|ok|i (?:mean|meant|want)|take|"
    r"je (?:parle|parlais|veux|voulais)(?: dire| parler)?(?: de| du)?|prends|non|plutot)\b[\s,:]*)*"
)
_FIRST = re.compile(
    rf"{_OPENING}(?:(?:the|la|le) )?(?:first|1st|former|premiere?|1ere?|1re|1er|one|1|une)(?: (?:one|clause))?\W*$"
)
_SECOND = re.compile(
    rf"{_OPENING}(?:(?:the|la|le|l') ?)?(?:second|2nd|latter|other|last|seconde?|deuxieme|2e|2eme|autre|derniere?|two|2|deux)"
    r"(?: (?:one|clause))?\W*$"
)
_DOCUMENT = re.compile(
    r"\b(?:annex\w*|schedules?|append\w+|exhibits?|attachments?|frameworks?|master|main|agreements?|contracts?|contrats?|cadre|avenants?|amendments?|"
    r"addend\w+|slas?|dpas?|plans?|pricing|orders?|commandes?|terms|conditions|clauses?|articles?|paragraphs?|paragraphes?)\b"
)
_THAT = re.compile(rf"{_OPENING}(?:the one|that|this|celle|celui) (?:in|of|from|by|under|de|du|des|dans|d')\b")
_ASKS = re.compile(
    r"^\W*(?:(?:and|et|but|mais)\s+)?(?:who|what|when|where|why|how|which|is|are|does|do|can|may|must|qui|que|quoi|quand|ou|comment|combien|quel\w*|"
    r"est-ce|peut|doit|y a)\b"
)
_IDLE = frozenset(
    "the one in of from by under that this which is it its mean meant want take no well ok said says stands please "
    "la le les un une de du des dans celle celui qui est je parle parlais veux voulais dire parler prends non plutot dit "
    "numero number".split()
)
_CALLED = {
    Role.FRAMEWORK: "framework master main agreement contract contrat cadre principal general terms conditions",
    Role.AMENDMENT: "amendment avenant addendum variation",
}
_ANNEXED = "annex annexe schedule appendix exhibit attachment"
_CALLED_TOO = {
    Role.SERVICE_LEVELS: "sla service levels niveaux",
    Role.PRICING: "pricing prices charges tarifs prix financiere",
    Role.DATA_PROTECTION: "dpa data donnees protection",
    Role.QUALITY_PLAN: "quality qualite plan paq",
    Role.EXIT_PLAN: "exit plan sortie reversibilite",
}


def said_without_choices(history: Iterable[tuple[str, str]]) -> list[str]:
    """What the user of a conversation said, without what chose between two clauses.

    Args:
        history: the turns, oldest first: "user" or "assistant", and what was said.
    """
    said, asked_back = [], False
    for role, content in history:
        if role == "user" and not (asked_back and is_choice(content)):
            said.append(content)
        asked_back = role == "assistant" and asks_back(content)
    return said


def chooses(text: str, history: Sequence[tuple[str, str]]) -> bool:
    """Whether a text chooses between two clauses that the last turn asked back."""
    return bool(history) and history[-1][0] == "assistant" and asks_back(history[-1][1]) and is_choice(text)


def asks_back(told: str) -> bool:
    """Whether an answer asks which of two clauses is meant."""
    return any(question in told for question in ASKED_BACK.values())


def is_choice(text: str) -> bool:
    """Whether a text may name one of two and says nothing else."""
    folded = " ".join(fold(text).split())
    if len(folded) > _LONGEST or _ASKS.search(folded):
        return False
    return any(form.search(folded) for form in (_FIRST, _SECOND, _DOCUMENT, _THAT))


def called(role: Role, *names: str) -> str:
    """The words that a clause may be chosen by: those of its document's role, and its names.

    Args:
        role: of the document.
        names: of the document and of the clause.
    """
    kind = _CALLED.get(role, f"{_ANNEXED} {_CALLED_TOO.get(role, '')}")
    return " ".join((kind, *names))


def chosen(text: str, one: str, other: str) -> int | None:
    """Which of two a text names: 0 or 1, None where it cannot be told.

    Args:
        text: a choice.
        one: the words that the first may be chosen by (`called`).
        other: likewise the second.
    """
    folded = " ".join(fold(text).split())
    if _FIRST.search(folded) or _SECOND.search(folded):
        return 0 if _FIRST.search(folded) else 1
    wanted = [
        word for word in re.findall(r"[^\W_]+", folded) if word not in _IDLE and (len(word) > 2 or word.isdigit())
    ]
    scores = [_held(wanted, set(re.findall(r"[^\W_]+", fold(words)))) for words in (one, other)]
    if scores[0] == scores[1]:
        return None
    return 0 if scores[0] > scores[1] else 1


def _held(wanted: Sequence[str], words: set[str]) -> int:
    """How many of the words are among others, numbers whole and the rest by their beginning; none where a number lacks."""
    if any(word.isdigit() and word not in words for word in wanted):
        return 0
    return sum(any(_alike(word, each) for each in words) for word in wanted)


def _alike(word: str, other: str) -> bool:
    if word.isdigit() or other.isdigit():
        return word == other
    return len(other) > 2 and (word.startswith(other) or other.startswith(word))
