"""Texts made comparable: quotation marks, dashes, ligatures and spaces in one form."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u00b4`"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

_SAME = {
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_INVISIBLE, ""),
}


@lru_cache(maxsize=4096)
def fold_character(character: str) -> str:
    """One character in its plain form: none, one or several characters (a ligature gives its letters).

    Any white space gives one ordinary space; other characters take their compatibility form (Unicode NFKC).
    """
    if character in _SAME:
        return _SAME[character]
    if character.isspace():
        return " "
    return unicodedata.normalize("NFKC", character)


def fold(text: str) -> str:
    """The text in lower case, in plain characters, with one space for each run of white space."""
    # Composed first, so that a letter followed by a combining accent equals the accented letter.
    plain = "".join(fold_character(c) for c in unicodedata.normalize("NFC", text))
    return " ".join(plain.lower().split())
