from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Statement, Verdict
from assistant.answering.companions import Companions
from assistant.asked.question import read_question
from assistant.citing.cite import cite
from assistant.retrieval.caps_beside import asks_for_cap, caps_beside, gives_cap
from assistant.wording.lexicon import Lexicon
from ingest.document import Span
from tests.fake_contracts import Contracts

LEXICON = Lexicon.load()
AGREEMENT = (
    "1. Security of data",
    "The Provider keeps the data safe.",
    "2. Liability",
    "2.1 The total liability of the Provider shall not exceed £6,000,000.",
    "2.2 The liability of the Provider for a breach of clause 1 shall not exceed £12,000,000.",
    "2.3 The Customer recovers, subject to the caps, the cost of restoring what was lost.",
    "2.4 The costs of restoring it are recovered within a year.",
    "3. Charges",
    "3.1 The monthly charge is £9,000 and is paid by the Customer.",
    "3.2 A rise of the charge shall not exceed 3% a year.",
    "4. Credits",
    "4.1 The total of the credits of a month shall not exceed 12% of the charges.",
    "5. Reports",
    "5.1 A report that is late gives rise to a credit of 1%.",
    "6. Data",
    "6.1 Lost data gives rise to a credit of £20,000, which is outside the cap in clause 4.1.",
    "7. Payment",
    "7.1 Late payments give rise to a penalty of 1% of the charges a month.",
    "8. Staff",
    "8.1 Who hires an employee of the other owes a year of his salary.",
)
CONTRAT = (
    "Article 1. Données",
    "Le Prestataire protège les données.",
    "Article 2. Responsabilité",
    "2.1 La responsabilité totale du Prestataire est limitée à deux millions (2 000 000) d’euros.",
    "2.2 Au titre de l’article 1, la responsabilité du Prestataire est limitée à cinq millions (5 000 000) d’euros.",
    "2.3 Le Client recouvre, dans le respect des plafonds, le coût de la reconstitution de ce qui est perdu.",
    "Article 3. Pénalités",
    "3.1 La perte de données donne lieu à une pénalité de 900 euros. Elle n’entre pas dans le plafond de l’article 3.3.",
    "3.2 Le retard donne lieu à une pénalité de 100 euros, dans la limite de l’article 3.3.",
    "3.3 Le total des pénalités est plafonné à 12 % de la redevance.",
)


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


def told(contracts: Contracts, question: str, lines: tuple[str, ...], number: int) -> list[str]:
    """The caps beside a line."""
    record = contracts.add("Acme", *lines)
    document = contracts.library.document(record.id)
    start = document.text.index(lines[number])
    (citation,) = cite(record, document, Span(start, start + len(lines[number])))
    spans = caps_beside(contracts.library, read_question(question), citation, LEXICON)
    return [" ".join(span.of(document.text).split()) for span in spans]


def test_the_cap_for_what_is_asked_about_comes_first_known_by_the_clause_that_it_names(contracts: Contracts) -> None:
    asked = "What is the most they pay if our data is lost?"
    assert told(contracts, asked, AGREEMENT, 5) == [AGREEMENT[4], AGREEMENT[3]]


def test_a_french_cap_is_known_by_the_article_that_it_names(contracts: Contracts) -> None:
    asked = "Combien nous paie-t-on au maximum si nos données sont perdues ?"
    assert told(contracts, asked, CONTRAT, 5) == [CONTRAT[4], CONTRAT[3]]


@pytest.mark.parametrize(
    ("question", "number", "caps"),
    [
        (
            "What credit is due for a late report?",
            13,
            [AGREEMENT[11]],
        ),  # the cap on the total of them, in another article
        ("What is the liability for a breach?", 4, []),  # a cap itself
        ("What is the monthly charge?", 8, []),  # nobody asks for the most
        ("Within which time are the costs recovered?", 6, []),
        ("What is the maximum time of restoring?", 6, []),  # no sum is asked for
        ("Who is responsible for reports that are late?", 13, []),
        ("What credit is due if data is lost?", 15, []),  # it says that the cap is not for it
        ("What is the penalty for a late payment?", 17, []),  # the total of the credits is another kind
        ("What penalty do we owe for hiring an employee, and is it a credit?", 19, []),  # the quote gives no credit
        ("What is the most that is paid for a report?", 13, []),  # the cap on the credits has no word of it
    ],
)
def test_a_cap_comes_where_what_is_asked_about_is_capped(
    contracts: Contracts, question: str, number: int, caps: list[str]
) -> None:
    assert told(contracts, question, AGREEMENT, number) == caps


def test_caps_are_quoted_beside_the_answer(contracts: Contracts) -> None:
    record = contracts.add("Acme", *AGREEMENT)
    document = contracts.library.document(record.id)
    start = document.text.index(AGREEMENT[13])
    answer = Statement(AGREEMENT[13], Verdict.QUOTED, cite(record, document, Span(start, start + len(AGREEMENT[13]))))
    asked = read_question("What credit is due for a late report?")
    (cap,) = Companions(contracts.library, LEXICON).of(asked, (answer,), [record.id])
    assert (cap.lead, cap.text) == ("A cap to read with it:", AGREEMENT[11])


@pytest.mark.parametrize(
    ("question", "number", "caps"),
    [("Quelle pénalité pour des données perdues ?", 7, []), ("Quelle pénalité pour un retard ?", 8, [CONTRAT[9]])],
)
def test_a_cap_that_a_quote_says_it_does_not_come_under_is_not_its_cap(
    contracts: Contracts, question: str, number: int, caps: list[str]
) -> None:
    record = contracts.add("Acme", *CONTRAT)
    document = contracts.library.document(record.id)
    start = document.text.index(CONTRAT[number])
    cited = cite(record, document, Span(start, start + len(CONTRAT[number])))
    answer = Statement(CONTRAT[number], Verdict.QUOTED, cited)
    found = Companions(contracts.library, LEXICON).of(read_question(question), (answer,), [record.id])
    assert [one.text for one in found] == caps


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What is the most they owe us?", True),
        ("quel est le plafond des pénalités ?", True),
        ("What is the maximum price increase?", True),
        ("what isnt capped, liability wise", False),
        ("Which liability is not limited?", False),
        ("Quelles pénalités ne sont pas plafonnées ?", False),
        ("What happens when the credits reach the cap?", False),
        ("How much do they owe us?", False),
    ],
)
def test_the_most_is_asked_for_and_not_what_has_no_cap(question: str, asks: bool) -> None:
    assert asks_for_cap(question) is asks


def test_a_cap_may_be_what_is_paid_and_name_no_figure() -> None:
    asked = "What is the most they owe us?"
    assert gives_cap(asked, "The Supplier’s entire liability shall be limited\nto the annualised value of the Charges.")
    assert gives_cap("Quel est le plafond ?", "Sa responsabilité est limitée au montant des redevances de l’année.")
    assert gives_cap(
        asked, "Any liability of the Agent will be limited in the aggregate to an amount equal to the fees."
    )
    assert gives_cap(asked, "Each party’s entire liability will not exceed the General Cap.")
    assert not gives_cap(asked, "The liability for a breach is limited to what the law allows.")
    assert not gives_cap(asked, "Its use is limited to the amount of data that is stored.")
