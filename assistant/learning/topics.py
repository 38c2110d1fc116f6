"""The seven topics by which a newcomer learns a contract, and the words and documents that belong to each. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from ingest.document import Role
from ingest.words import fold


class Topic(StrEnum):
    """A topic, in the order of a tour."""

    WHO = "who"
    WHAT = "what"
    LEVELS = "service levels"
    MONEY = "money"
    GOVERNANCE = "governance"
    DATA = "data"
    EXIT = "exit"


ROLES = {
    Role.SERVICE_LEVELS: Topic.LEVELS,
    Role.PRICING: Topic.MONEY,
    Role.QUALITY_PLAN: Topic.GOVERNANCE,
    Role.DATA_PROTECTION: Topic.DATA,
    Role.EXIT_PLAN: Topic.EXIT,
}
"""The topic of which a whole document of that role is about."""

MAIN = frozenset((Topic.WHO, Topic.WHAT))
"""The topics that the main document alone tells."""

_WORDS: dict[Topic, str] = {
    Topic.WHO: r"part(?:y|ies)\b|key personnel|personnel|representatives?|subcontract|sub-contract|sous-trait|affiliates?|interlocuteurs?|"
    r"intervenants?|equipe|assignment|cession",
    Topic.WHAT: r"\bservices?\b(?! levels?)|scope|\bobject\b|purpose|statement of work|deliverables?|objet|perimetre|prestations?|"
    r"acceptance|recette|obligations? (?:of|du|de la) ",
    Topic.LEVELS: r"service levels?|response|resolution|availab|incidents?|service credits?|niveaux? de service|disponibilite|penalites?|"
    r"retablissement|prise en charge|support|indicateurs?",
    Topic.MONEY: r"charges\b|fees?\b|pric(?:e|es|ing)\b|payment|invoic|indexation|prix|paiement|factur|redevance|revision|tarif|"
    r"financ|benchmark|expenses|taxes",
    Topic.GOVERNANCE: r"governance|committee|comites?|gouvernance|pilotage|reporting|reviews?\b|escalation|escalade|audits?|"
    r"change control|changements?|meetings?|reunions?|quality|qualite",
    Topic.DATA: r"\bdata\b|confidential|security|donnees|securite|personal|privacy|sauvegarde|backup",
    Topic.EXIT: r"terminat|\bexit\b|expir|reversib|resiliation|\bduree\b|\bterm\b(?!s)|\bterme\b|transition|handover|renewal|reconduction",
}
_PATTERNS = {topic: re.compile(rf"\b(?:{words})") for topic, words in _WORDS.items()}


def topics_of(texts: Iterable[str]) -> frozenset[Topic]:
    """The topics whose words stand in any of the texts, in English or French."""
    folded = [fold(text) for text in texts]
    return frozenset(
        topic for topic, pattern in _PATTERNS.items() if any(pattern.search(each) is not None for each in folded)
    )


NAMES: dict[str, dict[str, str]] = {
    "en": {
        "who": "Who",
        "what": "What",
        "service levels": "Service levels",
        "money": "Money",
        "governance": "Governance",
        "data": "Data",
        "exit": "Exit",
    },
    "fr": {
        "who": "Qui",
        "what": "Quoi",
        "service levels": "Niveaux de service",
        "money": "Argent",
        "governance": "Gouvernance",
        "data": "Données",
        "exit": "Sortie",
    },
}
"""What the topics are called, by language."""
