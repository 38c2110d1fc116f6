from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import FoundPassage
from assistant.asked.question import read_question
from assistant.retrieval.candidate import Candidate
from assistant.retrieval.preference import ANNOUNCING, BESIDE_CASE, Preference
from assistant.retrieval.preferring import BESIDE_IT
from assistant.wording.lexicon import Lexicon
from ingest.document import Span
from tests.fake_contracts import Contracts


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


def scores(contracts: Contracts, question: str, *pieces: str, lines: tuple[str, ...] = ()) -> list[float]:
    """The scores of pieces that all had 2 before."""
    record = contracts.add("Acme", "1. Terms", *(lines or pieces))
    text = contracts.library.document(record.id).text
    made = []
    for piece in pieces:
        start = text.index(piece)
        passage = FoundPassage("Acme", "agreement", "1", 1, 0, len(text), 1.0, document_id=record.id)
        made.append(Candidate(passage, Span(start, start + len(piece)), 2.0, 1.0, near=0.5))
    preference = Preference(contracts.library, Lexicon.load())
    return [c.score for c in preference.of(read_question(question), question, made)]


LESS = 2.0 * BESIDE_IT


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        (
            "How long do we have to pay an invoice?",
            "Invoices are payable within thirty days.",
            "An invoice is disputed within ten days.",
        ),
        (
            "Combien de temps pour payer ?",
            "Les factures sont payables à trente (30) jours.",
            "La facture est contestée sous dix (10) jours.",
        ),
        (
            "May we terminate a tower?",
            "The Client may terminate any tower.",
            "If the Client terminates a tower the price falls.",
        ),
        ("What is the most they owe us?", "Liability shall not exceed £1,000.", "The price shall not exceed £500."),
        (
            "What is the maximum price increase?",
            "The increase of fees shall not exceed 3%.",
            "Prices follow the index of May.",
        ),
        (
            "How much warning must we give before walking away?",
            "Either party may terminate on six months’ notice.",
            "If force majeure goes on, either party may terminate on five days’ notice.",
        ),
        (
            "What notice must the Provider give to refuse renewal?",
            "It renews unless refused on nine months’ notice.",
            "The Provider must give three months’ notice of a move.",
        ),
        (
            "Quel préavis du prestataire pour ne pas reconduire ?",
            "Il est reconduit sauf avec un préavis de neuf mois.",
            "Le prestataire déménage avec un préavis de trois mois.",
        ),
        (
            "Who owns the code?",
            "The code shall be the property of the Client.",
            "The Provider writes code with its own staff.",
        ),
        (
            "À qui appartient le code ?",
            "Le code est la propriété du Client.",
            "Le Prestataire écrit le code avec ses équipes.",
        ),
        (
            "Who is the Delivery Manager?",
            "Sun Garth replaces Bert Askew as Delivery Manager.",
            "The Quality Manager tells the Delivery Manager.",
        ),
    ],
)
def test_what_says_what_is_asked_for_stands_before_what_is_near_it(
    contracts: Contracts, question: str, first: str, second: str
) -> None:
    assert scores(contracts, question, first, second) == [2.0, LESS]


def test_where_it_is_asked_what_follows_in_a_case_what_names_it_stands_first(contracts: Contracts) -> None:
    names, other = "If the Client fails to pay, the service is suspended.", "The Client pays each invoice in May."
    assert scores(contracts, "What happens if the client does not pay?", names, other) == [2.0, 2.0 * BESIDE_CASE]


def test_a_list_of_notices_is_read_with_its_introduction(contracts: Contracts) -> None:
    lines = (
        "1.1 It renews unless ended on notice:",
        "a) of six months by the Client;",
        "b) of nine months by the Provider.",
    )
    other = "1.2 The Provider gives ten days before an audit."
    given = scores(contracts, "What notice to end the renewal?", lines[0], other, lines=(*lines, other))
    assert given == [2.0, LESS]


def test_where_nothing_says_it_nothing_changes(contracts: Contracts) -> None:
    assert scores(contracts, "May we terminate a tower?", "Towers are listed.", "The tower is high.") == [2.0, 2.0]


def test_a_row_with_the_value_tells_of_the_deed_that_its_table_is_of(contracts: Contracts) -> None:
    lines = ("Logs are kept safe for 9 days.", "", "Data\tPeriod", "Logs\t12 months")
    pieces = ("Logs are kept safe for 9 days.", "Logs\t12 months")
    assert scores(contracts, "How long are logs kept?", *pieces, lines=lines) == [2.0, 2.0]


def test_a_row_stands_before_what_announces_its_table_unless_all_is_wanted(contracts: Contracts) -> None:
    lines = ("The following targets hold.", "", "Service\tTarget", "Portal\t99%", "Mail\t98%")
    pieces = ("The following targets hold.", "Portal\t99%")
    assert scores(contracts, "Is the portal target met?", *pieces, lines=lines) == [2.0 * ANNOUNCING, 2.0]


def test_what_announces_a_table_stands_first_where_all_is_wanted(contracts: Contracts) -> None:
    lines = ("The following towers exist.", "A tower has a price.", "", "Tower\tPrice", "A\t£1")
    found = scores(contracts, "Which towers exist?", "The following towers exist.", "A tower has a price.", lines=lines)
    assert found[0] == 2.0
    assert found[1] < 2.0
