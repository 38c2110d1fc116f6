from __future__ import annotations

import pytest

from assistant.asked.question import read_question
from assistant.calculation.deadline import deadline, week_of
from assistant.wording.lexicon import Lexicon

PAY = "The Customer shall pay each invoice within thirty (30) days of receipt."


@pytest.mark.parametrize(
    ("question", "quote", "told"),
    [
        ("We received an invoice on 3 March 2026, by when must we pay?", PAY, "2 April 2026: 3 March 2026 + 30 days"),
        ("Facture reçue le 3 mars 2026 : quand faut-il payer ?", PAY, "2 avril 2026: 3 mars 2026 + 30 jours"),
        (
            "When must we give notice if the term expires on 31 August 2026?",
            "Notice is given at least six (6) months before expiry of the term.",
            "28 February 2026: 31 August 2026 − 6 months",
        ),
        ("Invoice received on 3 March 2026, due date?", PAY, "2 April 2026: 3 March 2026 + 30 days"),
        ("Facture reçue le 3 mars 2026, date d'échéance ?", PAY, "2 avril 2026: 3 mars 2026 + 30 jours"),
        (  # the day is that of the notice, and the end is what is asked for
            "We give notice on 10 June 2026, when does the agreement expire?",
            "The Client may extend it by giving notice not less than six (6) months before the agreement would expire.",
            "",
        ),
        (
            "On résilie le 10 juin 2026, quand le contrat prend-il fin ?",
            "Les données sont effacées dans les soixante (60) jours de la fin du contrat.",
            "",
        ),
        (
            "Damage found on 3 March 2026, by when must they report?",
            "They report within thirty (30) days of the damage being found or of its notice, whichever is later.",
            "2 April 2026 at the earliest: 3 March 2026 + 30 days",
        ),
        (
            "Livraison le 3 mars 2026 : quand faut-il réclamer ?",
            "La réclamation est faite dans les dix (10) jours de la livraison ou de l'avis, au premier de ces événements.",
            "13 mars 2026 au plus tard: 3 mars 2026 + 10 jours",
        ),
        ("When must we pay?", PAY, ""),
        ("How much is due on 3 March 2026?", PAY, ""),
        ("We signed on 3 March 2026, by when must we pay?", PAY, ""),
        (
            "Received on 6 March 2026, by when must we pay?",
            "It is paid within five (5) Business Days of receipt.",
            "13 March 2026: 6 March 2026 + 5 business days (Monday to Friday; public holidays are not known)",
        ),
        (
            "Facture reçue le 6 mars 2026 : quand faut-il payer ?",
            "La facture est payée dans les six (6) jours ouvrables de sa réception.",
            "13 mars 2026: 6 mars 2026 + 6 jours ouvrables (du lundi au samedi ; les jours fériés ne sont pas connus)",
        ),
        (
            "The incident was on 12 March 2026, by when must we claim?",
            "A claim is made within thirty (30) days following the month in which the incident occurred.",
            "30 April 2026: 31 March 2026 + 30 days",
        ),
        (
            "L'incident a eu lieu le 12 février 2026, jusqu'à quand réclamer ?",
            "La demande est faite sous trente (30) jours calendaires suivant le mois au cours duquel l'incident a eu lieu.",
            "30 mars 2026: 28 février 2026 + 30 jours calendaires",
        ),
        (
            "The incident was on 12 March 2026, by when must we claim?",
            "A claim is made within thirty (30) days of the end of the quarter in which the incident occurred.",
            "",
        ),
        (
            "Facture reçue le 3 mars 2026 : quand payer ?",
            "Elle est payée sous 30 jours de sa réception, fin de mois.",
            "",
        ),
        ("Received on 3 March 2026 or on 4 March 2026, by when?", PAY, ""),
        ("Received on 3 March 2026, when is it due?", "It is paid within a reasonable time of receipt.", ""),
        ("Received on 3 March 9990, when is it due?", "It is paid within thirty (30) years of receipt.", ""),
    ],
)
def test_a_day_is_counted_only_where_that_is_certain(question: str, quote: str, told: str) -> None:
    assert deadline(read_question(question), quote, Lexicon.load()) == told


@pytest.mark.parametrize(
    ("definition", "week"),
    [
        ("“Business Day” means a day other than a Saturday, a Sunday or a public holiday in England.", 5),
        ("Business Day means any day except Sunday and public holidays.", 6),
        ("« Jour Ouvré » désigne un jour du lundi au vendredi, hors jours fériés.", 5),
        ("« Jour Ouvrable » : tout jour sauf le dimanche et les jours fériés.", 6),
        ("Jour Ouvré : du lundi au samedi.", 6),
        ("“Business Day” means a day on which banks are open in Oslo.", None),
    ],
)
def test_the_week_of_the_contracts_own_definition(definition: str, week: int | None) -> None:
    assert week_of(definition) == week
