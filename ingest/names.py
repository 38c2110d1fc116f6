"""Which contract does a name mean? Case, accents, spacing and punctuation do not count."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from ingest.errors import UnknownContract
from ingest.record import ContractRecord
from ingest.words import fold, tokens

_SHOWN = 5  # names listed in a message


def key(name: str) -> str:
    """The form of a name in which two spellings of it are equal."""
    return " ".join(tokens(name)) or fold(name).strip()


def best_match(name: str, contracts: Sequence[ContractRecord]) -> ContractRecord:
    """The contract of exactly that name; else the one whose name, else the one of which an alias, has the same `key`.

    Raises:
        UnknownContract: when none or several go by the name.
    """
    wanted = key(name)
    found = (
        [c for c in contracts if c.name == name]
        or [c for c in contracts if key(c.name) == wanted]
        or [c for c in contracts if wanted in map(key, c.aliases)]
    )
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownContract(
            f"expected the name of one contract, but {name!r} may mean {_listed(found)}; name one of them"
        )
    raise UnknownContract(f"expected the name of a contract, got {name!r}; {_advice(wanted, contracts)}")


def _advice(wanted: str, contracts: Sequence[ContractRecord]) -> str:
    if not contracts:
        return "the library holds none yet, ingest one first"
    by_key = {key(called): c for c in contracts for called in (*c.aliases, c.name)}
    holding = [k for k in by_key if wanted and wanted in k]
    near = dict.fromkeys(by_key[k].name for k in holding + difflib.get_close_matches(wanted, by_key, n=_SHOWN))
    if near:
        return f"did you mean {_listed([c for c in contracts if c.name in near])}?"
    return f"there are: {_listed(contracts)}"


def _listed(contracts: Sequence[ContractRecord]) -> str:
    names = [f"“{contract.name}”" for contract in contracts]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


def unknown_document(record: ContractRecord, wanted: str | None) -> UnknownContract:
    """The error that says which documents a contract has."""
    names = ", ".join(f"“{each.name}”" for each in record.documents)
    return UnknownContract(f"expected a document of “{record.name}”, got {wanted!r}; it has: {names}")
