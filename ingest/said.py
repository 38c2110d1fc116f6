"""What a user says of a contract or of its documents, kept by the names of these so that it outlives a new reading of the file."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from ingest.schema import CONTRACTS, DOCUMENTS, SAID

ROLE_SAID = (
    sa.select(SAID.c.value)
    .where(SAID.c.contract_id == DOCUMENTS.c.contract_id, SAID.c.document == DOCUMENTS.c.name, SAID.c.key == "role")
    .correlate(DOCUMENTS)
    .scalar_subquery()
    .label("role_said")
)
"""The role that a user gave a document, NULL where nobody did: it stands over what was read, which the document's row keeps."""


@dataclass(frozen=True, slots=True)
class Said:
    """A user's word: a key of `ingest.particulars.KEYS` and its value, for a document by its name, or for the contract when
    ``document`` is None.
    """

    document: str | None
    key: str
    value: str


def load_said(connection: sa.Connection, contract: str) -> tuple[Said, ...]:
    """The user's words on a contract, in the order in which they were said."""
    query = (
        sa.select(SAID.c.document, SAID.c.key, SAID.c.value)
        .join(CONTRACTS, CONTRACTS.c.id == SAID.c.contract_id)
        .where(CONTRACTS.c.name == contract)
        .order_by(SAID.c.id)
    )
    return tuple(Said(row.document or None, row.key, row.value) for row in connection.execute(query))


def store_said(connection: sa.Connection, contract_id: int, said: Said, forget: bool = False) -> None:
    """Keep a user's word in the place of an earlier one on the same; with ``forget``, only take that away."""
    document = said.document or ""
    same = (SAID.c.contract_id == contract_id, SAID.c.document == document, SAID.c.key == said.key)
    connection.execute(SAID.delete().where(*same))
    if forget:
        return
    connection.execute(SAID.insert().values(contract_id=contract_id, document=document, key=said.key, value=said.value))
