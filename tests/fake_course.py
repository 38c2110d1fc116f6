"""A contract small enough to know by heart, and rich enough for a tour and a quiz."""

from __future__ import annotations

from dataclasses import replace

from ingest.document import Role
from tests.fake_contracts import Contracts, read_lines

FRAMEWORK = (
    "Services Agreement",
    'This Agreement is made on 1 March 2023 between Acme Limited ("Acme") and Bolt Limited ("Bolt").',
    "1. Services",
    "1.1 Scope",
    "Bolt shall host the platform of Acme in two data centres at all times.",
    "1.2 Requests",
    "Bolt shall answer each request of Acme within ten (10) days with an offer.",
    "2. Charges",
    "2.1 Invoices",
    "Acme shall pay each invoice of Bolt within thirty (30) days of its receipt.",
    "2.2 Interest",
    "Interest runs on late sums at four per cent (4%) a year from the day on which they are due.",
    "3. Termination",
    "3.1 Notice",
    "Acme may terminate this Agreement on ninety (90) days' notice given in writing.",
    "3.2 Handover",
    "Bolt shall hand over all data within sixty (60) days of the end of this Agreement.",
)
LEVELS = (
    "Service Levels",
    "1. Times",
    "Bolt shall answer a P1 incident within fifteen (15) minutes of the call at any hour.",
    "2. Reports",
    "Bolt shall report on each P1 incident within two (2) business days of its end.",
    "3. Maintenance",
    "Maintenance is announced at least five (5) business days ahead and done at night.",
    "4. Table",
    "Priority\tAnswer\tRepair",
    "P1\t15 minutes\t4 hours",
    "P2\t1 hour\t8 hours",
)
AMENDMENT = (
    "Amendment No. 1",
    "This Amendment is made on 1 May 2024 and takes effect on 1 June 2024.",
    "1. Changes",
    'In clause 2.1 of the Agreement, "thirty (30) days" is replaced by "forty-five (45) days".',
)


def add_course(contracts: Contracts, name: str = "Acme") -> None:
    """Add the contract with its three documents."""
    contracts.add_document(name, read_lines(*FRAMEWORK, title="Services Agreement"), "agreement")
    levels = replace(read_lines(*LEVELS, title="Service Levels"), role=Role.SERVICE_LEVELS)
    contracts.add_document(name, levels, "levels")
    amendment = replace(read_lines(*AMENDMENT, title="Amendment No. 1"), role=Role.AMENDMENT)
    contracts.add_document(name, amendment, "amendment-1")
