from __future__ import annotations

import pytest

from assistant.asked.question import read_question
from assistant.retrieval.asked_deed import asked_deed, tells_deed
from assistant.wording.lexicon import Lexicon


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("How long do we have to pay an invoice?", "pay"),
        ("Who approves a change?", "approves"),
        ("who can declare a disaster", "declare"),
        ("May we terminate a single tower?", "terminate"),
        ("Can the customer audit the provider?", "audit"),
        ("how fast must critical patches be installed", "installed"),
        ("What are the payment terms?", "payment"),
        ("peut-on résilier un seul lot ?", "resilier"),
        ("combien de temps pour payer une facture ?", "payer"),
        ("délai de paiement", "paiement"),
        ("combien de temps gardent-ils les journaux", "gardent"),
        ("qui préside le comité de pilotage ?", "preside"),
        ("où sont hébergées les données", "hebergees"),
        ("What is the monthly fee?", ""),
        ("Who is the Service Delivery Manager?", ""),
        ("Is there a cap?", ""),
        ("quel est le plafond de responsabilité", ""),
        ("what happens if we pay late", ""),
    ],
)
def test_the_deed_that_a_question_asks_about(question: str, deed: str) -> None:
    assert asked_deed(question) == deed


@pytest.mark.parametrize(
    ("question", "text", "language", "told"),
    [
        ("How long do we have to pay an invoice?", "An invoice is payable within thirty (30) days.", "en", True),
        (
            "How long do we have to pay an invoice?",
            "An invoice is disputed within ten (10) days. It is then paid.",
            "en",
            False,
        ),
        ("combien de temps pour payer une facture ?", "Les factures sont payables à trente (30) jours.", "fr", True),
        ("combien de temps pour payer une facture ?", "Elle conteste la facture sous vingt (20) jours.", "fr", False),
        ("How long do we have to pay?", "Les factures sont payables à trente (30) jours.", "fr", True),
        ("May we terminate a tower?", "The Client may terminate one or more Towers.", "en", True),
        ("May we terminate a tower?", "If the Client terminates a Tower, the price falls.", "en", False),
        ("When can they suspend us?", "The Host may suspend the Client after two reminders.", "en", True),
        ("When can they suspend us?", "The Host may suspend the Client.", "en", False),
        ("How long can they suspend us?", "The Host may suspend the Client after two reminders.", "en", False),
        ("quand peut-on suspendre ?", "Le Prestataire suspend le service en cas de fraude.", "fr", True),
        ("Who pays for the audit?", "Each party bears its own costs of an audit.", "en", True),
        ("Who pays for the audit?", "Auditors have no access to internal costs.", "en", False),
        ("Who approves a change?", "Service levels\nClass\tApproval\nMajor\tThe board", "en", True),
    ],
)
def test_words_tell_of_the_deed_as_it_was_asked_about(question: str, text: str, language: str, told: bool) -> None:
    asked = read_question(question)
    assert tells_deed(asked, asked_deed(question), text, language, Lexicon.load()) is told


def test_what_is_inserted_behind_a_modal_parts_it_not_from_its_verb() -> None:
    lexicon = Lexicon.load()
    question = read_question("May we cancel an order?")
    after = "upon notice to the Provider given no more than thirty days after the day on which it failed twice"
    inserted = f"The Client may, {after}, cancel an order."
    assert tells_deed(question, "cancel", inserted, "en", lexicon)
    assert not tells_deed(
        question, "cancel", "The Client may, on that day, inspect a site. It cancelled.", "en", lexicon
    )
