from __future__ import annotations

import pytest

from assistant.answering.lead import Leads
from assistant.asked.question import read_question
from assistant.wording.lexicon import Lexicon

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
        (
            "How many days may they keep the badge?",
            "Le badge est nominatif. Le prestataire peut le garder dix (10) jours.",
            "10 days.",
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
        ("We have 10 days, right?", "It is paid within ten (10) days.", "The clause does say 10 days."),
    ],
)
def test_a_lead_says_in_plain_words_what_the_quote_answers(question: str, quote: str, said: str) -> None:
    assert lead(question, quote) == said


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How long is the term?", "Three years for A, five years for B."),  # two figures
        ("What notice not to renew?", "The Client may end this contract by giving seven (7) months' notice."),
        ("Quel préavis pour ne pas renouveler ?", "Le Client peut résilier avec un préavis de sept (7) mois."),
        ("How much for 4 engineers?", "An engineer costs £650 a day."),  # the price of one
        ("Combien pour 30 dossiers ?", "Chaque dossier est facturé 12 €."),
        ("What is the cap?", "The cap is 120% of the fees, or $900,000 if that is higher."),  # the one or the other
        ("Quel est le plafond ?", "Le plafond est le plus élevé de 80 000 € et du prix payé."),
        ("Quand payer ?", "Les factures sont payées à 45 jours fin de mois."),  # more than 45 days
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
