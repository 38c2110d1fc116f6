"""Abbreviations of service contracts in full, as their meaning is compared: "RPO" is "recovery point objective (RPO)". Pure.

An embedder knows the words and not the letters; as typed, the letters stay, since a contract may use them too.
"""

from __future__ import annotations

import re

_FULL = {
    "rpo": ("recovery point objective", "perte de données maximale admissible"),
    "pdma": ("recovery point objective", "perte de données maximale admissible"),
    "rto": ("recovery time objective", "durée maximale d’interruption admissible"),
    "dmia": ("recovery time objective", "durée maximale d’interruption admissible"),
    "mttr": ("mean time to repair", "temps moyen de réparation"),
    "gtr": ("guaranteed time to restore the service", "garantie de temps de rétablissement"),
    "gti": ("guaranteed response time", "garantie de temps d’intervention"),
    "drp": ("disaster recovery plan", "plan de reprise d’activité"),
    "pra": ("disaster recovery plan", "plan de reprise d’activité"),
    "bcp": ("business continuity plan", "plan de continuité d’activité"),
    "pca": ("business continuity plan", "plan de continuité d’activité"),
    "nda": ("non-disclosure agreement", "accord de confidentialité"),
}
_ANY = re.compile(rf"\b(?:{'|'.join(_FULL)})\b", re.IGNORECASE)


def in_full(question: str, language: str) -> str:
    """A question with its abbreviations in full before them; itself where it has none.

    Args:
        question: as typed.
        language: of the question, "en" or "fr".
    """
    return _ANY.sub(lambda found: f"{_FULL[found.group().lower()][language == 'fr']} ({found.group()})", question)
