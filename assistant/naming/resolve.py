"""Which contract does a question mean? Decided before clauses compete.

Near-identical wording across contracts is the main cause of wrong answers, so a question is first resolved to a contract: the one
selected, else the one that it names, else the only one there is; else the reader is asked. A contract is named by its
whole name or an alias, by a word of these, by one of its parties, or by a proper noun that stands in few contracts and often in that one
(`assistant.naming.name_evidence`). What two contracts share leaves both, and the reader is asked which.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.naming.contract_names import GENERIC, told_apart
from assistant.naming.name_book import NameBook, plain
from assistant.naming.name_evidence import NameEvidence, words_of
from assistant.naming.several import Naming, asked_of_each, side_by_side
from ingest.index import Index
from ingest.library import Library
from ingest.record import ContractRecord
from ingest.words import fold

_NAME_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
CLEAR_LEAD = 1.25  # the best contract's evidence must be this many times the next one's
LEAST_EVIDENCE = 0.6  # below this, a name is a word like any other
_PROPER = re.compile(r"(?<![\w.])[A-ZÀ-Þ][\w&-]*[\w]|\b[a-zà-ÿ]+[A-Z]\w*")
_OTHER = re.compile(
    r"\b(?:the other (?:contract|agreement|provider|supplier|vendor)|l['’]autre (?:contrat|accord|prestataire|fournisseur))\b",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]\s+|[“\"«]\s*)$")


@dataclass(frozen=True, slots=True)
class Resolution:
    """The contracts that a question may mean, best first: one when it is clear, several when it must be asked back.

    ``named`` says that the question (or the selection) pointed at them; when it is False, ``contracts`` are all there are.
    ``asked_of_each`` is what is asked of each of them, where it names them side by side (`assistant.naming.several`).
    """

    contracts: tuple[ContractRecord, ...]
    named: bool
    asked_of_each: str | None = None


class Resolver:
    """Resolves questions against the contracts of a library.

    Args:
        library: whose contracts.
        index: tells in which contracts a word stands.
    """

    def __init__(self, library: Library, index: Index) -> None:
        self._library = library
        self._evidence = NameEvidence(library, index)
        self._book = lru_cache(maxsize=1)(self._made_book)

    def resolve(self, question: str, selected: str | None, earlier: Sequence[str] = ()) -> Resolution:
        """The contract that is meant.

        Args:
            question: as typed.
            selected: the contract that the caller chose, if any.
            earlier: the user's earlier questions of the conversation, oldest first; the latest that names a contract counts.

        Raises:
            UnknownContract: when the selected contract is not in the library.
        """
        if selected is not None:
            return Resolution((self._library.contract(selected),), named=True)
        book = self._book(self._library.generation)
        if len(book.contracts) <= 1:
            return Resolution(book.contracts, named=False)
        for text in (question, *reversed(earlier)):
            found = self._named_in(text, book)
            if found:
                return Resolution(tuple(found), named=True)
        return Resolution(book.contracts, named=False)

    def moved(self, before: Resolution, said: str) -> Resolution:
        """The contract that is meant from here on, by what a follow-up says: one that it names, or "the other contract".

        Args:
            before: what was meant up to here.
            said: the follow-up, as typed.

        Once it is clear which is meant, a contract is named by its own name alone: that a word stands in another contract's text turns no
        conversation there.
        """
        book = self._book(self._library.generation)
        if len(book.contracts) <= 1:
            return before
        known = len(before.contracts) == 1
        proper = None if known else _proper_nouns(said)
        named = _spelled_out(said, book) or told_apart(said, self._leading(self._evidence.of(said, book, proper), book))
        if named:
            return before if known and before.contracts[0] in named else Resolution(tuple(named), named=True)
        if known and _OTHER.search(said):
            others = tuple(contract for contract in book.contracts if contract != before.contracts[0])
            return Resolution(others, named=len(others) == 1)
        return before

    def of_each(self, resolution: Resolution, question: str, language: str) -> Resolution:
        """The resolution with what is asked of each contract, where the question names all of several side by side.

        Args:
            resolution: of that question.
            question: as it is searched.
            language: that of the question, "en" or "fr".
        """
        if len(resolution.contracts) < 2 or not resolution.named:
            return resolution
        namings = self._namings(question, [contract.name for contract in resolution.contracts])
        where = side_by_side(question, namings)
        if where is None or len({each.contract for each in namings}) < len(resolution.contracts):
            return resolution
        order = [each.contract for each in namings]
        contracts = tuple(sorted(resolution.contracts, key=lambda contract: order.index(contract.name)))
        return replace(resolution, contracts=contracts, asked_of_each=asked_of_each(question, where, language))

    def _namings(self, text: str, names: Sequence[str]) -> list[Naming]:
        """Where a text names one of some contracts and none of the others; the words of one name are one place."""
        book = self._book(self._library.generation)
        found: list[Naming] = []
        for word in _NAME_WORD.finditer(text):
            folded = fold(word.group())
            meant = {name for part in (folded, *folded.split("-")) for name in self._evidence.named(part, book)}
            meant &= set(names)
            if len(meant) != 1:
                continue
            name = meant.pop()
            if found and found[-1].contract == name and not text[found[-1].end : word.start()].strip(" -_'’"):
                found[-1] = Naming(found[-1].start, word.end(), name)
            else:
                found.append(Naming(word.start(), word.end(), name))
        return found

    def says_contract_alone(self, text: str) -> bool:
        """Whether a part of a question does nothing but name a contract: "and at Acme?", "in the other contract"."""
        book = self._book(self._library.generation)
        if len(book.contracts) <= 1:
            return False
        words = [word for word in words_of(_OTHER.sub(" ", text), book) if word not in _OPENERS and word not in _BESIDE]
        return all(self._evidence.named(word, book) for word in words) and (bool(words) or bool(_OTHER.search(text)))

    def named_besides(self, text: str, contract: str) -> tuple[str, ...]:
        """The contracts that a question names by their own names besides the one that it is asked of, in its order.

        None by a word that several contracts go by, nor by one that the contract itself says: it may be a party or a product of it.

        Args:
            text: the question.
            contract: the name of the contract that it is asked of.
        """
        book = self._book(self._library.generation)
        if len(book.contracts) <= 1 or contract not in book.documents_of:
            return ()
        telling = [
            each
            for each in self._namings(text, list(book.documents_of))
            if not self._says(contract, text[each.start : each.end], book)
        ]
        spelled = [each.name for each in _spelled_out(text, book) if not self._says(contract, each.name, book)]
        named = (*spelled, *(each.contract for each in telling))
        return tuple(dict.fromkeys(name for name in named if name != contract))

    def _says(self, contract: str, name: str, book: NameBook) -> bool:
        """Whether every word of a name stands in a contract."""
        return all(self._evidence.is_said_in(word, contract, book) for word in _NAME_WORD.findall(fold(name)))

    def is_elsewhere(self, word: str, contract: str) -> bool:
        """Whether a word is of the name of other contracts than this one."""
        found = self._evidence.named(fold(word), self._book(self._library.generation))
        return bool(found) and contract not in found

    def _made_book(self, _generation: int) -> NameBook:
        return NameBook(self._library.contracts())

    def _named_in(self, text: str, book: NameBook) -> list[ContractRecord]:
        spelled = _spelled_out(text, book)
        if spelled:
            return [*spelled, *self._named_beside(text, spelled, book)]
        return told_apart(text, self._leading(self._evidence.of(text, book, _proper_nouns(text)), book))

    def _named_beside(self, text: str, spelled: Sequence[ContractRecord], book: NameBook) -> list[ContractRecord]:
        """The contracts that a text names by a part of their name, beside others whose whole name it holds."""
        rest = plain(text)
        for name in sorted((plain(n) for c in spelled for n in (c.name, *c.aliases)), key=len, reverse=True):
            rest = rest.replace(name, " ")
        found = self._leading(self._evidence.of(rest, book, None), book)
        return told_apart(rest, [contract for contract in found if contract not in spelled])

    @staticmethod
    def _leading(evidence: Mapping[str, float], book: NameBook) -> list[ContractRecord]:
        """The contracts at which the evidence points, the best first."""
        best = max(evidence.values(), default=0.0)
        if best < LEAST_EVIDENCE:
            return []
        leading = [c for c in book.contracts if evidence.get(c.name, 0.0) * CLEAR_LEAD > best]
        return sorted(leading, key=lambda c: -evidence[c.name])


def _spelled_out(text: str, book: NameBook) -> list[ContractRecord]:
    """The contracts whose whole name or alias stands in the text; a name within a longer one that was found does not count.

    A name made of common words alone ("Services") counts only when the text is nothing else: the reply to being asked back.
    """
    asked = plain(text)
    common = GENERIC | _OPENERS
    spelled = book.spelled_in(text)
    found: dict[str, str] = {}
    for contract in spelled:
        names = [name for name in map(plain, (contract.name, *contract.aliases)) if name in asked]
        telling = [name for name in names if name == asked or not common.issuperset(name.split())]
        if telling:
            found[contract.name] = max(telling, key=len)
    return [
        c
        for c in spelled
        if c.name in found and all(found[c.name] not in n or n == found[c.name] for n in found.values())
    ]


def _proper_nouns(text: str) -> set[str]:
    """The capitalised words of a text, folded; one that begins a sentence counts only when it is no common opener."""
    found: set[str] = set()
    for match in _PROPER.finditer(text):
        word = match.group()
        if _SENTENCE_START.search(text[: match.start()]) and not word.isupper() and fold(word) in _OPENERS:
            continue
        found.update(fold(part) for part in re.findall(r"[\w&]+", word))
        found.add(fold(word))
    return found - _OPENERS


_BESIDE = frozenset(
    "same about what s celui celle contract contrat agreement one chez pareil idem please stp svp ok non no meant mean "
    "voulais dire parlais je".split()
)
"""Words beside a name that say nothing of what is asked."""
_OPENERS = frozenset(
    "i a we our they the is are do does did can could may must should will would what which who whose when where why how if in on at for "
    "has have had and but so no any under by with to of my your this that these those there it its after before once since while "
    "je on nous ils elle il le la les un une des est sont peut doit faut que qui quoi quel quelle quels quelles quand comment combien "
    "pourquoi ou si dans sur pour avec sans a au aux en et mais donc de du ce cette ces c d l j qu notre nos leur leurs son sa ses mon "
    "y apres avant depuis p1 p2 p3 p4 sla dpa it".split()
)
