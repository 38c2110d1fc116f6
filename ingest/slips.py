"""Lines that say the same but for the slips of text recognition: a footer is not read alike on each page of a scan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

ALIKE = 0.88  # of the characters: how much of two lines must agree
SHORTEST = 8  # characters that say enough to be compared
MOST_KNOWN = 60  # wordings that a line is compared with, the commonest first


def one_wording(wordings: Iterable[str]) -> dict[str, str]:
    """For each wording the commonest one that differs from it by slips alone, often itself.

    Blanks and punctuation do not count.
    """
    known: list[tuple[str, str]] = []
    names: dict[str, str] = {}
    for words, _ in Counter(wordings).most_common():
        letters = "".join(c for c in words if c.isalnum() or c == "#")
        near = next((name for name, other in known if _alike(letters, other)), None)
        if near is None and len(known) < MOST_KNOWN and len(letters) >= SHORTEST:
            known.append((words, letters))
        names[words] = near or words
    return names


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if len(one) < SHORTEST or abs(len(one) - len(other)) > (1 - ALIKE) * (len(one) + len(other)):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
