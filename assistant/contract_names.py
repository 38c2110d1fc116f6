"""The words that contracts go by: how a question names a contract, and what tells its clauses apart least."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.record import ContractRecord
from ingest.words import fold

GENERIC = frozenset(
    "agreement contract contrat services service hosting maintenance outsourcing support software development master framework cadre "
    "annex annexe exhibit schedule general conditions inc corp corporation ltd limited llc plc company group groupe sa sas sarl gmbh "
    "amendment avenant business license licence the and of for de du des la le les et ex sla dpa document".split()
)
"""Words of many contracts' names, which name none."""

_PART = re.compile(r"[A-ZÀ-Þ]+(?=[A-ZÀ-Þ][a-zà-ÿ])|[A-ZÀ-Þ]?[a-zà-ÿ]+|[A-ZÀ-Þ]+|\d+")
SHORTEST = 4
"""Letters of what may begin a name that was written together."""


def name_words(contract: ContractRecord) -> set[str]:
    """The folded words of a contract's name and aliases that name it and no other."""
    words: set[str] = set()
    for name in (contract.name, *contract.aliases):
        parts = [fold(p) for p in _PART.findall(name)]
        words.update(p for p in parts if len(p) > 2 and not p.isdigit() and p not in GENERIC)
    return words


def is_name(word: str, names: Iterable[str]) -> bool:
    """A word is a name's when it is the same, or begins one that was written together ("bluefly" in "blueflyinc")."""
    return word not in GENERIC and any(
        word == name or (len(word) >= SHORTEST and name.startswith(word)) for name in names
    )
