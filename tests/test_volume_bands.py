from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from assistant.answer import Statement, Verdict
from assistant.answering.volume_bands import VolumeBands
from assistant.asked.question import read_question
from assistant.citing.cite import cite
from assistant.family.in_force import InForce
from assistant.wording.lexicon import Lexicon
from ingest.document import Span
from tests.fake_contracts import Contracts

LEXICON = Lexicon.load()
FACTORS = (
    "1. Volumes",
    "1.1 The unit price is multiplied by the factor of the band.",
    "",
    "Licences\tFactor\tScreens\tFactor",
    "Up to 100\t1.20\tUp to 300\t1.10",
    "101 to 300\t1.00\t301 to 900\t0.95",
    "More than 300\t0.90\tMore than 900\t0.85",
)
FOR_ALL = (
    "1. Prix",
    "1.1 Le prix de la tranche atteinte s’applique à tous les badges :",
    "",
    "Nombre de badges\tPrix par badge",
    "Jusqu’à 100\t4,00 €",
    "De 101 à 500\t3,50 €",
    "Plus de 500\t3,00 €",
)
EACH_ITS_OWN = (
    "1. Calls",
    "1.0 The fee is paid for all lines.",
    "1.1 Further calls are charged by bands, each price applying only to the calls of its band:",
    "",
    "Calls of the month\tPrice of a call",
    "1,001 to 1,500\t£2.00",
    "More than 1,500\t£1.50",
)
BILLIONS = (
    "1. Fees",
    "1.1 The fees are those of the table.",
    "",
    "Volume of the orders that the customer places over the platform within one and the same month (EUR bn)\t"
    "Fee for each order of EUR 1 million",
    "0-5\t€9.00",
    "5-15\t€8.00",
    "15+\t€7.00",
)
UNSAID = ("1. Calls", "1.1 Calls are charged as follows:", "", *EACH_ITS_OWN[4:])


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


def told(contracts: Contracts, question: str, lines: Sequence[str], *quoted: int) -> list[Statement]:
    """The statements of an answer that quotes lines of a contract, with the row of the band before them."""
    record = contracts.add("Acme", *lines)
    document = contracts.library.document(record.id)
    made = []
    for number in quoted:
        start = document.text.index(lines[number])
        citations = cite(record, document, Span(start, start + len(lines[number])))
        made.append(Statement(lines[number], Verdict.QUOTED, citations))
    bands = VolumeBands(contracts.library, LEXICON, InForce(contracts.library))
    return list(bands.told(read_question(question), made, (), None))


def test_the_row_of_the_band_of_the_thing_asked_about_takes_the_place_of_the_others(contracts: Contracts) -> None:
    first, rule = told(contracts, "What is the price for 250 licences a month?", FACTORS, 4, 1)
    assert first.lead == "250 is in the band “101 to 300”: Factor, 1.00."
    assert first.text.split("\n")[-1] == "101 to 300 | 1.00 | 301 to 900 | 0.95"
    assert rule.text == FACTORS[1]


def test_the_column_is_that_of_the_thing(contracts: Contracts) -> None:
    first, *_ = told(contracts, "What do we pay for 250 screens?", FACTORS, 4)
    assert first.lead == "250 is in the band “Up to 300”: Factor, 1.10."


@pytest.mark.parametrize(
    ("question", "lines", "lead"),
    [
        (
            "300 badges, quel prix ?",
            FOR_ALL,
            "300 est dans la tranche « De 101 à 500 » : Prix par badge, 3,50 €. 1 050 € : 300 × 3,50 €.",
        ),
        (
            "How much for 1,800 calls this month?",
            EACH_ITS_OWN,
            "1,800 is in the band “More than 1,500”: Price of a call, £1.50. £1,450: 500 × £2.00 + 300 × £1.50.",
        ),
        (
            "What is the fee if orders come to 12 billion this month?",
            BILLIONS,
            "12,000,000,000 is in the band “5-15”: Fee for each order of EUR 1 million, €8.00.",
        ),
        ("How much for 1,800 calls?", UNSAID, "1,800 is in the band “More than 1,500”: Price of a call, £1.50."),
    ],
)
def test_the_sum_is_told_where_it_is_said_to_which_units_a_price_applies(
    contracts: Contracts, question: str, lines: Sequence[str], lead: str
) -> None:
    first, *_ = told(contracts, question, lines, len(lines) - 2)
    assert first.lead == lead


@pytest.mark.parametrize(
    "question",
    [
        "What do we pay for 250 chairs?",  # nothing that is counted there
        "When did we buy 250 licences?",
        "What is the price of a licence?",
        "What is the price of licences for 250 months?",
        "What is the price of 250 licences and 80 screens?",
    ],
)
def test_nothing_is_chosen_where_it_is_not_certain(contracts: Contracts, question: str) -> None:
    (only,) = told(contracts, question, FACTORS, 4)
    assert (only.lead, only.text) == ("", FACTORS[4])


def test_an_example_beside_the_row_is_still_called_one(contracts: Contracts) -> None:
    lines = (*FACTORS, "", "2. Reading", "2.1 For example, 90 licences have the factor 1.20.")
    _, example = told(contracts, "What is the price for 250 licences a month?", lines, 4, 9)
    assert example.lead == "Given as an example:"
