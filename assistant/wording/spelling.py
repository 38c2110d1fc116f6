"""Words that were mistyped, and what was meant: a word that the contracts do not know, one slip away from one that contracts use,
or two of their words typed together.

The words are those of the lexicon. A slip is a letter too many, too few or another one, or two letters exchanged (Damerau 1964); long
words may have two.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from assistant.wording.joined import parted
from assistant.wording.lexicon import LANGUAGES, words_of_terms
from ingest.words import fold

SHORTEST_MENDED = 6
"""Letters; shorter words are one slip away from too many others."""
LONG = 9
"""Letters from which on a word may have two slips."""
_KEPT = 4_096  # mistyped words that are remembered
_WORD = re.compile(r"[^\W\d_]+")


def mended(text: str, language: str, is_known: Callable[[str], bool]) -> str:
    """The text with its mistyped words as they were meant, where one word alone is nearest.

    Args:
        text: a question, as typed.
        language: "en" or "fr".
        is_known: whether a folded word stands in what is searched; such a word is left as it is.
    """

    def meant(match: re.Match[str]) -> str:
        word = fold(match.group())
        if len(word) < SHORTEST_MENDED or any(word in words_of_terms(each) for each in LANGUAGES) or is_known(word):
            return match.group()
        return _nearest(word, language) or _apart(word, is_known) or match.group()

    return _WORD.sub(meant, text)


def _apart(word: str, is_known: Callable[[str], bool]) -> str | None:
    """A word that was typed together as what is searched has it, "sub-processor" of "subprocessor"; None where it cannot be told."""
    found = list(parted(word, is_known))
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=_KEPT)
def _nearest(word: str, language: str) -> str | None:
    """The one word that is fewest slips away and begins alike; None where none or several are."""
    most = 2 if len(word) >= LONG else 1
    near = {
        other: count
        for other in words_of_terms("fr" if language == "fr" else "en")
        if other.isalpha()
        and _alike(word, other)
        and abs(len(other) - len(word)) <= most
        and (count := slips(word, other)) <= most
    }
    best = [other for other, count in near.items() if count == min(near.values())]
    return best[0] if len(best) == 1 else None


def _alike(word: str, other: str) -> bool:
    """Whether two words begin alike, and end alike where they are as long: "counterparty" is no slip for "counterparts"."""
    return other[0] == word[0] and (len(other) != len(word) or other[-1] == word[-1])


def slips(one: str, other: str) -> int:
    """How many slips two words are apart."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
