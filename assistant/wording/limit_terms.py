"""Defined names of limits, and of claims that a limit spares or caps otherwise: "Enhanced Cap", "Plafond Majoré". Pure.

Without its definition such a name says neither how much the limit is nor for what it holds.
"""

from __future__ import annotations

import re

_TERM = re.compile(
    r"\b(?:[A-Z][\w-]{2,30} ){1,2}(?:Caps?|Limits?|Claims?|Loss(?:es)?|Liabilit(?:y|ies)|Damages)\b|"
    r"\b(?:Plafonds?|Limites?|Réclamations?|Dommages?|Préjudices?|Pertes?|Responsabilités?)(?: [A-ZÀ-Þ][\w-]{2,30}){1,2}"
)


def limit_terms(text: str) -> list[str]:
    """The names of that form in a text, each once, in its order.

    Args:
        text: a quote, in English or French.
    """
    return list(dict.fromkeys(match.group() for match in _TERM.finditer(" ".join(text.split()))))
