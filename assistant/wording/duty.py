"""Who is bound or allowed: the party that stands before each "shall", "must" or "may". Pure.

Only what is plain is told: a name, or a word for a party, right before the verb, or after "by" in the passive. Where neither
stands, nothing is said, and nothing can be held against a sentence.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.language import ENGLISH, FRENCH
from ingest.words import fold, stems

_VERB = re.compile(
    r"\b(?:shall|must|will|may|can|cannot|undertakes?|agrees?|is (?:entitled|required|obliged)|"
    r"doit|doivent|devra|devront|peut|peuvent|pourra|pourront|s.engage(?:nt|ra)?|est tenue?)\b(?P<passive>\s+(?:not\s+)?be\b|\s+être\b)?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?P<head>[A-ZÀ-Þ][\w&-]{0,60}(?:\s+[A-ZÀ-Þ][\w&-]{0,60}){0,30})(?P<rest>\s+d(?:e|u|es)\s+\w+)?,?\s+(?:\w+ly\s+|ne\s+|n.)?$"
)
_LAST_WORD = re.compile(r"\b(\w+)\s+(?:\w+ly\s+|ne\s+|n.)?$")
_BY = re.compile(r"\b(?:by|par)\s+(?:the\s+|le\s+|la\s+|l.)?(?P<word>\w+(?:\s+(?-i:[A-ZÀ-Þ])\w*)*)", re.IGNORECASE)
_NOT_FREED = re.compile(  # "shall not relieve the Customer of its obligation to pay"
    r"\b(?:relieve|release|discharge|exempt|dispense|libère|exonère|décharge)s?\s+(?:pas\s+)?(?:the\s+|le\s+|la\s+|l.)?"
    r"(?P<party>[A-ZÀ-Þ]\w+)\s+(?:of|from|de|d.)\s"
)
_OTHER_VERB = re.compile(
    r"\b(?:that|which|who|if|when|paid|received|payés?|reçus?|dont|qui|si|lorsqu\w*)\b", re.IGNORECASE
)
_CACHE = 4096  # words
_AGENT_REACH = 120  # characters after a passive verb within which its agent is looked for
PARTY_WORDS = frozenset(
    "supplier provider contractor vendor customer client buyer seller licensor licensee distributor party parties "
    "company consultant subcontractor processor controller bank insurer university agency authority banque mutuelle "
    "caisse assureur sponsor agent administrator trust fund developer manufacturer owner operator member partner affiliate "
    "employer employee borrower lender publisher host trustee shareholder concedant beneficiaire emprunteur preteur "
    "exploitant adherent abonne editeur employeur mandataire mandant licensor licensee franchisor franchisee lessor lessee "
    "assignor assignee aggrieved defaulter winner loser claimant warrantor recipient discloser subprocessor yourside "
    "ourside universite association agence ville commune region hopital etablissement prestataire fournisseur "
    "carrier shipper insured policyholder principal caterer builder auditor laboratory guarantor landowner grantor grantee "
    "transporteur expediteur destinataire assure souscripteur entrepreneur constructeur architecte laboratoire formateur "
    "imprimeur hebergeur integrateur installateur exploitante garant depositaire deposant mainteneur regisseur "
    "titulaire sous-traitant acheteur partie societe responsable adviser advisor servicer conseiller editeur publisher".split()
)
PRONOUNS = frozenset(
    "it they he she we you which who that this there il elle ils elles on nous vous qui ce cela the a an le la les l un une des "
    "each either neither both any all no nobody one chaque aucun aucune toute tout".split()
)

FUNCTION_WORDS = PRONOUNS | frozenset(map(fold, ENGLISH | FRENCH))
"""Words that are no party, though a sentence may begin with one and its capital; folded."""


def bound(text: str, language: str) -> frozenset[str]:
    """The stems of the parties that a text binds or allows, one a party; empty when it names none plainly.

    Args:
        text: one sentence.
        language: its language, "en" or "fr".
    """
    found = set()
    for verb in _VERB.finditer(text):
        word = _agent(text, verb.end()) if verb["passive"] else _subject(text[: verb.start()], language)
        if word and fold(word) not in FUNCTION_WORDS:
            found.add(party_stem(word, language))
    for match in _NOT_FREED.finditer(text):
        found.add(party_stem(match["party"], language))
    return frozenset(found)


@lru_cache(maxsize=_CACHE)
def party_stem(name: str, language: str) -> str:
    """By what a party is known in a text: the stem of a word for one, and a name as it stands, folded."""
    folded = fold(name)
    last = re.findall(r"[\w&]+", folded)[-1:]
    if folded in PARTY_WORDS or folded.removesuffix("s") in PARTY_WORDS or not last:
        return (stems(folded, language) or [folded])[-1]
    return folded


def _subject(before: str, language: str) -> str | None:
    named = _NAMED.search(before)
    if named:
        words = [word for word in named["head"].split() if fold(word) not in FUNCTION_WORDS] or [named["head"]]
        # the head of "Service Provider" is its last word, that of "Prestataire de services" its first
        return words[0] if language == "fr" or named["rest"] else words[-1]
    last = _LAST_WORD.search(before)
    return last[1] if last and fold(last[1]) in PARTY_WORDS else None


def _agent(text: str, after: int) -> str | None:
    other = _OTHER_VERB.search(text, after, after + _AGENT_REACH)
    for match in _BY.finditer(text, after, other.start() if other else after + _AGENT_REACH):
        word = match["word"].split()[-1]
        if fold(word) in PARTY_WORDS or word[0].isupper():
            return word
    return None
