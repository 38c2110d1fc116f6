from __future__ import annotations

import pytest

from assistant.answering.actor_lead import actor
from assistant.answering.lead import Leads
from assistant.asked.question import read_question
from assistant.wording.lexicon import Lexicon


@pytest.mark.parametrize(
    ("question", "quote", "party"),
    [
        (
            "Who pays for value added tax?",
            "Value added tax is extra, which Torrovane shall pay on an invoice.",
            "Torrovane",
        ),
        ("Who pays for the test?", "The Provider shall test the plan at its own cost.", "The Provider"),
        ("Qui paie le test ?", "Le Prestataire fait réaliser, à ses frais, un test chaque année.", "Le Prestataire"),
        ("Who pays for the test?", "Le Prestataire fait réaliser, à ses frais, un test.", "Prestataire"),
        ("Who owns the software?", "All rights in the software belong to Torrovane from their creation.", "Torrovane"),
        ("Who keeps the register?", "The Provider shall keep a register of risks.", "The Provider"),
        # nothing where it depends on something, is of both, is denied, or is of more than the party's name
        ("Who pays for the audit?", "Each party bears its own costs of an audit.", ""),
        ("Who pays for the audit?", "If it finds a fault, the Provider shall pay for the audit.", ""),
        ("Who keeps the register?", "The Provider shall not keep a register.", ""),
        ("Qui anime la cellule ?", "La cellule est animée par le responsable de production du Prestataire.", ""),
        ("Who keeps the register?", "The register is kept.", ""),
        ("Who is the manager?", "The Provider shall appoint a manager.", ""),
        ("Who keeps it?", "The Provider\tkeeps the register", ""),
    ],
)
def test_the_party_that_does_it_is_told_where_that_is_certain(question: str, quote: str, party: str) -> None:
    assert actor(read_question(question), quote, Lexicon.load()) == party


def test_the_party_leads_its_quote_with_word_of_an_exception() -> None:
    leads = Leads(Lexicon.load())
    asked = read_question("Who keeps the register?")
    assert leads.of(asked, "The Provider shall keep a register of risks.") == "The Provider."
    told = leads.of(asked, "The Provider shall keep a register of risks, except those of the Client.")
    assert told == "The Provider, except as the clause says."
