from __future__ import annotations

import pytest

from assistant.answering.lead import Leads
from assistant.asked.question import read_question
from assistant.proof.excepted import exception_asked, exception_held
from assistant.wording.lexicon import Lexicon

LEXICON = Lexicon.load()
RULE = "Each invoice is paid within thirty (30) days of receipt, except that Project Charges are payable as the annex says."
REGLE = "Les factures sont payées à trente (30) jours, à l'exception des factures de Projets, régies par l'annexe."
SUBJECT = "Subject to clause 9 on disputes, an invoice is paid within thirty (30) days of receipt."


@pytest.mark.parametrize(
    ("question", "quote", "exception"),
    [
        ("How long do we have to pay project invoices?", RULE, "except that Project Charges are payable"),
        ("Sous combien de jours payer une facture de projet ?", RULE, "except that Project Charges are payable"),
        ("How long do we have to pay an invoice?", RULE, None),
        ("Sous combien de jours payer une facture ?", RULE, None),
        ("Quel délai de paiement pour les projets ?", REGLE, "à l'exception des factures de Projets"),
        ("How many days to pay for a project?", REGLE, "à l'exception des factures de Projets"),
        ("Quel délai de paiement des factures ?", REGLE, None),
        ("When must we pay in case of disputes?", SUBJECT, "Subject to clause 9 on disputes"),
        ("When must we pay an invoice?", SUBJECT, None),
        ("When are project invoices paid?", "However, project invoices are paid within 45 days.", None),
    ],
)
def test_an_exception_is_asked_about_where_it_alone_has_a_word_of_the_question(
    question: str, quote: str, exception: str | None
) -> None:
    span = exception_asked(question, quote, LEXICON)
    assert (span.of(quote)[: len(exception or "")] if span else None) == exception


@pytest.mark.parametrize(
    ("question", "quote", "lead"),
    [
        ("How long do we have to pay invoices of the suppliers?", RULE, "30 days, except as the clause says."),
        ("How long do we have to pay project invoices?", RULE, ""),
        ("Is it right that we have 60 days to pay project invoices?", RULE, ""),
        ("Sous combien de jours payer les factures de projets ?", REGLE, ""),
    ],
)
def test_no_plain_words_are_drawn_from_a_rule_that_does_not_hold_for_what_is_asked(
    question: str, quote: str, lead: str
) -> None:
    assert Leads(LEXICON).of(read_question(question), quote) == lead


def test_the_clause_of_an_exception_has_its_words_of_the_question() -> None:
    asked, said = (
        "How long do we have to pay project invoices?",
        "except that Project Charges are payable as stated there",
    )
    assert exception_held(asked, said, "Invoices for Project Charges are payable within 45 days.", LEXICON)
    assert not exception_held(asked, said, "Expenses are invoiced within 60 days.", LEXICON)
