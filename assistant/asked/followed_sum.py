"""What a question asks of a sum that the question before it asked for: "is that capped?" after "what penalty if it is exceeded?". Pure."""

from __future__ import annotations

import re

from assistant.values.hours import spans_of_hours

_SUM = re.compile(
    r"\b(?:penalt(?:y|ies)|credits?|fees?|prices?|costs?|charges?|interest|compensation|damages|refunds?|indemnit(?:y|ies)|"
    r"deductions?|rebates?|pénalités?|avoirs?|redevances?|prix|coûts?|frais|intérêts?|dédommagements?|dommages-intérêts|"
    r"remboursements?|réfactions?|indemnités?)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:caps?|capped|uncapped|ceiling|max(?:imum)?|limit(?:s|ed)?|plafon\w{0,6}|maxim(?:um|al|ale)|limit(?:e|es|é|ée|és|ées))\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:(?:within|in) )?how (?:long|fast|soon|quick(?:ly)?)\b|\b(?:within|in) how (?:many|much) (?:hours|days|time)\b|"
    r"\b(?:en|sous|dans|pendant) (?:combien de (?:temps|jours|heures)|quels? délais?)\b|\bcombien de (?:temps|jours|heures)\b",
    re.IGNORECASE,
)


def names_sum(text: str) -> bool:
    """Whether a question names a sum of money: a penalty, a credit, a fee."""
    return bool(_SUM.search(text))


def asks_limit_of_it(text: str) -> bool:
    """Whether a question asks how far something goes, and does not say of what: "is it capped?", "y a-t-il un maximum ?"."""
    return bool(_LIMIT.search(text)) and not names_sum(text)


def without_time_asked(text: str) -> str:
    """A question without how long something takes and at which hours, which say nothing of a sum: "P2, fixed how fast, at night"."""
    for start, end in reversed(spans_of_hours(text)):
        text = f"{text[:start]} {text[end:]}"
    left = _TIME.sub(" ", text).split()
    return re.sub(r"(?<!\s)\s(?=[,?.])", "", " ".join(left)).strip(" ,?.!")
