"""Notice: whether a question asks how much must be given, and whether a text says so. Pure; English and French.

A clause that speaks of a notice and of some other period ("on notice of termination, and in any case nine months before expiry") does
not say how long the notice is. Notice of termination that is asked about without any ground is that of termination at will.
"""

from __future__ import annotations

import re

from assistant.wording.ending import main_clause
from ingest.words import fold

_UNIT = r"(?:hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans?)"
_NUMBER = r"(?:[a-z-]{2,12}(?: [a-z]{2,10}){0,3}? )?\(?\d{0,3}\)?\s?(?:(?:calendar|business|working|clear|full) )?"
_BESIDE = r"(?:,? (?:prior|advance|advanced|previous|written|formal|clear|express|and))"
_BOUND = r"(?:(?:of|is|are|be|shall|must|being|not|no|less|fewer|later|than|at|least|a|an|minimum|period|the|by|for) )"
_ADJECTIVE = r"(?:ecrit|prealable|minimal|minimum|contractuel|reciproque)"
_LENGTH = re.compile(
    rf"\b{_UNIT}\)?(?:'s?)?{_BESIDE}{{0,4}},? notice\b|"
    rf"\bnotice(?: period)?(?: in writing)?[,:]? {_BOUND}{{0,8}}{_NUMBER}{_UNIT}\b|"
    rf"\b(?:notice|preavis) ?: ?(?:\(?[a-z1-9]\)\.? )?(?:(?:of|de|d'|at least|au moins) ?){{0,2}}{_NUMBER}{_UNIT}\b|"
    rf"\bpreavis(?: {_ADJECTIVE}){{0,2}} (?:(?:est|sera|doit|etre|fixe|de|d'|a|au moins|minimum|un|une) ?){{0,6}}{_NUMBER}{_UNIT}\b|"
    rf"\b(?:notifi\w+|prevenant|prevenir|avertissant|averti\w*)\b[^.;]{{0,60}}\b{_UNIT}\b[^.;]{{0,20}}(?:a l'avance|d'avance)\b"
)
_ASKED = re.compile(
    r"\bnotice periods?\b|\bperiods? of notice\b|\bhow much (?:\w+ ){0,2}(?:notice|warning)\b|"
    r"\bhow (?:early|far in advance|long in advance|long before)\b.{0,40}\b(?:tell|say|notif\w+|warn|announce|inform|give notice)\b|"
    r"\bcombien de (?:temps|jours|semaines|mois) (?:a l'avance|d'avance)\b|"
    r"\bhow long (?:is|must|should) (?:the|a|our|their|any) notice\b|"
    r"\bhow many (?:days|weeks|months)(?:'s?)?(?: \w+){0,2} notice\b|\bwhat notice\b|\blength of (?:the )?notice\b|"
    r"\b(?:delais?|durees?|periodes?) (?:de|du) preavis\b|\bquels? (?:est |sont )?(?:le |les )?preavis\b|"
    r"\bcombien (?:de |d'|\w+ de )[^?.;]{0,20}preavis\b|^(?:the |le |un )?(?:notice|preavis)\b"
)
_PURPOSE = re.compile(
    r"\b(?:notice|warning|préavis)\b.{0,60}?\b(?:to|for|before|if|when|pour|avant de|si|lorsque|en cas de)\s(?P<purpose>.{3,200})",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\bnotice periods?\b|\bperiods? of notice\b|\b(?:délais?|durées?|périodes?) (?:de |du )préavis\b",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"\b(?:terminat\w*|cancel\w*|end|resili\w*|rompre|rupture|fin|denonc\w*|quit\w*|leav(?:e|ing)|get(?:ting)? out|walk\w* away|"
    r"pull\w* out|arreter|sortir|(?<!a )partir)\b"
)
_GROUND = re.compile(
    r"\b(?:if|when|where|after|breach\w*|default\w*|cause|control|insolven\w*|convenience|renew\w*)\b|"
    r"\b(?:si|lorsque|quand|apres|en cas|manquement\w*|faute\w*|motif\w*|controle|convenance|"
    r"reconduction\w*)\b"
)


def asks_for_notice(text: str) -> bool:
    """Whether a question asks how long a notice is: "notice period for termination", "quel préavis pour résilier ?"."""
    return bool(_ASKED.search(fold(text)))


def gives_notice(text: str) -> bool:
    """Whether a text says how long a notice is; any other period in it is none of the notice."""
    return bool(_LENGTH.search(" ".join(fold(text).split())))


def asks_at_will(text: str) -> bool:
    """Whether a question about notice is of ending the contract, and names no ground for it."""
    folded = fold(text)
    return asks_for_notice(text) and bool(_ENDING.search(folded)) and not _GROUND.search(main_clause(folded))


def purpose(text: str) -> str:
    """What the notice that a question asks about is given for: "not renew" of "notice to not renew"; empty where it does not say."""
    told = _PURPOSE.search(text)
    return told["purpose"] if told else ""


def subject_alone(text: str) -> str:
    """A text in which "notice period" is "notice": the kind of value that is asked for says nothing of what it is about."""
    return _MEASURE.sub(lambda found: "notice" if "notice" in found.group().lower() else "préavis", text)
