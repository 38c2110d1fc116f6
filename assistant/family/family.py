"""A contract as a family: what each document says of itself, which prevails, and what changed; the user's word over the machine's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from assistant.answer import Citation
from assistant.citing.cite import cite
from assistant.family.entry import Entry
from assistant.family.in_force import InForce
from assistant.family.ledger import Ledgers
from assistant.family.versions import History, Version, histories
from ingest.document import Document, Role, Span
from ingest.errors import IngestError
from ingest.library import Library
from ingest.particulars import KEYS, find_particulars
from ingest.precedence import find_precedence
from ingest.record import ContractRecord, DocumentRecord
from ingest.said import Said

DATES = ("signed", "effective", "expiry")
"""The particulars that are a day."""


class BadParticular(IngestError):
    """A particular cannot be set as asked: an unknown key, no such role, no day."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A particular as shown: its value, where it is said, and whether a user said it instead (`read` is then what was read)."""

    key: str
    value: str
    citations: tuple[Citation, ...] = ()
    by_user: bool = False
    read: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The particulars of one document."""

    document: DocumentRecord
    facts: tuple[Fact, ...]


class Family:
    """What is known of each contract of a library as a family.

    Args:
        library: contracts, documents and users' words.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._ledgers = Ledgers(library)
        self._in_force = InForce(library, self._ledgers)

    def particulars(self, contract: str) -> list[Report]:
        """What each document of a contract says of itself, its quotes with it.

        Raises:
            UnknownContract: when there is no such contract.
        """
        record = self._library.contract(contract)
        said = self._library.said(contract)
        return [Report(each, self._facts(each, said)) for each in record.documents]

    def precedence(self, contract: str) -> Fact | None:
        """The order of precedence: by the user's word, else by a list of ranks that an amendment lays down, else by the clause of the
        framework agreement, else of another document; each in force today.

        Its value has a line for each rank. An amendment that says of itself alone that it prevails leaves the order as it is.
        """
        heard = [fact for fact in self.orders(contract) if all(map(self._in_force.still_holds, fact.citations))]
        amended = [fact for fact in heard if "\n" in fact.value and self._is_of_amendment(fact)]
        found = next(iter((*reversed(amended), *heard)), None)
        for said in self.precedence_said(contract):
            return replace(said, read=(found.value,) if found else ())
        return found

    def _is_of_amendment(self, fact: Fact) -> bool:
        return any(self._library.record(each.document_id).role is Role.AMENDMENT for each in fact.citations)

    def precedence_said(self, contract: str) -> list[Fact]:
        """The order of precedence that a user set, none or one; a line a rank, or as it was typed."""
        words = (each for each in self._library.said(contract) if each.document is None and each.key == "precedence")
        return [Fact("precedence", each.value, by_user=True) for each in words][:1]

    def orders(self, contract: str) -> list[Fact]:
        """What the documents of a contract lay down on precedence, the framework agreement's first and the amendments' last.

        A value has a line for each rank, or is the one sentence that says which document prevails.
        """
        record = self._library.contract(contract)
        found = (self._precedence_of(each) for each in self._by_weight(record))
        return [fact for fact in found if fact is not None]

    def ledger(self, contract: str) -> tuple[Entry, ...]:
        """The changes that the amendments of a contract make, the earliest first."""
        return self._ledgers.of(contract)

    def histories(self, contract: str, clause: str, document: str | None = None) -> list[History]:
        """The versions of the clauses of that number or heading (see `assistant.family.versions.histories`)."""
        record = self._library.contract(contract)
        return histories(self._library, self.ledger(contract), record, clause, document)

    def versions(self, contract: str, clause: str, as_of: date, document: str | None = None) -> list[Version]:
        """The version in force on a day of each clause of that number or heading."""
        return [each.on(as_of) for each in self.histories(contract, clause, document)]

    def _facts(self, record: DocumentRecord, said: Sequence[Said]) -> tuple[Fact, ...]:
        document = self._library.document(record.id)
        read: dict[str, list[Fact]] = {}
        for each in find_particulars(document):
            value = str(record.role_read or record.role) if each.key == "role" else each.value
            read.setdefault(each.key, []).append(Fact(each.key, value, _cited(record, document, each.quote)))
        for word in said:
            if word.document == record.name:
                before = tuple(fact.value for fact in read.get(word.key, ()))
                read[word.key] = [Fact(word.key, word.value, by_user=True, read=before)]
        return tuple(fact for key in KEYS for fact in read.get(key, ()))

    def _precedence_of(self, record: DocumentRecord) -> Fact | None:
        document = self._library.document(record.id)
        found = find_precedence(document)
        if found is None:
            return None
        ranks = "\n".join(" ".join(rank.of(document.text).split()).rstrip(" ;,.") for rank in found.ranks)
        return Fact("precedence", ranks, _cited(record, document, found.quote))

    def _by_weight(self, record: ContractRecord) -> list[DocumentRecord]:
        return sorted(record.documents, key=lambda each: (each.role is not Role.FRAMEWORK, each.role is Role.AMENDMENT))


def checked(key: str, value: str, document: str | None) -> Said:
    """A user's word, when it can be kept.

    Raises:
        BadParticular: no such key; a role that is none; a date that is no day of the calendar; a key that belongs to a document.
    """
    if key not in KEYS:
        raise BadParticular(f"expected one of {', '.join(KEYS)}, got {key!r}")
    if document is None and key != "precedence":
        raise BadParticular(f"expected a document's name before {key!r}: only precedence is set for a whole contract")
    if key == "role" and value not in set(Role):
        raise BadParticular(f"expected one of the roles {', '.join(Role)}, got {value!r}")
    if key in DATES:
        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise BadParticular(f"expected a day such as 2024-03-01, got {value!r}") from error
    return Said(document, key, value)


def fact_json(fact: Fact) -> dict[str, Any]:
    """A fact as the JSON of `clausier report`."""
    return {**asdict(fact), "citations": [_place_json(each) for each in fact.citations]}


def _place_json(citation: Citation) -> dict[str, Any]:
    keys = ("document", "clause", "page", "paged", "start", "end", "quote", "document_id", "clause_id")
    return {key: getattr(citation, key) for key in keys}


def _cited(record: DocumentRecord, document: Document, quote: Span | None) -> tuple[Citation, ...]:
    return cite(record, document, quote) if quote is not None else ()
