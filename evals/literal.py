"""Does an answer contain a literal? The floor under `correct`."""

from __future__ import annotations

import re

from evals.folding import fold


def has(text: str, alternatives: str) -> bool:
    """Whether one of the literals, separated by ``|``, occurs in the text.

    Case, quotation marks, dashes and runs of spaces make no difference. A literal that begins or ends with a digit
    does not touch another digit there: "4 hours" is not in "24 hours".
    """
    folded = fold(text)
    return any(_occurs(fold(literal), folded) for literal in alternatives.split("|"))


def _occurs(literal: str, text: str) -> bool:
    before = r"(?<!\d)" if literal[:1].isdigit() else ""
    after = r"(?!\d)" if literal[-1:].isdigit() else ""
    return bool(literal) and re.search(before + re.escape(literal) + after, text) is not None
