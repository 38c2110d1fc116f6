"""What late payment costs and until when one may go to court, asked for in lay words, and what states them."""

from __future__ import annotations

import pytest

from assistant.asked.clause_topics import CAP, rank_on, read_topic
from assistant.asked.remedy_topics import EXIT_COST, LATE_PAYMENT, TIME_BAR
from assistant.asked.topic import Topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("how much is late interest?", LATE_PAYMENT),
        ("if our cheque arrives late, what interest runs?", LATE_PAYMENT),
        ("we settle two weeks late, what do they add", LATE_PAYMENT),
        ("overdue invoices: what rate?", LATE_PAYMENT),
        ("What extra charge if we do not pay a bill on time?", LATE_PAYMENT),
        ("combien ça coûte de payer en retard ?", LATE_PAYMENT),
        ("quel taux si une facture n'est pas réglée à temps", LATE_PAYMENT),
        ("Quels intérêts de retard ?", LATE_PAYMENT),
        ("until when can they take us to court?", TIME_BAR),
        ("what is the deadline to bring an action?", TIME_BAR),
        ("dans quel délai peut-on saisir le tribunal ?", TIME_BAR),
        ("délai de prescription", TIME_BAR),
        ("what is the most they would have to pay us if it all goes wrong?", CAP),
        ("is there a limit on how much the supplier has to pay out?", CAP),
        ("quel est le maximum qu'ils pourraient avoir à nous verser ?", CAP),
        ("combien peut-on leur réclamer au maximum ?", CAP),
    ],
)
def test_lay_questions_name_the_topic_whatever_their_form(text: str, topic: Topic) -> None:
    assert read_topic(text) is topic


@pytest.mark.parametrize(
    "text",
    [
        "what penalty do they pay for late delivery?",
        "quelle pénalité paient-ils si la livraison est en retard ?",
        "can they suspend the service if we pay late?",
        "who has to pay interest on a late invoice?",
        "what happens if we pay late?",
        "how long do we have to pay?",
        "should we sue them?",
        "how long must we negotiate before we go to court?",
        "what is the most they pay for late delivery?",
        "what is the maximum service credit?",
        "quel est le maximum de pénalités qu'ils doivent nous verser par mois ?",
        "is there a limit on how much the price can rise?",
    ],
)
def test_what_is_asked_of_something_else_names_none_of_them(text: str) -> None:
    assert read_topic(text) not in (LATE_PAYMENT, TIME_BAR, CAP)


@pytest.mark.parametrize(
    ("topic", "text", "rank"),
    [
        (LATE_PAYMENT, "Late payments are subject to a charge of 1.5% per month.", 2),
        (LATE_PAYMENT, "Sums not paid when due bear interest at eight percent per annum.", 2),
        (LATE_PAYMENT, "Interest of 4% a year runs on overdue amounts.", 2),
        (LATE_PAYMENT, "Toute somme impayée à l’échéance porte intérêt au taux de 6 % l’an.", 2),
        (LATE_PAYMENT, "A suspension does not relieve the Customer from paying fees past due plus interest.", 1),
        (LATE_PAYMENT, "Amounts billed and not paid when due accrue extended payment charges until they are paid.", 1),
        (LATE_PAYMENT, "En cas de retard de paiement, des intérêts sont dus de plein droit.", 1),
        (LATE_PAYMENT, "All fees are payable within thirty days of the invoice.", 0),
        (LATE_PAYMENT, "For each day of late delivery the Supplier owes 0.5% of the price.", 0),
        (LATE_PAYMENT, "Chaque jour de retard de livraison donne lieu à une pénalité de 1 %.", 0),
        (LATE_PAYMENT, "Le retard d’un Projet donne lieu à une pénalité de 2 % du prix du bon.", 0),
        (LATE_PAYMENT, "A Project that is late costs the Supplier 2% of its price.", 0),
        (TIME_BAR, "No action may be brought more than two (2) years after the cause of action arose.", 2),
        (
            TIME_BAR,
            "Neither party will bring a legal action more than eighteen months, that is 18 months, after it.",
            2,
        ),
        (TIME_BAR, "Toute action doit être engagée dans un délai d’un an, soit 12 mois.", 2),
        (TIME_BAR, "Either party may terminate on two months’ notice.", 0),
        (CAP, "The Vendor is liable for no more than the charges of the year before.", 2),
        (CAP, "Liability of the Agent will be limited in the aggregate to twelve monthly fees.", 2),
        (CAP, "It pays other direct damages up to the greater of $90,000 and the fees paid.", 2),
        (CAP, "Liability for the charges up to the day of termination remains.", 0),
    ],
)
def test_only_what_states_the_topic_ranks_on_it(topic: Topic, text: str, rank: int) -> None:
    assert rank_on(topic, text) == rank


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("what does it cost us to walk away early?", EXIT_COST),
        ("if we cancel before the end, how much do we owe?", EXIT_COST),
        ("combien coûte une résiliation anticipée ?", EXIT_COST),
        ("can we terminate and how much notice must we give?", None),
        ("combien de temps pour résilier ?", None),
        ("what do we owe if we terminate in year 3?", None),
        ("on résilie dans la 3e année : combien on doit ?", None),
    ],
)
def test_what_leaving_costs_is_asked_for_in_everyday_words(text: str, topic: Topic | None) -> None:
    assert read_topic(text) is topic


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("If the Client terminates under clause 4.2, it shall pay the amount of the table.", 2),
        ("Amounts payable on termination\nYear 1\t£900", 2),
        ("An early termination fee of three monthly charges is due.", 2),
        ("L’indemnité due au titre de l’article 4.2 est égale à trois mensualités.", 2),
        ("If the Client terminates for breach, the Supplier shall pay the costs of a substitute.", 1),
        ("Either party may terminate on sixty days’ notice.", 0),
    ],
)
def test_only_what_has_a_price_for_leaving_states_it(text: str, rank: int) -> None:
    assert rank_on(EXIT_COST, text) == rank
