"""A question without the names of the parties: what it means within their contract. Pure.

Within one contract the parties' names tell no clause apart, yet they draw the question's vector to the page where they are introduced
(docs/retrieval.md). A name is taken out with what hangs on it: "d'IBM", "IBM's".
"""

from __future__ import annotations

import re
from collections.abc import Callable

_WORD = re.compile(r"(?:\b[dl]['’])?(?P<word>[^\W_]+(?:-[^\W_]+)*)(?:['’]s\b)?", re.IGNORECASE)
_EMPTY = re.compile(r"\(\s*\)")
_BEFORE_MARK = re.compile(r"(?<!\s)\s++(?=[,.])")
_FEWEST = 2  # words; a question of fewer is left as it is


def nameless(question: str, is_named: Callable[[str], bool]) -> str:
    """The question without the words that name a party; the question itself when hardly a word is left.

    Args:
        question: as typed.
        is_named: whether a word of it, as typed, names a party.
    """
    left = _WORD.sub(lambda match: "" if is_named(match["word"]) else match.group(), question)
    left = " ".join(_BEFORE_MARK.sub("", _EMPTY.sub("", left)).split()).lstrip(" ,:;.")
    return left if len(_WORD.findall(left)) >= _FEWEST else question
