from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Statement
from assistant.retrieval.surcharge_beside import asks_for_rate_at_hours, raises
from tests.fake_contracts import Contracts

RATES = (
    "1. Definitions",
    "“Working Hours” means 08:00 to 18:00 on a Business Day.",
    "“Night Hours” means all hours that are not Working Hours.",
    "2. Rates",
    "2.1 Work is charged at the day rates below.",
    "Role\tOn site\tRemote",
    "Plumber\t£400\t£360",
    "Painter\t£300\t£270",
    "2.2 Work outside Working Hours is charged at 1.5 times the day rate in Night Hours.",
    "3. Visits",
    "3.1 A visit of the plumber at night is announced.",
)


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as made:
        made.add("Acme", *RATES)
        yield made


def asked(contracts: Contracts, question: str) -> tuple[Statement, ...]:
    return contracts.assistant(absent_below=0.0).ask(question, "Acme").statements


def test_the_surcharge_stands_behind_the_rate_with_what_comes_of_it(contracts: Contracts) -> None:
    rate, raised, *_ = asked(contracts, "What does a plumber cost remote on a Sunday, day rate?")
    assert "Plumber" in rate.text
    assert raised.text.startswith("2.2 Work outside Working Hours")
    assert raised.lead == "£540: £360 × 1.5, Night Hours."


def test_a_rate_of_no_hours_has_no_surcharge(contracts: Contracts) -> None:
    answer = asked(contracts, "What does a plumber cost remote, day rate?")
    assert not any("1.5 times" in one.lead for one in answer)


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What is the day rate on a Saturday?", True),
        ("Combien coûte un plombier la nuit ?", True),
        ("What does it cost outside working hours?", True),
        ("Who comes on a Saturday?", False),
        ("What is the day rate?", False),
    ],
)
def test_a_rate_at_hours_is_asked_for(question: str, asks: bool) -> None:
    assert asks_for_rate_at_hours(question) is asks


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("Work at night is charged at 1.5 times the rate.", True),
        ("Les interventions du dimanche sont majorées de 100 %.", True),
        ("Work is charged at 1.5 times the rate.", False),
        ("The office is open on Sundays.", False),
        ("Night\t1.5 times the rate", False),
    ],
)
def test_what_raises_a_sum_at_hours_is_known(text: str, raised: bool) -> None:
    assert raises(text) is raised
