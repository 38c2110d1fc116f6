"""The quote that caps a rise or a credit. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.values.figures import figures
from ingest.words import fold

_CAPPED = re.compile(
    r"\b(?:not exceed\w*|capped|(?:no|not) more than|at most|plafonn\w+|au (?:plus|maximum)|limit\w*|"
    r"sans (?:pouvoir )?(?:exceder|depasser)|"
    r"ne (?:peu\w+|saurai\w+|pourra\w*|doi\w+) (?:pas )?(?:exceder|depasser))\b"
)


def find_cap(
    quotes: Sequence[str], what: re.Pattern[str], unless: re.Pattern[str] | None = None
) -> tuple[int, float] | None:
    """The place of the quote that caps something, with its percentage; None where none does or several differ.

    Args:
        quotes: the contract's words.
        what: tells the quotes that are about it, in folded words.
        unless: tells those that are about something else after all.
    """
    found = []
    for number, quote in enumerate(quotes):
        for sentence in quote.split(". "):
            folded = fold(sentence)
            rates = [figure.value for figure in figures(sentence) if figure.unit == "percent"]
            other = unless is not None and unless.search(folded)
            if len(rates) == 1 and _CAPPED.search(folded) and what.search(folded) and not other:
                found.append((number, rates[0]))
    return found[0] if len({rate for _, rate in found}) == 1 else None
