from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Statement
from ingest.document import Role
from tests.fake_contracts import Contracts, read_lines

LEVELS = (
    "1. Definitions",
    "“Business Hours” means 08:00 to 18:00 on a Business Day.",
    "",
    "2. Response Time",
    "Priority\tBusiness Hours\tNight and Weekend Hours",
    "P1\t15 minutes\t30 minutes",
    "P2\t2 hours\tNot covered",
    "",
    "3. Resolution Time",
    "Priority\tBusiness Hours\tNight and Weekend Hours",
    "P1\t4 hours\t6 hours",
    "P2\t8 hours\t16 hours",
)


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *LEVELS)
        yield contracts


def asked(contracts: Contracts, question: str) -> tuple[Statement, ...]:
    return contracts.assistant(absent_below=0.0).ask(question, "Acme").statements


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("P1 at 2 am, how fast do they answer?", "Response Time, P1, Night and Weekend Hours: 30 minutes."),
        ("How fast must they fix a P1 on a Sunday?", "Resolution Time, P1, Night and Weekend Hours: 6 hours."),
        (
            "How fast must they respond to a priority 2 at night?",
            "Response Time, P2, Night and Weekend Hours: Not covered.",
        ),
        ("P1 le dimanche, délai de rétablissement ?", "Resolution Time, P1, Night and Weekend Hours : 6 hours."),
        ("Time to fix a P1 on Tuesday at 10 am?", "Resolution Time, P1, Business Hours: 4 hours."),
    ],
)
def test_the_cell_for_the_priority_and_the_hours_leads(contracts: Contracts, question: str, lead: str) -> None:
    first, *rest = asked(contracts, question)
    assert first.lead == lead
    assert not any("\t" in c.quote and "P1" in c.quote for one in rest for c in one.citations)  # the neighbour's row


def test_where_neither_neighbour_is_asked_for_both_cells_are_told(contracts: Contracts) -> None:
    leads = [one.lead for one in asked(contracts, "How long for a P1 at night?")[:2]]
    assert sorted(leads) == [
        "Resolution Time, P1, Night and Weekend Hours: 6 hours.",
        "Response Time, P1, Night and Weekend Hours: 30 minutes.",
    ]


@pytest.mark.parametrize(
    "question",
    [
        "How fast do they answer a P1?",
        "Who answers a P1 at night?",
        "How fast do they answer a P1 or a P2 at 2 am?",
        "How fast do they answer a P1 at 14:00?",  # of a Saturday, perhaps: both columns
    ],
)
def test_no_cell_is_told_where_the_row_or_the_hours_are_in_doubt(contracts: Contracts, question: str) -> None:
    assert not any("P1, Night and Weekend Hours:" in one.lead for one in asked(contracts, question))


AMENDMENT = (
    "1. Change",
    "In the table “Resolution Time” in clause 3, the Resolution Time for P1 in Business Hours is changed from 4 hours to 3 hours.",
)


def test_a_cell_that_an_amendment_changed_is_not_told_and_another_of_its_row_is(contracts: Contracts) -> None:
    document = read_lines(*AMENDMENT, title="Amendment 1")
    contracts.add_document("Acme", replace(document, role=Role.AMENDMENT), "amendment-1")
    night = asked(contracts, "How fast must they fix a P1 at night?")[0]
    assert night.lead == "Resolution Time, P1, Night and Weekend Hours: 6 hours."
    by_day = asked(contracts, "How fast must they fix a P1 on Tuesday at 10 am?")
    assert not any("4 hours" in one.lead for one in by_day)
