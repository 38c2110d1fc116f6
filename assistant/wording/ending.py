"""Ending a contract: whether a question asks how to and names no ground, whether a text lets end it without one or on one. Pure; English
and French.

Who asks how to get out of a contract wants the way that is open to them, and not first what a breach of the other party would allow.
"""

from __future__ import annotations

import re

from ingest.words import fold

_OUT = (
    r"(?:terminat\w+|cancel\w*|quit\w*|exit\w*|leav(?:e|ing)|withdraw\w*|(?:get|getting|pull|pulling|opt|opting) out|walk\w* away|"
    r"(?:end|stop)(?:ing)? (?:this|the|our) (?:contract|agreement|deal))\b"
)
_SORTIR = (
    r"(?:resilier|resilie|rompre|denoncer|(?<!a )partir|sortir|quitter|se retirer|mettre (?:fin|un terme)|"
    r"arreter (?:ce|le|notre) (?:contrat|accord))\b"
)
_ASKED = re.compile(
    rf"\b(?:can|may|could|do|does|must|should|to|of) (?:\w+ ){{0,3}}?{_OUT}|\b{_SORTIR}|^(?:terminat\w+|resiliation)\b"
)
_SUBJECT = re.compile(  # what is let go is a person, a thing or a sum, or what is asked for is what follows from the end
    r"\b(?:who|whom|whose|how much (?!notice)|price|costs?|fees?|pay|penalt\w+|indemn\w+|data|staff|employees?|premises|sites?|"
    r"qui|combien|prix|frais|couts?|payer|donnees|salaries?|personnel|locaux)\b"
)
_INTERROGATIVE = re.compile(r"^\W*(?:(?:and|so|et|alors)\W+)?(?:when|from when|a partir de quand|quand)\b")
_PREMISE = re.compile(r"^\W*(?:since|as|because|given that|puisque|comme|etant donne que)\b[^,?]{1,150},")
_CIRCUMSTANCE = re.compile(
    r"\b(?:if|when|where|after|once|upon|because|for (?!convenience|any|no|good)\w+|breach\w*|default\w*|cause|control|insolven\w*|"
    r"renew\w*|"
    r"si|s'ils?|lorsqu\w*|quand|apres|une fois|en cas|pour (?!convenance)\w+|manquement\w*|faute\w*|motif|controle|reconduction\w*)\b"
)
_WITHOUT = re.compile(
    r"\bwithout (?:any |giving (?:any )?)?(?:causes?|reasons?|grounds?)\b|\bsans (?:\w+ )?(?:motifs?|causes?|raisons?)\b"
)
_GROUND = re.compile(
    r"\b(?:breach\w*|default\w*|fail(?:s|ed|ure)?|insolven\w*|bankrupt\w*|receivership|liquidat\w*|force majeure|"
    r"change (?:of|in) control|control of|non-?payment|unable to pay|overdue|unremedied|"
    r"manquement\w*|inexecution|defaillan\w+|defaut|faute\w*|insolvab\w+|liquidation|redressement|"
    r"changement de (?:son )?controle|impaye\w*|cessation des paiements)\b"
)
_ENDS = re.compile(
    r"\b(?:terminat\w+|cancel\w*|withdraw\w*|resili\w+|mett\w* (?:fin|un terme)|denonc\w+|end (?:this|the) (?:contract|agreement))\b"
)
_MAY_END = re.compile(
    r"\b(?:may|can|right to|entitled to|peut|peuvent|droit de|autorise a)\b[^.;]{0,120}?"
    r"\b(?:terminat\w+|cancel|resilier|mettre fin|denoncer)\b"
    r"[^.;]{0,160}?\b(?:notice|preavis)\b|\b(?:terminated|cancelled|resilie)\b[^.;]{0,120}?\b(?:notice|preavis)\b"
)
_CASE = re.compile(
    r"\b(?:if|where|in the event|in case|unless|when(?:ever)?|si|s'il|lorsqu\w*|en cas|quand|a moins)\b|\bpartial\w*\b"
)
_AT_WILL = re.compile(
    r"\bwithout (?:any )?(?:cause|reason|giving (?:any )?reasons?)\b|\bfor (?:its )?convenience\b|\bat any time\b|"
    r"\bfor any (?:or no )?reason\b|"
    r"\b(?:pour|par) convenance\b|\bsans (?:avoir a )?(?:justifi\w+|motif\w*|cause)\b|\ba tout moment\b|\bpour quelque motif\b"
)


def asks_to_end(text: str) -> bool:
    """Whether a question asks how, when or whether one may end the contract, on no ground: "when can we leave?", "comment résilier ?"."""
    told = main_clause(_WITHOUT.sub("", " ".join(fold(text).replace("’", "'").split())))
    return bool(_ASKED.search(told)) and not (_CIRCUMSTANCE.search(told) or _SUBJECT.search(told))


def main_clause(folded: str) -> str:
    """A folded question without what it takes for granted before it asks, and without its "when"."""
    return _INTERROGATIVE.sub("", _PREMISE.sub("", folded))


def is_at_will(text: str) -> bool:
    """Whether a text says that no ground is needed: "without cause", "pour convenance"."""
    return bool(_AT_WILL.search(fold(text)))


def ends_at_will(text: str) -> bool:
    """Whether a text lets end a contract without a ground."""
    return is_at_will(text) and _ends(text)


def may_end_on_notice(text: str) -> bool:
    """Whether a text lets end a contract on a notice, whatever the case."""
    folded = " ".join(fold(text).replace("’", "'").split())
    return bool(_MAY_END.search(folded)) and not (_GROUND.search(folded) or _CASE.search(folded))


def ends_on_no_ground(text: str) -> bool:
    """Whether a text speaks of ending a contract and names no ground for it: no breach, insolvency, change of control, force majeure."""
    return _ends(text) and not _GROUND.search(fold(text))


def _ends(text: str) -> bool:
    return bool(_ENDS.search(fold(text)))
