"""What the annexes of a contract are called by what they hold: "the SLA", "annexe tarifaire", "the exit plan". Pure."""

from __future__ import annotations

import re

from ingest.document import Role

OF_ANNEXES: tuple[tuple[Role, str], ...] = (
    (
        Role.SERVICE_LEVELS,
        r"\bslas?\b|\bservice levels? (?:agreement|annex|schedule)\b|\b(?:annexe|accord) \w* ?niveaux? de service",
    ),
    (
        Role.DATA_PROTECTION,
        r"\bdpas?\b|\bdata (?:protection|processing) (?:agreement|annex|addendum|schedule|terms)\b|\bannexe (?:sur les )?donn[ée]es\b",
    ),
    (Role.EXIT_PLAN, r"\b(?:exit|reversibility|transition) plan\b|\bplan de (?:r[ée]versibilit[ée]|sortie)\b"),
    (Role.QUALITY_PLAN, r"\bquality (?:assurance )?plan\b|\bpaq\b|\bplan (?:d.)?(?:assurance )?qualit[ée]\b"),
    (
        Role.PRICING,
        r"\b(?:pricing|price|charges) (?:annex|schedule|list)\b|\bannexe (?:financi[èe]re|tarifaire)\b|\bgrille tarifaire\b",
    ),
)
_WORD = r"(?:\b(?:annexe?|schedule|exhibit|appendix|attachment) )?"
NAMED = re.compile("|".join(f"{_WORD}(?:{pattern})" for _, pattern in OF_ANNEXES), re.IGNORECASE)
"""An annex by what it holds, with the word "annex" where that stands before it."""


def annex_role(said: str) -> Role | None:
    """The role of the annex that a text names by what it holds; None where it names none."""
    flat = " ".join(said.split())
    return next((role for role, pattern in OF_ANNEXES if re.search(pattern, flat, re.IGNORECASE)), None)
