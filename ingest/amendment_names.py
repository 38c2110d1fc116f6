"""What documents that amend a contract are called beside "amendment" and "avenant". Pure.

"Variation" alone is what prices do, and a change order may be a form in an annex: the one names a document by its number alone, the other
also in a title that names no annex.
"""

from __future__ import annotations

_CHANGE = (
    r"(?:contract\s+)?(?:change|variation)\s+(?:order|notice|agreement|deed|letter|note)s?\b"
    r"(?!\s+(?:form|template|procedure|process|request)s?\b)|ordres?\s+de\s+(?:modification|changement)\b"
)
_SIGN = r"(?:\s+(?:no\.?|number|num[ée]ro)|\s*(?:n\s?[°º]\.?|\#))?\s*"
KINDS = rf"(?:amendment|avenant|variation|modificatif|{_CHANGE})"
"""What bears a number among the amendments of a contract."""
NUMBERED = rf"{KINDS}{_SIGN}\d{{1,3}}\b(?!\s*%|[.,]\d)"
"""An amendment with its number in figures: "Amendment No. 1", "Variation 2", "ordre de modification n° 3"."""
TITLE = (
    rf"\b(?:deed|letter|agreement)\s+of\s+variation\b|\b{NUMBERED}|"
    rf"^(?!.*\b(?:annexe?|schedule|exhibit|appendix|attachment)\b).*\b(?:{_CHANGE})"
)
"""In the title or the file's name of a document that amends another."""
SAID = rf"\b{NUMBERED}|\bdeeds?\s+of\s+variation\b|\b(?:a|the|une)\s+variations?\b|\b(?:{_CHANGE})"
"""Where another document names one, as an order of precedence does."""
