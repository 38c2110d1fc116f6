"""Defined names of the condition on which a sentence depends: "due to a Suspension Event", « en cas de Manquement Grave ». Pure.

Without its definition such a sentence does not say when it holds.
"""

from __future__ import annotations

import re

_ENGLISH = r"[A-Z][\w’'-]{2,30}(?: (?:of |in )?[A-Z][\w’'-]{2,30}){1,3}"
_FRENCH = r"[A-ZÀ-Þ][\w’-]{2,30}(?: (?:de |du |d['’])?[A-ZÀ-Þ][\w’-]{2,30}){1,3}"
_TERM = re.compile(
    r"\b(?:due to|because of|upon|in the event of|in case of|following|after|experiences?|suffers?|subject to|during|in respect of|"
    rf"caused by|if there (?:is|are)|is not) (?:(?:an?|any|the|such|each) )?(?P<term>{_ENGLISH})|"
    r"\b(?:[Ee]n cas|à la suite|du fait|en raison|lors|en présence) (?:de la |de l['’]|d['’]une? |du |des |de |d['’])"
    rf"(?P<nom>{_FRENCH})|\b(?:pendant|après|si) (?:la |le |l['’]|une? )(?P<temps>{_FRENCH})"
)


def condition_terms(text: str) -> list[str]:
    """The names in a text that stand for a condition, each once, in its order; whether they are defined is not looked at.

    Args:
        text: a quote, in English or French.
    """
    found = (
        match["term"] or match["nom"] or match["temps"] for match in _TERM.finditer(" ".join(text[:2_000].split()))
    )
    return list(dict.fromkeys(found))
