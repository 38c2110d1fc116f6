"""A duty stays a duty and a permission a permission: what a sentence makes of the "shall" and "may" of its source. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from assistant.proof.reading import meanings
from assistant.wording.plain_wording import unparted
from ingest.words import stems

_FORBIDDEN = re.compile(  # a permission denied is a duty
    r"\b(?:may|can|could)\s+(?:\w+\s+)?(?:not|never|neither|only|in no)\b|\bcannot\b|\b(?:may|can)\s+neither\b|"
    r"\b(?:is|are) not (?:\w+ )?(?:allowed|entitled|permitted|free)\b|\bn.\w+ (?:pas|plus|aucun) (?:le |la )?(?:droit|facult\w+)|"
    r"\b(?:loses?|perd\w*) (?:the |le )(?:right|droit)\b|\b(?:no one|none|neither(?:\s+\w+)?|nor)\s+(?:may|can)\b|"
    r"\bn.\w+ pas (?:autoris|permis)\w*|\bn(?:e\s+|['’])(?:peu\w*|pourr\w*|pouv\w*)|\baucune?\s[^,;.]{1,60}?\bne\b",
    re.IGNORECASE,
)
_OTHERWISE_SAID = re.compile(
    r"\b(?:that|which|qui)\s+(?:may|can|could|might|peu\w+|pourr\w*)\b|\bcan be (?:reached|contacted|accessed|found|seen|read|"
    r"called)\b|\best joignable\b",
    re.IGNORECASE,
)  # describes a thing
_LIMIT = re.compile(
    r"\b(?:up to|at most|not exceed\w*|no more than|capped|limited|au plus|dans la limite|plafon\w*|limit\w*)\b|"
    r"\bne (?:peu\w+ )?(?:dépass|excèd|excéd)\w*|\b(?:not|ne (?:peu|doi)\w+)\b[^,;.]{1,40}?\b(?:more than|plus d)\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:shall|must|(?:is|are|be) (?:required|bound|obliged) to|undertakes?|agrees to|obliged|owes?|doit|doivent|devra|devront|"
    r"s.engage\w*|est tenue?|sont tenus|s.interdi\w*|has to|have to|will|needs?|has to|is due|must)\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:right to|may|can|could|entitled|permitted|allowed|optional|free to|discretion|as (?:it|they) sees? fit|peut|peuvent|"
    r"pourra|pourront|"
    r"facultati\w+|droit (?:de|d.)\s?\w+(?:er|ir|re)|libre\w*|autoris\w+)\b",
    re.IGNORECASE,
)
_LEAVE = re.compile(
    r"\b(?:has|have|dispose\w*|ont)\s[^.;]{1,40}\b(?:days?|hours?|months?|jours|heures|mois)\b|"
    r"\ba (?:[\w-]+ ){1,2}(?:\(\d+\) )?(?:jours|heures|mois)\b|"
    r"\b(?:unless|sauf si|à moins)\b[^.;]{0,20}\bpart(?:y|ies?)\b|\b(?:unless|until|sauf|jusqu\w+)\b[^.;]{0,40}\b(?:terminated|"
    r"cancelled|résilié)\b|\b(?:terminated|cancelled|résilié\w*) (?:by|par)\b|"
    r"\b(?:cancellable|terminable|renewable|extendable|résiliable|renouvelable|prorogeable|may|can|could|entitled|permitted|"
    r"optional|right|licen[cs]e|allow\w*|choos\w*|decides?|option|peut|peuvent|pourra|pourront|"
    r"facult\w+|droit|libre\w*|autoris\w+|dispose\w*|seule juge|discretion\w*|discrétion\w*|gré)\b",
    re.IGNORECASE,
)

_MODAL_VERB = re.compile(
    r"\b(?P<modal>shall|must|will|may|cannot|can|could|(?:is|are) (?:required|entitled|obliged|allowed|free|bound|permitted) to|"
    r"has to|have to|(?:the |a |his |its )right to|droit d[e\u2019']|"
    r"needs to|undertakes to|doit|doivent|devra|peut|peuvent|pourra|est tenue? d[e\u2019']|s.engage à|"
    r"a le droit de)(?:,[^,;.]{1,50},)?\s*"
    r"(?:(?:not|be|also|only|être|en|se|lui|leur|y|\w+ly|\w+ément|\w+ement|then|thereafter|(?:in|at) its (?:sole |own |"
    r"absolute )?(?:discretion|option)|à sa (?:seule )?(?:discrétion|convenance)|at any time|(?:à|en) tout moment|"
    r"freely|faire|have(?=\s+(?:\S+\s+){1,5}?\w+ed\b))\s+|s['\u2019])*(?P<verb>[a-zà-ÿ]{3,})",
    re.IGNORECASE,
)

_BUT = re.compile(r"[^,.;]{0,40}\bqu(?:e\b|['\u2019])", re.IGNORECASE)  # "ne peut … que" forbids nothing by itself
_NOT_AFTER = re.compile(r"\b(?:not|never|only)\b", re.IGNORECASE)
_NE_BEFORE = re.compile(r"\bn(?:e\s+|['\u2019])$", re.IGNORECASE)
_NE_REACH = 4  # characters
_NONE_BEFORE = re.compile(r"\b(?:neither|no|none|nobody|aucune?|nul)\b[^,;.]{0,30}$", re.IGNORECASE)


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
    stated = _FORBIDDEN.sub(" must not ", _OTHERWISE_SAID.sub(" ", sentence))
    held = _FORBIDDEN.sub(" must not ", _OTHERWISE_SAID.sub(" ", nearest))
    says_must, says_may = bool(_MUST.search(stated)), bool(_MAY.search(stated))
    if says_may and not says_must:
        return bool(_LEAVE.search(held))
    if says_must and not says_may:
        return bool(_MUST.search(held)) or not _MAY.search(held)
    return True


_CONDITION = re.compile(
    r"\b(?:with|if|only|unless|once|after|provided|subject|until|except|when|where|more|beyond|than|avec|si|que|"
    r"moyennant|sauf|après|sous réserve|"
    r"à condition|lorsque|quand|without|sans|plus|hors)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:only|que|seul\w*)\b", re.IGNORECASE)


_PURPOSE = re.compile(  # where "must" tells what a permission asks for
    rf"{_CONDITION.pattern}|\b(?:to (?!the\b)\w+|for|before|first|notice|consent|pour|afin|avant|préavis|accord|au préalable|"
    r"écrit\w*|written)\b",
    re.IGNORECASE,
)


class Force(Enum):
    """What a modal makes of its verb."""

    DUTY = "duty"
    LEAVE = "leave"
    BAN = "ban"


def modal_verbs(text: str, language: str) -> dict[str, set[Force]]:
    """For each verb that stands after a "shall", a "may" or their like, what they make of it.

    Args:
        text: sentences in English or French.
        language: "en" or "fr", for the stems.
    """
    found: dict[str, set[Force]] = {}
    text = unparted(text)
    for match in _MODAL_VERB.finditer(text):
        denied = _NOT_AFTER.search(text, match.end("modal"), match.start("verb")) or _NE_BEFORE.search(
            text, max(0, match.start() - _NE_REACH), match.start()
        )
        denied = denied or _NONE_BEFORE.search(text, 0, match.start())
        kept = language == "fr" and _BUT.match(text, match.end())
        force = Force.BAN if denied and not kept else Force.LEAVE if _MAY.search(match["modal"]) else Force.DUTY
        for stem in stems(match["verb"], language)[:1]:
            found.setdefault(stem, set()).add(force)
    return found


def binds_the_free(sentence: str, nearest: str, held: Mapping[str, set[Force]]) -> bool:
    """Whether a sentence that knows duties alone rests on words that know permissions alone, and names no purpose or condition.

    Args:
        sentence: one sentence whose modal verbs are all duties, none of them the source's.
        nearest: the part of the source that it rests on.
        held: the modal verbs of that part.
    """
    allowed = bool(held) and all(forces == {Force.LEAVE} for forces in held.values())
    return allowed and not _MUST.search(nearest) and not _PURPOSE.search(sentence)


def verbs_kept(
    said: Mapping[str, set[Force]], held: Mapping[str, set[Force]], same: Mapping[str, frozenset[str]], sentence: str
) -> bool | None:
    """Whether each verb of a sentence has the force that it has in its source; None where the source has none of them.

    Args:
        said: the modal verbs of the sentence.
        held: those of its source.
        same: for a stem of the sentence, the stems of the source that mean the same.
        sentence: it may allow under a condition what its source forbids without it.
    """
    kept: bool | None = None
    for verb, forces in said.items():
        others: set[Force] = set().union(*(held.get(other, set()) for other in meanings(verb, same)))
        for force in forces if others else ():
            allowed = others | ({Force.LEAVE} if Force.BAN in others and _CONDITION.search(sentence) else set())
            if force is Force.BAN and Force.LEAVE in others:
                allowed |= {Force.BAN} if _CONDITION.search(sentence) or _ONLY.search(sentence) else set()
            kept = (kept is not False) and force in allowed
    return kept
