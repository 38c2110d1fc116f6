from __future__ import annotations

import pytest

from assistant.lead import Leads
from assistant.lexicon import Lexicon
from assistant.question import read_question

LEADS = Leads(Lexicon.load())


def lead(question: str, quote: str, header: str = "") -> str:
    return LEADS.of(read_question(question), quote, header)


@pytest.mark.parametrize(
    ("question", "quote", "said"),
    [
        (
            "How much notice must we give?",
            "Either party may end it on ninety (90) days' written notice.",
            "90 days' notice.",
        ),
        ("How long to correct it?", "On written notice it is corrected in fifteen (15) days.", "15 days."),
        ("Quel préavis ?", "Either party may end it on ninety (90) days' notice.", "90 jours de préavis."),
        ("How long may we contest a bill?", "Within fifteen (15) Business Days of receipt.", "15 business days."),
        ("How much is the credit?", "The credit shall not exceed £7,500 in a month.", "At most £7,500."),
        ("Combien de temps dure-t-elle ?", "Elle dure neuf (9) mois au plus.", "Au plus 9 mois."),
        ("How long does it last?", "It lasts nine (9) months at most, from its start.", "At most 9 months."),
        ("How much cover must they carry?", "Cover of not less than £15,000,000 is carried.", "At least £15,000,000."),
        ("Combien coûte un jour ?", "Le tarif est de 880 € par jour.", "880 €."),
        (
            "How long is the term?",
            "The term is 3 years unless clause 9 applies.",
            "3 years, except as the clause says.",
        ),
        (
            "Does it renew automatically?",
            "This Agreement does not renew automatically.",
            "No: the clause rules it out.",
        ),
        ("We have 30 days, right?", "It is paid within ten (10) days.", "Not 30 days: the clause says 10 days."),
        ("We have 10 days, right?", "It is paid within ten (10) days.", "The clause does say 10 days."),
        ("Since the cap is 20 %, what is left?", "The cap is 15%.", "Not 20%: the clause says 15%."),
    ],
)
def test_a_lead_says_in_plain_words_what_the_quote_answers(question: str, quote: str, said: str) -> None:
    assert lead(question, quote) == said


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How long is the term?", "Three years for A, five years for B."),  # two figures
        ("How long is the term?", "The term is [***] years, and 3 years for renewals."),  # blacked out
        ("How long is the notice, and who gives it?", "Notice is ninety (90) days."),  # half an answer
        ("Who gives notice?", "Notice is ninety (90) days."),
        ("May we not terminate?", "This Agreement may not be terminated."),  # a negative question
        ("Can the Customer terminate?", "The Provider may terminate."),
        ("What credit for six months over target?", "No bonus after six months."),
        ("Can we terminate without a reason?", "Either party may terminate without cause at any time."),
        ("Can we terminate for convenience?", "Either party may terminate without cause at any time."),
        ("May they use subcontractors?", "The Provider shall not disclose Data to subcontractors."),
        # the figure stands in another sentence than the one that answers
        (
            "How long does the contract last?",
            "This contract lasts until it is ended. The Customer may end it by sixty (60) days' written notice.",
        ),
    ],
)
def test_where_no_rule_is_certain_the_quote_speaks_alone(question: str, quote: str) -> None:
    assert lead(question, quote) == ""


def test_of_a_table_row_the_cell_under_the_column_asked_for_is_told() -> None:
    header, row = "Priority\tResponse time\tResolution time", "P2\t30 minutes\t8 hours"
    assert lead("How fast must they fix a P2?", row, header) == "8 hours."
    assert lead("How quick is the response to a P2?", row, header) == "30 minutes."
    assert lead("How fast for a P2?", row, header) == ""


def test_a_figure_that_the_question_brings_is_no_answer_to_it() -> None:
    assert lead("How long, when six months have passed?", "When six months have passed it ends.") == ""


@pytest.mark.parametrize(
    ("question", "quote", "said"),
    [
        (
            "How fast must they fix a P1?",
            "The response time of a P1 is two (2) hours.",
            "This gives a response time, and not a time to fix.",
        ),
        (
            "Sous combien de temps répondent-ils la nuit ?",
            "A P2 is answered within two (2) hours during Service Hours.",
            "Ceci donne un chiffre pour les heures ouvrées, et non celui de la nuit ou du week-end.",
        ),
    ],
)
def test_a_neighbour_of_what_is_asked_is_called_one(question: str, quote: str, said: str) -> None:
    assert lead(question, quote) == said


PAY = "Each undisputed invoice is paid within thirty (30) days of its receipt."


@pytest.mark.parametrize(
    ("question", "quote", "rivals", "said"),
    [
        ("We have 60 days to pay an invoice, right?", PAY, (), "Not 60 days: the clause says 30 days."),
        ("Since an invoice is paid in 60 days, when is it due?", PAY, (), "Not 60 days: the clause says 30 days."),
        ("Pourquoi paie-t-on une facture en 60 jours ?", PAY, (), "Pas 60 jours : la clause dit 30 jours."),
        ("We have 30 days to pay an invoice, right?", PAY, (), ""),
        # something else gives that figure, or a third one of the same
        ("We have 60 days to pay an invoice, right?", PAY, ("Expenses are paid within sixty (60) days.",), ""),
        (
            "We have 60 days to pay an invoice, right?",
            PAY,
            ("An invoice for works is paid within forty (40) days.",),
            "",
        ),
        (
            "We have 60 days to pay an invoice, right?",
            PAY,
            ("A report is due within ten (10) days.",),
            "Not 60 days: the clause says 30 days.",
        ),
        # not all that is asserted is spoken of, or an exception is made
        ("We have 60 days to contest an invoice, right?", PAY, (), ""),
        ("We have 60 days to pay, right?", PAY, (), ""),
        ("We have 60 days to pay an invoice, right?", PAY[:-1] + ", except those for works.", (), ""),
    ],
)
def test_what_contradicts_a_figure_taken_for_granted_needs_no_wide_lead(
    question: str, quote: str, rivals: tuple[str, ...], said: str
) -> None:
    assert LEADS.against(read_question(question), quote, rivals) == said
