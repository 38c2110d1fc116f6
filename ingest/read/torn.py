"""Words that a narrow cell tears without a hyphen: "Frequenc" on one line, "y" on the next.

A printer breaks a word in its middle only where the word alone is wider than the cell; so the first part stands alone on its line
and has no room for the next letter. As a column is often just as wide as its longest word, the second part must also be the
ending of a word and no word by itself, or the page must print the whole word elsewhere.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

from ingest.read.tokens import Token

SHORTEST = 3  # letters of a first part
# Endings of English and French words, none of which is a word or a unit by itself.
_ENDINGS = frozenset(
    "e s y r es ed er ly al ty cy ry ds nt ts ns té és ée ées ing ity ies ion ions tion tions sion sions ment ments ance ence ité ités eur"
    " eurs".split()
)


def goes_on(cell: Sequence[Token], left: float, right: float, printed: Collection[str]) -> list[Token]:
    """The words of a cell that go on with the one before them.

    Args:
        cell: its words in reading order.
        left: where the cell begins, in points.
        right: where it ends, in points.
        printed: the words of the page in small letters.
    """
    if len(cell) < 2:
        return []
    edge = right - max(min(token.x0 for token in cell) - left, 0.0)
    return [
        after
        for i, (before, after) in enumerate(itertools.pairwise(cell))
        if after.baseline > before.baseline
        and (i == 0 or cell[i - 1].baseline < before.baseline)
        and (i + 2 == len(cell) or cell[i + 2].baseline > after.baseline)
        and before.style == after.style
        and _is_torn(before, after, edge, printed)
    ]


def _is_torn(before: Token, after: Token, edge: float, printed: Collection[str]) -> bool:
    first, rest = before.text, after.text
    if not (first.isalpha() and rest.isalpha() and rest.islower() and len(first) >= SHORTEST):
        return False
    letter = (after.x1 - after.x0) / len(rest)
    if before.x1 + letter <= edge:
        return False
    return rest in _ENDINGS or (first + rest).lower() in printed
