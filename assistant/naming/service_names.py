"""Names of services that are written in capitals: "VM" in "what availability is promised for VMs?". Pure."""

from __future__ import annotations

import re

from ingest.words import fold

_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9]+(?=s?\b)")
_NONE = frozenset("eur usd gbp sla slas ht ttc".split())
_TYPED = re.compile(r"[^\W\d_]{2,}")


def service_names(text: str) -> set[str]:
    """The names, folded; none of a text that is typed in capitals altogether.

    Args:
        text: a question.
    """
    if all(word.isupper() for word in _TYPED.findall(text)):
        return set()
    return {fold(name) for name in _CAPITALS.findall(text)} - _NONE
