"""A document as rows of the library's tables, and back."""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

import sqlalchemy as sa

from ingest.document import (
    Boxes,
    Clause,
    Document,
    Doubt,
    Furniture,
    FurnitureKind,
    Page,
    Passage,
    Role,
    Signature,
    Signing,
    Span,
)
from ingest.errors import UnknownContract
from ingest.record import DocumentRecord
from ingest.said import ROLE_SAID
from ingest.schema import CLAUSES, CONTRACTS, DOCUMENTS, DOUBTS, FURNITURE, PAGES, PASSAGES, SIGNATURES

Row = dict[str, Any]
_Number = TypeVar("_Number", int, float)

_WORD_BYTES = 28  # start, end and page as 4-byte integers, four corners as 4-byte floats
_RECORD_COLUMNS = tuple(
    name for name in DocumentRecord.__slots__ if name not in {"contract", "role", "role_read", "warnings"}
)

RECORDS: tuple[sa.ColumnElement[Any], ...] = (*(c for c in DOCUMENTS.c if c.name not in {"text", "boxes"}), ROLE_SAID)
"""The columns of documents that are cheap to read, all but the text and the boxes; and the role that a user gave each."""

CURRENT = DOCUMENTS.c.replaced_by.is_(None)
"""The condition on documents that no newer version replaced."""

ORIGINALS_KEPT = sa.select(DOCUMENTS.c.sha256, DOCUMENTS.c.suffix).distinct()
"""The hash and the suffix of every original that a document refers to."""


def insert_parts(connection: sa.Connection, document_id: str, document: Document, passages: Sequence[Passage]) -> None:
    """Insert the rows of everything that belongs to a document."""
    _insert(
        connection,
        PAGES,
        document_id,
        ({"number": p.number, "confidence": p.confidence, **_span(p.span)} for p in document.pages),
    )
    _insert(connection, DOUBTS, document_id, ({"confidence": d.confidence, **_span(d.span)} for d in document.doubts))
    _insert(
        connection,
        FURNITURE,
        document_id,
        ({"kind": f.kind.value, "page": f.page, **_span(f.span)} for f in document.furniture),
    )
    _insert(connection, SIGNATURES, document_id, map(asdict, document.signatures))
    _insert(connection, CLAUSES, document_id, map(_clause, document.clauses))
    _insert(connection, PASSAGES, document_id, map(_passage, passages))


def replace_passages(connection: sa.Connection, document_id: str, passages: Sequence[Passage]) -> None:
    """Delete the passages of a document and insert others."""
    connection.execute(PASSAGES.delete().where(PASSAGES.c.document_id == document_id))
    _insert(connection, PASSAGES, document_id, map(_passage, passages))


def set_aside(connection: sa.Connection, older: DocumentRecord, newer: DocumentRecord) -> None:
    """Mark a document as replaced; its name says until when it was the newest, so that the newer one can take it."""
    connection.execute(
        DOCUMENTS.update()
        .where(DOCUMENTS.c.id == older.id)
        .values(replaced_by=newer.id, name=f"{older.name} (until {newer.added}, {older.id[:4]})")
    )


def document_row(record: DocumentRecord, contract_id: int, document: Document) -> Row:
    """The row of the document itself: its record, its text and its packed boxes."""
    return {
        **{name: getattr(record, name) for name in _RECORD_COLUMNS},
        "role": (record.role_read or record.role).value,
        "warnings": list(record.warnings),
        "contract_id": contract_id,
        "text": document.text,
        "boxes": pack_boxes(document.boxes),
    }


def record_of(row: sa.RowMapping, contract: str) -> DocumentRecord:
    """The record of a row of documents, given its contract's name."""
    return DocumentRecord(
        **{name: row[name] for name in _RECORD_COLUMNS},
        role=Role(row["role_said"] or row["role"]),
        role_read=Role(row["role"]) if row["role_said"] else None,
        warnings=tuple(row["warnings"]),
        contract=contract,
    )


def load_record(connection: sa.Connection, document_id: str) -> DocumentRecord:
    """The record of a document.

    Raises:
        UnknownContract: when no document has that id.
    """
    query = sa.select(*RECORDS, CONTRACTS.c.name.label("contract")).join_from(DOCUMENTS, CONTRACTS)
    row = connection.execute(query.where(DOCUMENTS.c.id == document_id)).mappings().one_or_none()
    if row is None:
        raise UnknownContract(f"expected the id of a stored document, got {document_id!r}; it may have been removed")
    return record_of(row, row["contract"])


def load_document(connection: sa.Connection, record: DocumentRecord) -> Document:
    """The stored document of a record, without its boxes."""
    text = connection.execute(sa.select(DOCUMENTS.c.text).where(DOCUMENTS.c.id == record.id)).scalar_one()
    return Document(
        text=text,
        pages=tuple(
            Page(row["number"], _span_of(row), row["confidence"]) for row in _ordered(connection, PAGES, record.id)
        ),
        clauses=tuple(_clause_of(row) for row in _ordered(connection, CLAUSES, record.id)),
        furniture=tuple(
            Furniture(FurnitureKind(row["kind"]), _span_of(row), row["page"])
            for row in _ordered(connection, FURNITURE, record.id)
        ),
        title=record.title,
        role=record.role,
        language=record.language,
        warnings=record.warnings,
        doubts=tuple(Doubt(_span_of(row), row["confidence"]) for row in _ordered(connection, DOUBTS, record.id)),
        signatures=tuple(_signature_of(row) for row in _ordered(connection, SIGNATURES, record.id)),
    )


def load_passages(connection: sa.Connection, document_id: str) -> tuple[Passage, ...]:
    """The stored passages of a document, in order."""
    rows = _ordered(connection, PASSAGES, document_id)
    return tuple(Passage(row["clause"], _span_of(row), row["breadcrumb"]) for row in rows)


def load_texts(connection: sa.Connection, document_ids: Sequence[str]) -> dict[str, str]:
    """The texts of those of the documents that are stored, by their id."""
    query = sa.select(DOCUMENTS.c.id, DOCUMENTS.c.text).where(DOCUMENTS.c.id.in_(document_ids))
    return {row.id: row.text for row in connection.execute(query)}


def load_spans(connection: sa.Connection, document_ids: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
    """Where the passages of documents begin and end in their texts, in order, by the id of their document."""
    of = PASSAGES.c
    query = sa.select(of.document_id, of.start, of.end).where(of.document_id.in_(document_ids))
    spans: dict[str, list[tuple[int, int]]] = {}
    for document_id, start, end in connection.execute(query.order_by(of.document_id, of.ordinal)).all():
        spans.setdefault(document_id, []).append((start, end))
    return spans


def load_boxes(connection: sa.Connection, record: DocumentRecord) -> Boxes:
    """The stored boxes of a record."""
    query = sa.select(DOCUMENTS.c.boxes).where(DOCUMENTS.c.id == record.id)
    return unpack_boxes(connection.execute(query).scalar_one())


def contract_id(connection: sa.Connection, name: str) -> int:
    """The key of the contract of that name, whose row is made when there is none."""
    query = sa.select(CONTRACTS.c.id).where(CONTRACTS.c.name == name)
    found = connection.execute(query).scalar_one_or_none()
    if found is None:
        connection.execute(CONTRACTS.insert().values(name=name, aliases=[]))
        found = connection.execute(query).scalar_one()
    return int(found)


def pack_boxes(boxes: Boxes) -> bytes:
    """The boxes as compressed little-endian columns, one after the other."""
    columns = [_little_endian(column).tobytes() for column in (boxes.starts, boxes.ends, boxes.pages)]
    return zlib.compress(b"".join([*columns, _little_endian(boxes.corners).tobytes()]))


def unpack_boxes(packed: bytes) -> Boxes:
    """The boxes that `pack_boxes` packed."""
    raw = zlib.decompress(packed)
    column = 4 * (len(raw) // _WORD_BYTES)  # bytes
    starts, ends, pages = (_little_endian(array("I", raw[i * column : (i + 1) * column])) for i in range(3))
    return Boxes(starts, ends, pages, _little_endian(array("f", raw[3 * column :])))


def _little_endian(column: array[_Number]) -> array[_Number]:
    """The column in the byte order of the file; the same operation turns it back."""
    if sys.byteorder == "little":
        return column
    turned = column[:]
    turned.byteswap()
    return turned


def _insert(connection: sa.Connection, table: sa.Table, document_id: str, values: Iterable[Row]) -> None:
    numbered = [{"document_id": document_id, "ordinal": i, **row} for i, row in enumerate(values)]
    if numbered:
        connection.execute(table.insert(), numbered)


def _ordered(connection: sa.Connection, table: sa.Table, document_id: str) -> Sequence[sa.RowMapping]:
    query = sa.select(table).where(table.c.document_id == document_id).order_by(table.c.ordinal)
    return connection.execute(query).mappings().all()


def _span(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def _span_of(row: sa.RowMapping) -> Span:
    return Span(row["start"], row["end"])


def _passage(passage: Passage) -> Row:
    return {"clause": passage.clause, "breadcrumb": passage.breadcrumb, **_span(passage.span)}


def _clause(clause: Clause) -> Row:
    columns = ("id", "number", "heading", "level", "parent", "page")
    return {**{name: getattr(clause, name) for name in columns}, **_span(clause.span)}


def _signature_of(row: sa.RowMapping) -> Signature:
    return Signature(row["field"], Signing(row["state"]), row["signer"], row["signed"], row["note"])


def _clause_of(row: sa.RowMapping) -> Clause:
    return Clause(row["id"], row["number"], row["heading"], row["level"], row["parent"], _span_of(row), row["page"])
