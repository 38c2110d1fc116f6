"""A contract that amendments change, and what its ledger and its documents hold."""

from __future__ import annotations

from datetime import date

from assistant.answer import Statement, Verdict
from assistant.citing.cite import cite
from assistant.family.entry import Entry
from assistant.family.ledger import Ledgers
from ingest.document import Span
from ingest.record import DocumentRecord
from tests.fake_contracts import Contracts

BEFORE, AFTER = date(2024, 3, 1), date(2025, 3, 1)
AGREEMENT = (
    "1. Fees", "", "1.1 The fee is 200 euros a month.", "", "1.2 Late payment costs 5 euros, and again 5 euros.", "",
    "1.3 No refund is due.",
)  # fmt: skip


def ledger_of(contracts: Contracts) -> tuple[Entry, ...]:
    return Ledgers(contracts.library).of("Acme")


def record_of(contracts: Contracts, name: str) -> DocumentRecord:
    return next(each for each in contracts.library.contract("Acme").documents if each.name == name)


def quoted(contracts: Contracts, name: str, words: str) -> Statement:
    record = record_of(contracts, name)
    document = contracts.library.document(record.id)
    start = document.text.index(words)
    return Statement(words, Verdict.QUOTED, cite(record, document, Span(start, start + len(words))))
