"""On what condition a thing may be done: freely, only if something else is so, or never. Pure.

"No change before both parties sign", "only once both parties have signed" and "needs both signatures" say one thing in three shapes, with
and without a negation; word by word they contradict each other. Here each text
is brought to one of a few kinds, and the kinds are compared.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from ingest.words import fold

_ASSENT = r"(?:consent|approval|authori[sz]ation|permission|agreement|sign-off|accord|autorisation|consentement|approbation|agrement)"
_NOT = r"\b(?:not|no|never|neither|nor|nobody|nothing|none|cannot|ne|aucune?|nul|n'(?=[a-z])|jamais|personne)\b|\bn'(?=[a-z])|n't\b"
_CACHE = 256  # texts; several checks ask of the same
_REACH = r"[^.;]{0,400}?"

_NEEDS = re.compile(  # a thing without which another may not be done
    rf"(?:{_NOT}){_REACH}\b(?:without|unless|until|before|other than|otherwise than|except (?:by|with|if|where|when|as|for|to|under|"
    rf"in)|save (?:by|with|if|where|as)|"
    rf"sans|avant|tant que|a moins|sauf|qu'(?:avec|apres|une fois|en cas|a compter|a partir|a condition|a|si|en)|que (?:si|par|"
    rf"lorsque|sur|moyennant|dans|pour|sous))\b|"
    rf"\b(?:without|unless|until|before|sans|tant que|avant|sauf)\b[^.;]{{3,120}}?(?:{_NOT})|"
    rf"\b(?:only|solely|exclusively)\b[^.;]{{0,40}}?\b(?:if|with|once|after|when|upon|by|where|on|following|to the extent|under|"
    rf"pursuant|in accordance|as)\b|\b(?:seulement|uniquement) (?:si|avec|apres|lorsque|quand|en cas)\b|"
    rf"\b(?:needs?|requires?|must (?:first )?(?:have|obtain|get|seek)|(?:has|have) to (?:have|obtain|get|ask)|"
    rf"shall (?:first )?(?:obtain|seek)|subject to|takes|depends on|"
    rf"necessite\w*|requier\w*|suppose\w*|exige\w*|soumis\w*|subordonne\w*|conditionne\w*|doi(?:t|vent) (?:d'abord )?(?:obtenir|"
    rf"recueillir|avoir|recevoir)|faut|moyennant|sous reserve d\w*)\b"
    rf"[^.;]{{0,80}}?\b{_ASSENT}\b|"
    rf"\b(?:submit\w*|presente\w*|soumi\w*)\b[^.;]{{0,60}}?\b{_ASSENT}\b|\b{_ASSENT}\b[^.;]{{0,40}}?\b(?:prior to|before|avant)\b|"
    rf"\b(?:approve|agree|consent|authori[sz]e|sign|approuve|signe|accepte|autorise)\w*\b[^.;]{{0,80}}?\b(?:before|prior to|"
    rf"beforehand|first|avant|prealable\w*)\b|"
    rf"\b{_ASSENT}\b[^.;]{{0,60}}?\b(?:is|are|be|est|sont) (?:first )?(?:needed|required|necessary|requise?|necessaire|exigee?)\b|"
    rf"\b(?:may|can|peut|peuvent)\b[^.;]{{0,80}}?\b(?:with|avec|moyennant|sur)\b[^.;]{{0,30}}?\b{_ASSENT}\b|"
    r"\b(?:provided that|on condition that|a condition|as long as|so long as|pour autant qu\w*|pourvu qu\w*)\b"
)
_EVEN = re.compile(
    r"\b(?:whether or not|regardless|irrespective|even (?:if|where|when|while|though|with|without|though|after|before|should|"
    r"beyond|outside|for|"
    r"in|to)|whatever|however (?:many|much|long)|not even|, consent or not|"
    r"meme (?:si|sans|avec|en cas|lorsqu\w*|quand|apres|avant)|y compris (?:si|en cas|lorsqu\w*)|qu'ils? (?:ait|aient|soit|"
    r"soient)\b[^.;]{0,40}\bou non|"
    r"quelles? que soi\w+|quels? que soi\w+|peu importe|independamment)\b|\bor not\b|\bou non\b|\bnot? matter\b"
)
_ABSOLUTE_BAN = re.compile(
    r"\b(?:may|can|shall|must) never\b|\bnever\b|\b(?:in no|under no|not in any|not under any) (?:case|circumstances?|event)s?\b|"
    r"\bin (?:no|any) (?:case|event|circumstances)\b[^.;]{0,40}\bnot\b|\bnot\b[^.;]{0,80}\b(?:in|under) any circumstances?\b|"
    r"\b(?:neither|nor|no|not)\b[^.;]{0,40}\bever\b|\bjamais\b|\ben aucun cas\b|\ben aucune circonstance\b"
)
_FREE = re.compile(
    rf"\bwithout (?:such |any |the |its )?(?:prior )?{_ASSENT},? (?:\(\w+\) )?(?:the )?(?!neither|no\b|nobody)\w+ may (?!not)|"
    rf"\b{_ASSENT}\b[^.;]{{0,60}}?\b(?:(?:is|are) not|n'est pas|ne sont pas) (?:needed|required|necessary|requise?s?|necessaires?|"
    rf"exigee?s?)\b|"
    rf"\bno {_ASSENT} (?:is |are )?(?:needed|required|necessary)\b|\baucune? {_ASSENT} n'est (?:requise?|necessaire|exigee?)\b|"
    rf"\b(?:freely|free to|is at liberty|librement|libre de|a (?:sa|leur) (?:discretion|guise)|as (?:it|they) (?:wish\w*|please\w*|"
    rf"sees? fit)|if (?:it|they) wish\w*|when(?:ever)? (?:it|they) (?:like|wish)\w*)\b|"
    rf"\beven without\b|\bmeme sans\b|\b(?:no|without (?:any|the need for)|sans (?:aucun|aucune)|"
    rf"aucune?)\s(?:\w+ ){{0,3}}?{_ASSENT}[^.;]{{0,40}}?\b(?:is|are|be|n'est|est|needed|required)\b|"
    rf"\b(?:does not|ne) (?:require|need|requier\w*|necessit\w*|exig\w*)[^.;]{{0,20}}?\b{_ASSENT}\b|"
    rf"\b(?:may|can|peut|peuvent|pourra)\b(?! not)(?! pas)[^.;]{{0,120}}?\b(?:without|sans)\b[^.;]{{0,40}}?\b{_ASSENT}\b"
)
_ON_ASSENT = re.compile(
    rf"\b(?:with|without|avec|sans|moyennant|need\w*|requir\w*|obtain\w*)\b[^.;]{{0,40}}?\b{_ASSENT}\b"
)
_ANY_ASSENT = re.compile(
    rf"\b(?:{_ASSENT[3:-1]}|agree\w*|approv\w*|consent\w*|sign\w*|accept\w*|allow\w*|permi\w*|authori\w*|autoris\w*|accord\w*|"
    r"consult\w*|confirm\w*|convenu\w*|mutual\w*|written|ecrit\w*)\b"
)
_DENIED = re.compile(_NOT)
_ONLY_BEFORE = re.compile(
    r"\b(?:only|solely|uniquement|seulement)\b[^.;,]{0,30}?\b(?:before|without|until|avant|sans|tant que)\b|"
    r"\bne?\b[^.;,]{0,40}?\bqu(?:e|')\s?(?:avant|sans|tant)\b"
)


_EVER = re.compile(
    r"\b(?:at any time|a tout moment|in any event|en tout etat de cause|notwithstanding|nonobstant|nothing|rien|including|y compris|"
    r"not (?:be )?(?:relieve\w*|excuse\w*|affect\w*|release\w*)|ne dispense pas|ne libere pas|n'affecte\w* pas|n'exonere pas)\b"
)
_IN_NO_CASE = re.compile(r"\b(?:in no \w+|aucun cas|never|jamais)\b")


class Leave(Enum):
    """On what condition a text lets a thing be done."""

    FREE = "free"
    CONDITIONAL = "conditional"
    ONLY_WITHOUT = "only without"  # "only before the mediation has ended"
    NEVER = "never"


@lru_cache(maxsize=_CACHE)
def leave(text: str) -> Leave | None:
    """On what condition a text lets a thing be done; None where it says nothing of it.

    Args:
        text: one sentence or a few, in English or French, in the plain wording (`assistant.wording.plain_wording`).
    """
    folded = fold(text)
    if _forbids_whatever(folded):
        return Leave.NEVER
    free = _FREE.search(folded)
    if free and not _DENIED.search(folded[: free.start()]):
        return Leave.FREE
    if _ONLY_BEFORE.search(folded):
        return Leave.ONLY_WITHOUT
    return Leave.CONDITIONAL if _NEEDS.search(folded) else None


def leave_kept(sentence: str, source: str) -> bool:
    """Whether a sentence lets a thing be done on the terms on which its source does, as far as both say so."""
    said, held = leave(sentence), leave(source)
    if said is Leave.CONDITIONAL and _ON_ASSENT.search(fold(sentence)) and not _ANY_ASSENT.search(fold(source)):
        return False  # nobody is asked in the source
    if said is None or held is None or (said is Leave.NEVER and _ABSOLUTE_BAN.search(fold(source))):
        return True
    return said is held


def widened(sentence: str, source: str) -> bool:
    """Whether a sentence says "whether or not", "even if" or their like where its source does not."""
    said, held = fold(sentence), fold(source)
    if not _EVEN.search(said) or _EVEN.search(held) or _EVER.search(held):
        return False
    return not (_DENIED.search(said) and _IN_NO_CASE.search(held))


def _forbids_whatever(folded: str) -> bool:
    """Whether a text forbids, consent or not."""
    if _NEEDS.search(_EVEN.sub(" ", folded)) and not _EVEN.search(folded):
        return False
    return bool(
        _ABSOLUTE_BAN.search(folded) or (_EVEN.search(folded) and _DENIED.search(folded) and re.search(_ASSENT, folded))
    )
