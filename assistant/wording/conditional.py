"""Whether a statement depends on something: "if the Client fails to pay, …", "only once both have signed". Pure."""

from __future__ import annotations

import re

_CONDITION = re.compile(
    r"\b(?:if|when|where|unless|once|only|except|until|after|before|si|s['’]il|lorsqu\w*|quand|sauf|seulement|uniquement|après|avant|"
    r"tant que|dès que)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(  # behind its number and heading
    r"^[^,;]{0,80}?\b(?-i:If|Where|When|Unless|Once|Should|In the event|Si|S['’]il|Lorsqu\w*|Quand|Dans le cas|En cas)\b",
    re.IGNORECASE,
)


def is_conditional(text: str) -> bool:
    """Whether a text names a condition, an exception or a time on which what it says depends."""
    return bool(_CONDITION.search(text))


def opens_with_condition(sentence: str) -> bool:
    """Whether a sentence begins with its condition, behind its number and heading."""
    return bool(_OPENS.match(sentence))
