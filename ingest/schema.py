"""The tables of the library, and how its SQLite file is opened."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sqlalchemy as sa

from ingest.errors import LibraryDamaged, LibraryError

VERSION = 6
"""The version of these tables, kept in the file as ``user_version``."""

_APPLICATION = 0x434C4155  # "CLAU": marks the file as a library (SQLite's application_id)
_BUSY_MILLISECONDS = 5_000

METADATA = sa.MetaData()


def _of_document(name: str, *columns: sa.Column[object]) -> sa.Table:
    """A table of the ordered parts of a document; they go when their document goes."""
    return sa.Table(
        name,
        METADATA,
        sa.Column("document_id", sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        *columns,
        sqlite_with_rowid=False,
    )


def _whole(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Integer, nullable=False)


def _words(name: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Text, nullable=nullable)


STATE = sa.Table("state", METADATA, sa.Column("generation", sa.Integer, nullable=False))

CONTRACTS = sa.Table(
    "contracts",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
    sa.Column("aliases", sa.JSON, nullable=False),
)

DOCUMENTS = sa.Table(
    "documents",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("contract_id", sa.ForeignKey("contracts.id"), nullable=False),
    *(_words(name) for name in ("name", "title", "role", "language", "sha256", "suffix")),
    *(_whole(name) for name in ("size", "page_count", "clause_count")),
    _words("added"),
    sa.Column("warnings", sa.JSON, nullable=False),
    _words("text"),
    sa.Column("folder", sa.Text, nullable=False, server_default=""),
    _words("replaced_by", nullable=True),  # the id of the newer version
    sa.Column("boxes", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("contract_id", "name"),
    sa.UniqueConstraint("contract_id", "sha256"),
)

SAID = sa.Table(
    "said",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("contract_id", sa.ForeignKey("contracts.id", ondelete="CASCADE"), nullable=False),
    *(_words(name) for name in ("document", "key", "value")),  # document "" is the contract itself
    sa.UniqueConstraint("contract_id", "document", "key"),
)

JOBS = sa.Table(
    "jobs",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    *(_words(name) for name in ("kind", "title", "asked_by", "state", "current", "stage", "message")),
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Column("result", sa.JSON, nullable=False),
    *(_whole(name) for name in ("done", "total", "process", "cancelling")),
    _words("created"),
    _words("ended"),  # empty until then
    sqlite_autoincrement=True,  # a number is never given twice: a page that was left open may still name it
)

PAGES = _of_document(
    "pages", _whole("number"), _whole("start"), _whole("end"), sa.Column("confidence", sa.Float, nullable=True)
)
DOUBTS = _of_document("doubts", _whole("start"), _whole("end"), sa.Column("confidence", sa.Float, nullable=False))
SIGNATURES = _of_document(
    "signatures",
    *(_words(name) for name in ("field", "state", "signer")),
    _words("signed", nullable=True),
    _words("note"),
)
FURNITURE = _of_document("furniture", _words("kind"), _whole("start"), _whole("end"), _whole("page"))
CLAUSES = _of_document(
    "clauses",
    _words("id"),
    _words("number", nullable=True),
    _words("heading", nullable=True),
    _whole("level"),
    _words("parent", nullable=True),
    _whole("start"),
    _whole("end"),
    _whole("page"),
)
PASSAGES = _of_document("passages", _words("clause"), _whole("start"), _whole("end"), _words("breadcrumb"))


def open_engine(path: Path) -> sa.Engine:
    """The engine of the library at ``path``, whose tables are made when the file is new.

    Raises:
        LibraryDamaged: the file is a database, but no library.
        LibraryError: the library was written by a newer version.
        sqlalchemy.exc.DBAPIError: the file cannot be opened, or is not a database.
    """
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)))
    sa.event.listen(engine, "connect", _configure)
    with engine.connect() as connection:
        version = _version(connection, path)
    if version == 0:
        _create(engine)
    elif version < VERSION:
        _upgrade(engine)
    return engine


def _configure(connection: sqlite3.Connection, _record: object) -> None:
    """WAL lets readers go on while one writes; FULL keeps a committed document through a power cut."""
    for pragma in (
        f"busy_timeout = {_BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _version(connection: sa.Connection, path: Path) -> int:
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    application = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
    empty = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() == 0
    if application != _APPLICATION and not (empty and version == 0):
        raise LibraryDamaged(f"expected {path} to be a library, got the database of another program; move it away")
    if version > VERSION:
        raise LibraryError(f"expected {path} to be of version {VERSION} or older, got {version}; use a newer clausier")
    return version


def _create(engine: sa.Engine) -> None:
    """Make the tables in one transaction: two processes may open a new library at once, and either may be killed."""
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        if int(connection.exec_driver_sql("PRAGMA user_version").scalar_one()) == 0:
            METADATA.create_all(connection)
            connection.execute(STATE.insert().values(generation=0))
            connection.exec_driver_sql(f"PRAGMA application_id = {_APPLICATION}")
            connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
        connection.commit()


def _upgrade(engine: sa.Engine) -> None:
    """Bring the tables of an older version up to date, in one transaction."""
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        for step in range(version, VERSION):
            for statement in _STEPS[step]:
                connection.exec_driver_sql(statement)
        METADATA.create_all(connection)  # tables that are new
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
        connection.commit()


_VERSIONED = (
    "ALTER TABLE documents ADD COLUMN folder TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE documents ADD COLUMN replaced_by TEXT",
)
_STEPS: dict[int, tuple[str, ...]] = {
    1: ("ALTER TABLE pages ADD COLUMN confidence FLOAT",),
    2: (),
    3: (),
    4: (),
    5: _VERSIONED,
}
"""By the version that they start from: what brings the tables of that version to the next one, save for new tables."""
