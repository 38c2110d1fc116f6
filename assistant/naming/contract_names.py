"""The words that contracts go by: how a question names a contract, and what tells its clauses apart least."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from assistant.wording.lexicon import LANGUAGES, words_of_terms
from ingest.record import ContractRecord
from ingest.words import fold

GENERIC = frozenset(
    "agreement contract contrat services service hosting maintenance outsourcing support software development master framework cadre "
    "annex annexe exhibit schedule general conditions inc corp corporation ltd limited llc plc company group groupe sa sas sarl gmbh "
    "amendment avenant business license licence the and of for de du des la le les et ex sla dpa document".split()
)
"""Words of many contracts' names, which name none."""

_PART = re.compile(r"[A-ZÀ-Þ]+(?=[A-ZÀ-Þ][a-zà-ÿ])|[A-ZÀ-Þ]?[a-zà-ÿ]+|[A-ZÀ-Þ]+|\d+")
_ENDINGS = ("corporation", "limited", "group", "corp", "gmbh", "sarl", "inc", "ltd", "llc", "plc")
SHORTEST = 4
"""Letters of what may begin a name that was written together."""


def name_words(contract: ContractRecord) -> set[str]:
    """The folded words of a contract's name and aliases that name it and no other."""
    words: set[str] = set()
    for name in (contract.name, *contract.aliases):
        parts = [fold(p) for p in _PART.findall(name)]
        words.update(p for p in parts if len(p) > 2 and not p.isdigit() and p not in GENERIC)
    return words


def written_together(contract: ContractRecord) -> set[str]:
    """The folded words that a contract's name and aliases come to when it is typed without its spaces ("cloudharbour"), and without the
    endings of companies ("bluefly" of "blueflyinc").
    """
    words: set[str] = set()
    for name in (contract.name, *contract.aliases):
        parts = [fold(p) for p in _PART.findall(name) if not p.isdigit()]
        telling = [p for p in parts if p not in GENERIC]
        words.update(one + other for one, other in pairwise(parts) if not {one, other} & GENERIC)
        words.update(bare for part in telling if len(bare := _bare(part)) >= SHORTEST)
    return words


def name_parts(name: str) -> list[str]:
    """The folded words and numbers of a name, in order: "Maintenance_Agreement3" has three."""
    return [fold(part) for part in _PART.findall(name)]


def told_apart(text: str, contracts: Sequence[ContractRecord]) -> list[ContractRecord]:
    """Of contracts that a text may mean, the one of whose name more stands in it than of any other's, all of them where none does.

    What counts are neighbouring words: "maintenance agreement 3" means the third of three, and a lone "3" or "hosting" none.
    """
    if len(contracts) < 2:
        return list(contracts)
    typed = set(pairwise(name_parts(text)))
    shared = {
        c.name: max(len(typed & set(pairwise(name_parts(name)))) for name in (c.name, *c.aliases)) for c in contracts
    }
    first, second = sorted(shared.values(), reverse=True)[:2]
    return [c for c in contracts if shared[c.name] == first] if first > second else list(contracts)


def _bare(word: str) -> str:
    """A word without the endings of companies that were written to it."""
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) > len(each)), None)
    return _bare(word[: -len(ending)]) if ending else word


def is_common(words: str) -> bool:
    """Whether contracts use all of some folded words as words: such a word names somebody only beside another one."""
    return all(any(word in words_of_terms(language) for language in LANGUAGES) for word in words.split())


def is_name(word: str, names: Iterable[str]) -> bool:
    """A word is a name's when it is the same, or begins one that was written together ("bluefly" in "blueflyinc")."""
    return word not in GENERIC and any(
        word == name or (len(word) >= SHORTEST and name.startswith(word)) for name in names
    )
