"""At whose expense: "at its own cost", "aux frais du Client", "à la charge du bailleur". Pure."""

from __future__ import annotations

import re

from assistant.wording.duty import FUNCTION_WORDS, PARTY_WORDS, party_stem

_NO_PARTY = "|".join(sorted(word for word in FUNCTION_WORDS if word.isalpha()))
_PARTY = rf"(?:(?!(?:{_NO_PARTY})\b)(?-i:[A-ZÀ-Þ])[\w&-]{{1,80}}|(?:{'|'.join(sorted(PARTY_WORDS))}))"
_ARTICLE = r"(?:the\s+|la\s+|le\s+|l['’]\s?)?"
_OF_A_PARTY = re.compile(
    rf"\bat\s+(?:the\s+)?(?P<owner>{_PARTY})(?:['’]s|s['’])\s+(?:own\s+|sole\s+)?(?:expense|costs?|charge)\b|"
    rf"\bat\s+the\s+(?:sole\s+)?(?:expense|costs?|charge)\s+of\s+the\s+(?P<payer>{_PARTY})|"
    rf"\baux\s+frais\s+(?:exclusifs\s+)?(?:de\s+{_ARTICLE}|du\s+|d['’])(?P<payeur>{_PARTY})|"
    rf"\bà\s+la\s+charge\s+(?:exclusive\s+)?(?:de\s+{_ARTICLE}|du\s+|d['’])(?P<porteur>{_PARTY})",
    re.IGNORECASE,
)
_ITS_OWN = re.compile(
    r"\bat\s+(?:its|their|his|her)\s+(?:own\s+|sole\s+)*(?:expense|costs?|charge)\b|"
    r"\bà\s+ses\s+(?:propres\s+|seuls\s+)?frais\b|\bà\s+sa\s+(?:seule\s+)?charge\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?P<party>{_PARTY})(?:,[^,.;]{{1,60}},)?\s+(?:shall|must|may|will|can|qui|who|which|doit|peut|s[’']engage|"
    rf"(?-i:[a-zà-ÿ]{{3,}}(?:e|s|t)))\b",
    re.IGNORECASE,
)


def payers(text: str, language: str) -> frozenset[str]:
    """The parties at whose expense something is done, as `assistant.wording.duty.party_stem` knows them; empty when none is named plainly.

    "Its own" is the expense of the last party before it that has a verb, since a pronoun between them stands for it.

    Args:
        text: sentences in English or French.
        language: "en" or "fr".
    """
    found = {next(filter(None, match.groups())) for match in _OF_A_PARTY.finditer(text)}
    for match in _ITS_OWN.finditer(text):
        before = list(_SUBJECT.finditer(text, 0, match.end()))
        found.update(subject["party"] for subject in before[-1:])
    return frozenset(party_stem(party, language) for party in found)
