"""Clauses that a text names ("clause 23.2"), and the ordinals of its periods ("the fifth Business Day"). Pure."""

from __future__ import annotations

import re

from assistant.values.figures import UNIT_WORDS
from ingest.words import fold

_CLAUSE = re.compile(
    r"\b(?:clause|article|section|paragraph|paragraphe)s?\s+(?P<numbers>\d+(?:\.\d+)*(?:(?:,|\s+and|\s+et|\s+or|\s+ou|\s+to|\s+a)\s+\d+(?:\.\d+)*)*)"
)
_ORDINALS = (
    "second seconde deuxieme 2nd 2e|third troisieme 3rd 3e|fourth quatrieme 4th 4e|fifth cinquieme 5th 5e|sixth sixieme 6th 6e|"
    "seventh septieme 7th 7e|eighth huitieme 8th 8e|ninth neuvieme 9th 9e|tenth dixieme 10th 10e"
)
_ORDINAL_OF = {word: n for n, words in enumerate(_ORDINALS.split("|"), 2) for word in words.split()}
_ORDINAL = re.compile(
    rf"\b({'|'.join(_ORDINAL_OF)})\s+(?:\(\w+\)\s+)?({'|'.join(sorted(UNIT_WORDS - {'%', '€', '$', '£'}))})\b"
)


def places_held(sentence: str, source: str) -> bool:
    """Whether every clause that a sentence names by its number is named by its source.

    Args:
        sentence: one sentence, in English or French.
        source: the words that it rests on, and how the clauses are called in which they stand.
    """
    numbers = {
        number
        for match in _CLAUSE.finditer(fold(sentence))
        for number in re.findall(r"\d+(?:\.\d+)*", match["numbers"])
    }
    held = set(re.findall(r"\d+(?:\.\d+)*", source))
    return all(number in held or any(other.startswith(f"{number}.") for other in held) for number in numbers)


def ordinals(text: str) -> set[int]:
    """The ordinals of periods in a text, from the second to the tenth: "the fifth Business Day" gives 5."""
    return {_ORDINAL_OF[match[1]] for match in _ORDINAL.finditer(fold(text))}
