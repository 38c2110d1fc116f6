"""By which names the contracts of a library go, kept so that a question need not be held against every contract."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from assistant.naming.contract_names import GENERIC, SHORTEST, name_words, written_together
from assistant.wording.spelling import LONG, SHORTEST_MENDED, slips
from ingest.record import ContractRecord
from ingest.words import fold

BEGINS = 8
"""Letters of what may begin a name by itself, two words together say; fewer begin too many."""
_PLAIN_WORD = re.compile(r"[^\W_]+")


class NameBook:
    """The contracts by their words and by their whole names. Made once for each state of a library; not to be changed.

    Args:
        contracts: all of them, in the order in which they are to be given.
    """

    def __init__(self, contracts: Sequence[ContractRecord]) -> None:
        self.contracts = tuple(contracts)
        self.documents = {d.id: (c.name, d.language) for c in contracts for d in c.documents}
        """The contract and the language of each document, by its id."""
        self.documents_of = {c.name: tuple(d.id for d in c.documents) for c in contracts}
        """The ids of the documents of each contract, by its name."""
        self._by_word: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[str, set[int]] = defaultdict(set)
        for place, contract in enumerate(contracts):
            for word in name_words(contract) | written_together(contract):
                self._by_word[word].append(contract.name)
            for name in (contract.name, *contract.aliases):
                self._by_name[plain(name)].add(place)
        self._words = sorted(self._by_word)
        self._longest = max((len(name.split()) for name in self._by_name), default=0)

    def called(self, word: str) -> set[str]:
        """The names of the contracts of whose names a folded word is one."""
        return set(self._by_word.get(word, ()))

    def begun_by(self, word: str) -> set[str]:
        """The names of the contracts of whose names a folded word begins a longer one."""
        if word in GENERIC:
            return set()
        return {name for each in self._beginning(word) if each != word for name in self._by_word[each]}

    def nearly(self, word: str) -> set[str]:
        """The names of the contracts of whose names a word is the fewest slips away from one (`assistant.wording.spelling`).

        None for short words.
        """
        if len(word) < SHORTEST_MENDED or not word.isalpha() or word in GENERIC:
            return set()
        most = 2 if len(word) >= LONG else 1
        first, end = bisect_left(self._words, word[0]), bisect_left(self._words, chr(ord(word[0]) + 1))
        near = {
            each: count
            for each in self._words[first:end]
            if abs(len(each) - len(word)) <= most and (count := slips(word, each)) <= most
        }
        fewest = min(near.values(), default=0)
        return {name for each, count in near.items() if count == fewest for name in self._by_word[each]}

    def is_joined(self, word: str) -> bool:
        """Whether two words that were typed apart, written together here, are one of a name, or begin a long one ("health gate")."""
        return word in self._by_word or (len(word) >= BEGINS and next(self._beginning(word), None) is not None)

    def _beginning(self, word: str) -> Iterator[str]:
        if word in self._by_word:
            yield word
        if len(word) < SHORTEST:
            return
        for place in range(bisect_left(self._words, word), len(self._words)):
            if not self._words[place].startswith(word):
                return
            yield self._words[place]

    def spelled_in(self, text: str) -> list[ContractRecord]:
        """The contracts whose whole name, or an alias, stands in a text, in their order."""
        words = plain(text).split()
        runs = (
            f" {' '.join(words[start:end])} "
            for start in range(len(words))
            for end in range(start + 1, min(len(words), start + self._longest) + 1)
        )
        places = {place for run in runs for place in self._by_name.get(run, ())}
        return [self.contracts[place] for place in sorted(places)]


def plain(text: str) -> str:
    """The folded words of a text between single spaces, one at each end, so that only whole words are found in it."""
    return f" {' '.join(_PLAIN_WORD.findall(fold(text)))} "
