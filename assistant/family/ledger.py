"""The changes of a contract in force and to come: each amendment's changes, held against the documents that they name."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from assistant.family.change_search import ChangeSearch
from assistant.family.entry import Entry
from assistant.naming.document_lookup import amendment_numbers
from ingest.changes import find_changes
from ingest.document import Role
from ingest.library import Library

_KEPT = 64  # contracts whose ledger is remembered


class Ledgers:
    """The ledgers of a library's contracts, each made at first need and again when the library has changed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._cached = lru_cache(maxsize=_KEPT)(self._make)

    def of(self, contract: str) -> tuple[Entry, ...]:
        """The changes of a contract, the earliest first.

        Raises:
            UnknownContract: when there is no such contract.
        """
        return self._cached(contract, self._library.generation)

    def days(self, contract: str) -> list[tuple[date, int | None]]:
        """The day from which each amendment of a contract changes something, with its number where it counts, the earliest first.

        Raises:
            UnknownContract: when there is no such contract.
        """
        first: dict[str, tuple[date, int | None]] = {}
        for entry in self.of(contract):
            if entry.effective is not None:
                first.setdefault(
                    entry.amendment.id, (entry.effective, next(iter(amendment_numbers(entry.amendment)), None))
                )
        return list(first.values())

    def _make(self, contract: str, _generation: int) -> tuple[Entry, ...]:
        record = self._library.contract(contract)
        days = {w.document: date.fromisoformat(w.value) for w in self._library.said(contract) if w.key == "effective"}
        stated = [
            (change, each)
            for each in record.documents
            if each.role is Role.AMENDMENT
            for change in find_changes(self._library.document(each.id), days.get(each.name))
        ]
        # a contract that nothing changes is not read
        family = [(each, self._library.document(each.id)) for each in record.documents] if stated else []
        stated.sort(key=lambda pair: (pair[0].effective or date.min, pair[1].name, pair[0].quote.start))
        entries: list[Entry] = []
        for change, amendment in stated:
            entries += ChangeSearch(family, entries, amendment, change).entries()
        return tuple(entries)
