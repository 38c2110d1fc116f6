from __future__ import annotations

from pathlib import Path

import pytest

from assistant.wording.ending import asks_to_end, ends_at_will, ends_on_no_ground, may_end_on_notice
from tests.fake_contracts import Contracts


@pytest.mark.parametrize(
    "question",
    [
        "when can we leave?",
        "How do I get out of this deal?",
        "May we terminate without giving a reason?",
        "Since the notice is 30 days, when may we terminate?",
        "Comment résilier le contrat ?",
        "quand le client peut-il partir ?",
        "Puisque le préavis est d'un mois, quand peut-on quitter le contrat ?",
        "peut-on mettre fin au contrat à tout moment ?",
    ],
)
def test_a_question_asks_how_to_end_the_contract(question: str) -> None:
    assert asks_to_end(question)


@pytest.mark.parametrize(
    "question",
    [
        "May we terminate if they are insolvent?",
        "can the client terminate for breach?",
        "when can they leave the site?",
        "How much does it cost to terminate?",
        "what happens to our data when we leave?",
        "who may terminate?",
        "When does the contract end?",
        "Peut-on résilier en cas de manquement ?",
        "à partir de quand doit-on payer ?",
    ],
)
def test_a_ground_a_person_or_what_follows_is_another_question(question: str) -> None:
    assert not asks_to_end(question)


def test_a_text_lets_end_without_a_ground_or_on_one() -> None:
    assert ends_at_will("The Customer may terminate for any or no reason.")
    assert ends_at_will("Le Client peut résilier sans avoir à justifier sa décision.")
    assert not ends_at_will("The Provider may inspect the site at any time.")
    assert ends_on_no_ground("Either party may terminate on not less than six months’ notice.")
    assert not ends_on_no_ground("Either party may terminate if the other breaches a material term.")
    assert not ends_on_no_ground("Le Contrat est résilié en cas de manquement de l’autre partie.")
    assert not ends_on_no_ground("The price is reviewed on six months’ notice.")


def test_a_text_lets_end_on_a_notice_whatever_the_case() -> None:
    assert may_end_on_notice(
        "Regardless of the term, the Licensee can terminate this Agreement with 180 days written notice."
    )
    assert may_end_on_notice("Le Client peut résilier le Contrat moyennant un préavis de deux mois.")
    assert not may_end_on_notice("The Licensee may terminate on 10 days' notice if the service is down.")
    assert not may_end_on_notice("The Licensee may terminate on 10 days' notice of a breach.")


@pytest.mark.parametrize(
    "question", ["when can we leave?", "How much notice do we need to give to get out of this contract?"]
)
def test_the_way_that_is_open_leads_before_what_a_breach_allows(tmp_path: Path, question: str) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add(
            "Acme",
            "1. Termination",
            "1.1 Either party may terminate this Agreement upon fifteen (15) days’ written notice to the other party, in the event that "
            "the other party breaches this Agreement and does not leave off within that time.",
            "1.2 Either party may terminate this Agreement for any reason upon forty (40) days’ written notice to the other party.",
        )
        answer = contracts.assistant(absent_below=0.0).ask(question, "Acme")
        assert answer.statements[0].text.startswith("1.2")
