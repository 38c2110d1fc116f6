"""How strongly the words of a question point at contracts: by what these go by, by their parties, and by their texts.

A contract that goes by a word, or of which somebody of that name is a party, is named by it; two of them are named alike, however often
each says it. A proper noun that merely stands in a text points at it, and less.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import dropwhile

from assistant.naming.contract_names import GENERIC, is_common
from assistant.naming.name_book import BEGINS, NameBook
from assistant.naming.party_names import PartyNames
from assistant.values.countries import is_place, places_in
from assistant.wording.lexicon import LANGUAGES
from ingest.index import Index
from ingest.library import Library
from ingest.words import fold, stem_language, stems

NAMED = 2.0
"""What a word of the contract's own name or of a party's counts, against one that only stands in its text."""
_TELLS_LITTLE = 0.25
"""Of that, for a word of a party's name that contracts use as a word ("Media", "Direct"): it takes two."""
_ORDINARY = 1 / 20  # of the contracts; a word in lower case that stands in more others is no name
_OFTEN = 4  # passages; a proper noun that stands in as many is one of the contract's own
_ALL_OVER = 0.2  # of the passages of the documents that name somebody; whoever stands in as many is a party
_MOST_READ = 64  # documents whose parties are looked at for a word; one that stands in more tells little
_THING = re.compile(  # a word in lower case after such an article means a thing: "a quantum of damages"
    r"\b(?:an?|any|une?)\s+(?P<word>[a-zà-ÿ]{3,})\b(?!\s+(?:contract|agreement|deal|contrat|accord)\b)"
)
_CAPITAL = r"[A-ZÀ-Þ][\w&-]{0,60}"
_RUN = re.compile(rf"{_CAPITAL}(?: (?:(?:of|de|du|des|and|et|&) )?{_CAPITAL}){{1,4}}")
_WORD = re.compile(r"[\w&-]+")


@dataclass(frozen=True, slots=True)
class _Strength:
    """How strongly a word points at contracts, by their names; at those ``occurring`` it does no more than stand in their texts."""

    values: Mapping[str, float]
    occurring: Set[str] = frozenset()


class NameEvidence:
    """Weighs the words of questions.

    Args:
        library: whose contracts.
        index: tells in which of their passages a word stands.
    """

    def __init__(self, library: Library, index: Index) -> None:
        self._index = index
        self._parties = PartyNames(library)

    def of(self, text: str, book: NameBook, proper: Set[str] | None) -> dict[str, float]:
        """For each contract that a text names, how much its words point at it (in units of ln of the number of contracts).

        Somebody or something that merely occurs in a contract ("Visa", "Linux") names none: it tells apart those that are named. A place of
        several words ("New York") is no word of anybody's name.

        Args:
            text: a question.
            book: the names of the contracts.
            proper: its proper nouns, folded; they alone point also at contracts in whose text they stand. None to go by the names of
                contracts alone.
        """
        evidence: dict[str, float] = defaultdict(float)
        naming: set[str] = set()
        total = len(book.contracts)
        places = places_in(text)
        aside = {word for place in places if " " in place for word in place.split()}
        aside |= {fold(match["word"]) for match in _THING.finditer(text)} - (proper or set())
        for word in (*_runs(text, proper or ()), *words_of(text, book)):
            if word in aside or (" " in word and word in places):
                continue
            if proper is None:
                found = _Strength(dict.fromkeys(self.named(word, book), _weight(word)))
            else:
                found = self._strength(word, book, " " in word or word in proper)
            if not found.values:
                continue
            if " " in word:  # its words say no more than the whole does: "America" of "Bank of America"
                aside |= {part for part in word.split() if is_common(part) or is_place(part)}
            naming |= found.values.keys() - found.occurring
            rarity = math.log(1 + total / len(found.values)) / math.log(1 + total)
            for name, value in found.values.items():
                evidence[name] += rarity * value
        return {name: value for name, value in evidence.items() if name in naming}

    def _strength(self, word: str, book: NameBook, is_proper: bool) -> _Strength:
        """How strongly a word points at each contract; those at which it does not are left out."""
        if word in GENERIC:
            return _Strength({})
        named = self._going_by(word, book)
        by_text = is_proper and not _is_common_name(word) and not is_place(word)
        passages = self._passages_with(word, book) if named or by_text else self._where_rare(word, book)
        counts = _by_contract(passages, book)
        if not is_proper and _is_ordinary(counts, named, book):
            return _Strength({})
        strength = self._as_party(word, passages, book) if is_proper or not is_common(word) else {}
        occurring: set[str] = set()
        if by_text:
            sizes = _by_contract(self._sizes(passages), book)
            for name, count in counts.items():
                all_over = count >= max(_OFTEN, _ALL_OVER * sizes[name])
                if not all_over and name not in strength:
                    occurring.add(name)
                strength[name] = max(strength.get(name, 0.0), NAMED if all_over else min(1.0, count / _OFTEN))
        return _Strength(strength | dict.fromkeys(named, _weight(word)), occurring - named)

    def named(self, word: str, book: NameBook) -> set[str]:
        """The contracts that a folded word names by their names alone; none by a word that many other contracts use.

        Args:
            word: of a question.
            book: the names of the contracts.
        """
        found = self._going_by(word, book)
        if found and _is_ordinary(_by_contract(self._passages_with(word, book), book), found, book):
            return set()
        return found

    def is_said_in(self, word: str, contract: str, book: NameBook) -> bool:
        """Whether a folded word stands in the documents of a contract."""
        return bool(self._passages_with(word, book, book.documents_of[contract]))

    def _going_by(self, word: str, book: NameBook) -> set[str]:
        """The contracts of whose names a word is one, or begins one, or is a slip away from one.

        A short word begins a name by chance ("size" that of "Sizelomuz"), unless the contract itself says it ("bluefly" in one that is
        called "BlueFlyData"). A slip is made where no contract and no list of words knows the word.
        """
        begun = book.begun_by(word)
        if begun and len(word) < BEGINS:
            ids = {id_ for name in begun for id_ in book.documents_of[name]}
            begun = set(_by_contract(self._passages_with(word, book, ids), book))
        found = book.called(word) | begun
        return found or (set() if is_common(word) or self._is_known(word) else book.nearly(word))

    def _is_known(self, word: str) -> bool:
        """Whether a word stands in a document, in any form."""
        return any(self._index.some_holding(stem, 1) for each in LANGUAGES for stem in stems(word, each))

    def _as_party(self, word: str, passages: Mapping[str, int], book: NameBook) -> dict[str, float]:
        """The contracts of which somebody who goes by the word is a party, by what their documents say in their beginning."""
        if len(passages) > _MOST_READ:
            return {}
        return {book.documents[id_][0]: _weight(word) for id_ in passages if self._parties.goes_by(word, id_)}

    def _sizes(self, document_ids: Collection[str]) -> dict[str, int]:
        """How many passages each of some documents has: of these alone, since a library may hold thousands."""
        known = self._index.sizes()
        return {id_: known.get(id_, 0) for id_ in document_ids}

    def _where_rare(self, word: str, book: NameBook) -> dict[str, int]:
        """As `_passages_with`, for a word that stands in few documents; none for one that stands in more.

        Most words of a question stand in most documents, which in a library of thousands it takes long to count.
        """
        ids: set[str] = set()
        for language in LANGUAGES:
            held = (self._index.some_holding(stem, _MOST_READ + 1) for stem in dict.fromkeys(stems(word, language)))
            fewest: Mapping[str, int] = min(held, key=len, default={})
            ids.update(fewest)
        return self._passages_with(word, book, ids) if len(ids) <= _MOST_READ else {}

    def _passages_with(self, word: str, book: NameBook, among: Collection[str] | None = None) -> dict[str, int]:
        """How many passages of each document hold the word, stemmed as its language wants it; of several words the whole of them.

        Args:
            word: folded; or several words.
            book: tells the languages of the documents.
            among: the ids of the documents that are looked at; all when None.
        """
        found: dict[str, int] = {}
        for language in LANGUAGES:
            each = [self._index.document_frequency(stem, among) for stem in dict.fromkeys(stems(word, language))]
            common = set.intersection(*map(set, each)) if each else set()
            for id_ in common:
                name, spoken = book.documents.get(id_, ("", ""))
                if name and stem_language(spoken) == language:
                    found[id_] = min(counts[id_] for counts in each)
            if len(each) > 1 and found:
                held = self._index.may_hold([word], found)
                found = {id_: count for id_, count in found.items() if id_ in held}
        return found


def words_of(text: str, book: NameBook) -> list[str]:
    """The folded words of a text, each once; one with a hyphen comes whole and in its parts, two that are a name together as one."""
    typed = [fold(word) for word in _WORD.findall(text)]
    found: list[str] = []
    for at, word in enumerate(typed):
        before, after = typed[max(0, at - 1) : at], typed[at + 1 : at + 2]
        joined = [first + second for first, second in (*((b, word) for b in before), *((word, a) for a in after))]
        together = [each for each in joined if book.is_joined(each)]
        found += together or [word, *word.split("-")]
    return list(dict.fromkeys(filter(None, found)))


def _runs(text: str, proper: Collection[str]) -> Iterator[str]:
    """The proper nouns of several words that a text holds, folded: "Bank of America" of "Can Bank of America …"."""
    for run in _RUN.findall(text):
        words = list(dropwhile(lambda word: word not in proper, fold(run).split()))
        if len(words) > 1:
            yield " ".join(words)


def _is_common_name(word: str) -> bool:
    """Whether contracts use all words of a name as words, and it is not called after a place either ("Bank of America")."""
    return is_common(word) and not (" " in word and any(map(is_place, word.split())))


def _by_contract(counts: Mapping[str, int], book: NameBook) -> dict[str, int]:
    summed: dict[str, int] = defaultdict(int)
    for id_, count in counts.items():
        if id_ in book.documents:
            summed[book.documents[id_][0]] += count
    return summed


def _is_ordinary(counts: Mapping[str, int], named: Set[str], book: NameBook) -> bool:
    """Whether a word of a name is one that many other contracts use ("business" of an e-business agreement)."""
    return len(counts.keys() - named) > max(1, _ORDINARY * len(book.contracts))


def _weight(word: str) -> float:
    """What a word of a contract's name or a party's counts."""
    return NAMED * (_TELLS_LITTLE if is_place(word) or _is_common_name(word) else 1.0)
