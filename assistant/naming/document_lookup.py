"""Which documents of a contract a question means that names them beside a number: "article 3 de l'avenant 2", "clause 4 of the SLA"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.naming.named_documents import NamedDocument
from assistant.naming.role_words import roles_named
from ingest.document import Clause, Role
from ingest.record import DocumentRecord
from ingest.targets import amendment_number


def amendment_numbers(record: DocumentRecord) -> list[int]:
    """The numbers that an amendment bears, by its title and by its file's name."""
    found = map(amendment_number, (record.title, re.sub(r"[_.-]+", " ", record.name)))
    return [number for number in found if number is not None]


def is_meant(record: DocumentRecord, named: Sequence[NamedDocument], family: Collection[DocumentRecord]) -> bool:
    """Whether a document is one of those named.

    Args:
        record: the document.
        named: as a question names them.
        family: the documents of its contract.

    The first amendment is also the only one where that does not count, and the framework agreement what no role was found for where
    the contract has none.
    """
    roles = {each.role for each in family}
    role = record.role
    if role is Role.OTHER and Role.FRAMEWORK not in roles:
        role = Role.FRAMEWORK
    return any(each.role is role and _counts(record, each.number, family) for each in named)


def heads_meant(clause: Clause, named: Sequence[NamedDocument]) -> bool:
    """Whether a clause is the heading of an annex that is one of the documents named: "Schedule 4 – Data Protection Agreement"."""
    return bool({each.role for each in named if each.number is None} & roles_named(clause.label))


def _counts(record: DocumentRecord, number: int | None, family: Collection[DocumentRecord]) -> bool:
    if number is None:
        return True
    own = amendment_numbers(record)
    if number == 1 and not own:
        return [each.id for each in family if each.role is Role.AMENDMENT] == [record.id]
    return number in own
