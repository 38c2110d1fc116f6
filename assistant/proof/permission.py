"""Whether a sentence lets a thing be done: freely, with somebody's consent, or not at all. Pure; English and French.

"The Provider may subcontract", "shall not subcontract without the Client's consent" and "may not subcontract" are three rules on one
matter. Read is only a sentence with one verb of leave and no other condition than a consent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.wording.conditional import is_conditional
from ingest.words import fold, fold_in_place

_LONGEST = 400  # characters of a sentence that is one rule
_ASSENT = r"(?:consent|approval|authori[sz]ation|permission|accord|autorisation|consentement|approbation|agrement)"
_BAN = re.compile(
    r"\b(?:(?:shall|may|must|can|will) (?:not|never)|cannot|(?:is|are) (?:not (?:allowed|entitled|permitted|authori[sz]ed) to|"
    r"prohibited from|forbidden to)|"
    r"ne (?:peut|peuvent|pourra|pourront|doit|doivent|devra|saurait)(?: pas| en aucun cas| jamais)?|"
    r"n'(?:est|sont) pas autorisee?s? a|s'interdit d(?:e|')|n'a pas le droit d(?:e|'))(?=\W)"
)
_FRENCH_BAN = re.compile(r"\bn(?:e |')(?P<verb>[a-z-]{4,20}) (?:pas|jamais|aucune?)\b")
_LEAVE = re.compile(
    r"\b(?:may|can|(?:is|are|shall be) (?:entitled|allowed|permitted|authori[sz]ed|free) to|has the right to|"
    r"peut|peuvent|pourra|pourront|(?:est|sont) (?:autorisee?s?|libres?) (?:a|de)|a le droit d(?:e|'))(?=\W)"
)
_NEITHER = re.compile(r"\b(?:neither|no) party\b|\baucune (?:des parties|partie)\b")
_OF_WHOM = r"(?: (?:of|from|by|de|du|des) (?:the |la |le |l')?[\w-]{1,30}(?: (?:party|partie))?)?"
_WITHOUT = re.compile(
    r"\b(?:without asking(?: \w+){0,2}|sans (?:(?:nous|leur|lui|vous|en) )?(?:demander|prevenir))\b|"
    rf"\b(?:without|sans)\b[^,.;]{{0,70}}?\b{_ASSENT}\b(?: (?:ecrit|prealable|expres)e?s?(?: et (?:ecrit|prealable)e?)?)?{_OF_WHOM}"
)
_WITH = re.compile(
    rf"\b(?:only )?(?:with|subject to|upon|avec|moyennant|sous reserve d\w+|apres)\b[^,.;]{{0,70}}?\b{_ASSENT}\b"
    rf"(?: (?:ecrit|prealable|expres)e?s?(?: et (?:ecrit|prealable)e?)?)?{_OF_WHOM}"
)
_FREELY = re.compile(r"\b(?:freely|librement|at its (?:sole |own )?discretion|a sa (?:seule )?discretion)\b")


_SCOPE = re.compile(  # how much of a thing: what forbids "any part" forbids the thing
    r"\b(?:all or (?:any )?part of|any part of|any of|any|all|tout ou partie (?:de|des|du)|(?:aucune?|une) partie (?:de|des|du)|aucune?|"
    r"toute?s?|ne|pas|jamais)\b"
)
_PARTIES = re.compile(
    r"\b(?:neither|either|each|no|any) party\b|\b(?:both|the) parties\b|\b(?:aucune|chacune|l'une ou l'autre) des parties\b|"
    r"\b(?:chaque|aucune) partie\b"
)
_BY_REFERENCE = re.compile(
    r"\b(?:in accordance with|subject to|pursuant to|as (?:set out|provided|described|specified|stated)|to the extent|within the limits|"
    r"conformement|selon|dans les (?:conditions|limites)|tel(?:le)?s? que (?:prevu|decrit))\b"
)


class Leave(StrEnum):
    """On what terms a thing may be done."""

    FREE = "free"
    CONSENT = "consent"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Permission:
    """The terms, and the words that say what may be done, and by whom; ``deed`` are those that say what.

    ``of_all`` is whether it is so of every party ("neither party"), ``marked`` whether it says "freely" or the like.
    """

    leave: Leave
    matter: str
    deed: str = ""
    of_all: bool = False
    marked: bool = False


def read_permission(sentence: str) -> Permission | None:
    """On what terms a sentence lets a thing be done; None where it says nothing of it, or more than that.

    Args:
        sentence: one, in English or French.
    """
    folded = fold_in_place(sentence).replace("’", "'")
    if len(folded) > _LONGEST:
        return None
    banned = [*_BAN.finditer(folded)]
    leaves = [match for match in _LEAVE.finditer(folded) if not any(_within(match, ban) for ban in banned)]
    told = banned or [*_FRENCH_BAN.finditer(folded)]
    if len(told) + len(leaves) != 1:
        return None
    without, assent = _WITHOUT.search(folded), _WITH.search(folded)
    spoken = [
        *banned,
        *leaves,
        *_SCOPE.finditer(folded),
        *_PARTIES.finditer(folded),
        without,
        assent,
        _FREELY.search(folded),
    ]
    gone = [match.span() for match in spoken if match]
    matter, deed = _outside(sentence, gone), _outside(sentence, [*gone, (0, (told or leaves)[0].start())])
    if is_conditional(matter) or _BY_REFERENCE.search(fold(matter)):
        return None
    of_all = _PARTIES.search(folded) is not None
    if told or _NEITHER.search(folded):
        return Permission(Leave.CONSENT if without or assent else Leave.NEVER, matter, deed, of_all)
    leave = Leave.CONSENT if assent and not without else Leave.FREE
    return Permission(leave, matter, deed, of_all, marked=bool(without or _FREELY.search(folded)))


def _within(one: re.Match[str], other: re.Match[str]) -> bool:
    return other.start() <= one.start() and one.end() <= other.end()


def _outside(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return " ".join(text.split())
