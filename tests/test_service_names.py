from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.asked.question import read_question
from assistant.asked.sought import Value, read_sought
from assistant.naming.service_names import service_names
from tests.fake_contracts import Contracts

LEVELS = (
    "1. Network",
    "",
    "1.1 The monthly availability that is promised for the VPC is 99.99% of each month.",
    "",
    "2. Instances",
    "",
    "2.1 The monthly availability means the time for which an instance is available.",
    "",
    "2.2 The monthly availability of a VM instance is 99.95% of each month.",
    "",
    "3. Visits",
    "",
    "3.1 Visits are announced.",
)


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as made:
        made.add("Acme", *LEVELS)
        yield made


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("what availability is promised for VMs?", {"vm"}),
        ("Quelle est la disponibilité du VPC ?", {"vpc"}),
        ("which SLA holds in EUR?", set()),
        ("WHAT AVAILABILITY IS PROMISED?", set()),
        ("what is promised?", set()),
    ],
)
def test_services_are_named_in_capitals(text: str, names: set[str]) -> None:
    assert service_names(text) == names


@pytest.mark.parametrize(
    ("question", "percent"),
    [
        ("What availability is promised for VMs?", True),
        ("Quelle disponibilité est garantie pour les VM ?", True),
        ("Who is available at night?", False),
    ],
)
def test_an_availability_is_a_percentage(question: str, percent: bool) -> None:
    assert (read_sought(read_question(question)).value is Value.PERCENT) is percent


@pytest.mark.parametrize(
    ("question", "figure"),
    [("What availability is promised for VMs?", "99.95%"), ("What availability is promised for the VPC?", "99.99%")],
)
def test_the_availability_of_one_service_is_not_told_for_another(
    contracts: Contracts, question: str, figure: str
) -> None:
    first, *_ = contracts.assistant(absent_below=0.0).ask(question, "Acme").statements
    assert figure in first.text
