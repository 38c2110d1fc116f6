"""Which words a passage holds that holds a phrase. Pure.

A phrase may begin and end within a word ("orking hou"), so that its first word tells nothing, and its last one what a word begins with.
What stands between is whole, and so is in the word index as it stands in the phrase; a phrase that stands nowhere is then told from
postings, and no text need be opened for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from ingest.words import flat, stems, tokens

LANGUAGES = ("en", "fr")
SHORTEST = 3
"""Letters of what a last word begins with; fewer begin too many words to tell anything."""
KEPT = 2
"""Letters at the beginning of a word of `SHORTEST` letters or more that its stem keeps."""
_REPLACED = 2  # letters at most that a stemmer writes at the end in place of others ("constamment": "constant")


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """The stems of each whole word of a phrase (one for each language, where these differ), and what its last word begins with.

    Either may be missing: of "working hours" the second word is known to be begun, and of "liability" nothing is.
    """

    whole: tuple[frozenset[str], ...]
    begun: str = ""

    @classmethod
    def of(cls, phrase: str) -> PhraseWords:
        """The words of a phrase; numbers are left out, since what stands beside them tells how they are read ("1 500")."""
        parts = flat(phrase).split(" ")
        inner = dict.fromkeys(word for part in parts[1:-1] for word in tokens(part) if word.isalpha())
        last = parts[-1] if len(parts) > 1 else ""
        begun = last if len(last) >= SHORTEST and last.isalpha() else ""
        # long words are rare as a rule: what they leave is little to hold the others against
        return cls(tuple(_stems(word) for word in sorted(inner, key=len, reverse=True)), begun)

    def __bool__(self) -> bool:
        """Whether the words tell anything."""
        return bool(self.whole or self.begun)

    def may_begin(self, stem: str) -> bool:
        """Whether a stem may be that of a word that begins as the last one of the phrase does."""
        pairs = zip(stem, self.begun, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        return shared == len(self.begun) or shared >= max(KEPT, len(stem) - _REPLACED)


def _stems(word: str) -> frozenset[str]:
    return frozenset(stem for language in LANGUAGES for stem in stems(word, language))
