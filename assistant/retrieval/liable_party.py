"""Whose liability a cap is on: "what is the most *they* owe us?" and "the Company's liability to the Contractor". Pure; English and French.

"They" are the party that performs and "we" the one that is served, as those speak who ask what they are owed when a service fails.
"""

from __future__ import annotations

import re

from assistant.wording.duty import PARTY_WORDS, PRONOUNS, party_stem
from assistant.wording.trade_sides import TradeSide, side_of
from ingest.words import fold

_NAME = r"(?P<party>[^\W\d_][\w&-]{1,40})"
_MOST = r"(?:(?:maximum|total|entire|aggregate|cumulative|sole|overall|combined|annual|and|max) ){0,4}"
_LIABLE = (
    re.compile(rf"\b{_NAME}(?:'s|s'|') {_MOST}(?:liabilit\w+|cap\b|ceiling|exposure)"),
    re.compile(rf"\b(?:liabilit\w+|cap|ceiling) (?:of|on the part of) (?:the )?{_NAME}"),
    re.compile(
        rf"\b{_NAME} (?:shall|will|can|may|is|are) (?:not |in no event |never |only )?(?:be )?(?:held )?liable\b"
    ),
    re.compile(rf"\b{_NAME} (?:can be made to|could have to|has to|would have to|must) (?:pay|compensate|reimburse)\b"),
    re.compile(rf"\bresponsabilite (?:\w+ ){{0,3}}?(?:du |de la |de l'|d'|des ){_NAME}"),
    re.compile(
        rf"\b(?:le |la |l'){_NAME} (?:n'est |ne (?:sera|peut etre|saurait etre) )?(?:tenue? )?(?:pas )?responsable\b"
    ),
    re.compile(rf"\b(?:le |la |l'){_NAME} (?:peut|doit|devra|pourrait) (?:nous )?(?:payer|devoir|verser|indemniser)\b"),
)
_THEY = re.compile(
    r"\bthey (?:\w+ ){0,3}?(?:owe|pay|compensate|reimburse|give|be made to)\b|\btheir (?:\w+ ){0,2}?(?:liabilit|cap\b)|"
    r"\bowes? us\b|\bleur (?:\w+ ){0,3}?(?:responsabilite|plafond)|"
    r"\b(?:ils|elles) (?:nous )?(?:doivent|paient|versent|peuvent nous devoir)\b|\bnous doi(?:t|vent)\b|"
    r"\bnous (?:verser|payer|devoir|rembourser)\b|\bleur (?:reclamer|demander)\b"
)
_WE = re.compile(
    r"\bwe (?:\w+ ){0,3}?(?:owe|pay|compensate|reimburse|be made to)\b|\bour (?:\w+ ){0,2}?(?:liabilit|cap\b)|"
    r"\bowe them\b|\bnotre (?:\w+ ){0,3}?(?:responsabilite|plafond)|"
    r"\bnous (?:leur )?(?:devons|payons|versons)\b|\bleur (?:verser|payer|devoir|rembourser)\b|\bnous (?:reclamer|demander)\b"
)


def is_on_the_one_asked(question: str, text: str, language: str) -> bool | None:
    """Whether a text is on the liability of the party that a question asks about; None where either does not say whose.

    Args:
        question: as asked.
        text: a clause or a sentence.
        language: of the text, "en" or "fr".
    """
    asked = _plain(question)
    wanted = TradeSide.SUPPLIER if _THEY.search(asked) else TradeSide.CUSTOMER if _WE.search(asked) else None
    named = _liable(asked)
    held = _liable(_plain(text))
    if not held or (wanted is None and not named):
        return None
    if wanted is None:
        stems = {party_stem(party, language) for party in named}
        if stems & {party_stem(party, language) for party in held}:
            return True
        wanted = next((side for party in sorted(named) if (side := side_of(party)) is not None), None)
        if wanted is None:
            return False
    sides = {side_of(party) for party in held} - {None}
    if not sides:  # "the Company's liability to the Contractor" is on the other side of the one that it names
        others = {side_of(word) for word in re.findall(r"[^\W\d_]{3,}", _plain(text))} - {None}
        return wanted not in others if len(others) == 1 else None
    return wanted in sides


def _liable(folded: str) -> set[str]:
    """The words for parties, and names, that a folded text tells to be liable."""
    found = {match["party"] for form in _LIABLE for match in form.finditer(folded)}
    return {_singular(party) for party in found if party not in PRONOUNS and party not in ("each", "either", "parties")}


def _singular(party: str) -> str:
    shorter = party.removesuffix("s")
    return shorter if shorter in PARTY_WORDS else party


def _plain(text: str) -> str:
    return " ".join(fold(text[:2_000]).replace("’", "'").split())
