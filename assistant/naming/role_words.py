"""The documents that a question names by what they are: "in the SLA", "dans le DPA", "the exit plan"."""

from __future__ import annotations

import re

from ingest.amendment_names import NUMBERED
from ingest.document import Role
from ingest.role_names import OF_ANNEXES

PATTERNS: tuple[tuple[Role, str], ...] = (
    *OF_ANNEXES,
    (Role.AMENDMENT, rf"\bamendments?\b|\bavenants?\b|\bamendements?\b|\b{NUMBERED}"),
    (
        Role.FRAMEWORK,
        r"\b(?:framework|master|main) (?:services )?(?:agreement|contract)\b|\bmsa\b|\bgeneral (?:terms|conditions)\b|"
        r"\bcontrat[- ]cadre\b|\bconditions g[ée]n[ée]rales\b|\bcgvu?\b|\bcgu\b",
    ),
)


WITHIN = r"\b(?:in|under|within|per|according to|dans|selon|sous|d['’]après|en vertu d[eu']|aux termes d[eu'])\s*"
_ARTICLE = r"(?:(?:the|our|their|its|this|le|la|l['’]|les|notre|nos|leur|ce|cette|cet)\s*)?"


def roles_searched(text: str) -> frozenset[Role]:
    """The roles of the documents that a text wants looked into: "in the SLA, how long …", "que prévoit … dans le DPA ?".

    Args:
        text: a question, in English or French.
    """
    return frozenset(
        role for role, pattern in PATTERNS if re.search(f"{WITHIN}{_ARTICLE}(?:{pattern})", text, re.IGNORECASE)
    )


def roles_named(text: str) -> frozenset[Role]:
    """The roles of the documents that a text names.

    Args:
        text: a question, in English or French.
    """
    return frozenset(role for role, pattern in PATTERNS if re.search(pattern, text, re.IGNORECASE))
