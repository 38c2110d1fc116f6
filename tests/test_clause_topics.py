from __future__ import annotations

from pathlib import Path

import pytest

from assistant.asked import clause_topics
from assistant.asked.clause_topics import as_question, rank_on, read_topic
from assistant.asked.control_topic import CHANGE_OF_CONTROL
from assistant.asked.life_topics import NON_RENEWAL, RENEWAL, SIGNED, START, START_OF_AMENDMENT
from assistant.asked.term_topic import TERM
from assistant.asked.topic import Topic
from tests.fake_contracts import Contracts


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("term of the contract", TERM),
        ("What is the term of this agreement?", TERM),
        ("How long does the contract last?", TERM),
        ("durée", TERM),
        ("Quelle est la durée du contrat ?", TERM),
        ("payment term", clause_topics.PAYMENT),
        ("délai de paiement des factures", clause_topics.PAYMENT),
        ("liability cap", clause_topics.CAP),
        ("what's the cap on liability?", clause_topics.CAP),
        ("plafond de responsabilité", clause_topics.CAP),
        ("governing law", clause_topics.LAW),
        ("quel est le droit applicable au contrat ?", clause_topics.LAW),
        ("confidentiality", clause_topics.CONFIDENTIALITY),
        ("obligation de confidentialité", clause_topics.CONFIDENTIALITY),
        ("notice period for termination", clause_topics.NOTICE),
        ("termination notice", clause_topics.NOTICE),
        ("When does the agreement expire?", TERM),
        ("how long does it run for", TERM),
        ("what if one of them gets bought?", CHANGE_OF_CONTROL),
        ("can we leave if a competitor takes over the provider", CHANGE_OF_CONTROL),
        ("que se passe-t-il si le prestataire est racheté ?", CHANGE_OF_CONTROL),
        ("et si l'un d'eux est racheté", CHANGE_OF_CONTROL),
        ("what if the hardware we bought fails", None),
        ("le matériel est-il racheté à la fin ?", None),
        ("how much notice to stop it renewing?", NON_RENEWAL),
        ("by when must we say that we don't want it renewed", NON_RENEWAL),
        ("quel préavis pour ne pas reconduire ?", NON_RENEWAL),
        ("délai pour dénoncer la tacite reconduction", NON_RENEWAL),
        ("quel préavis pour résilier le contrat ?", clause_topics.NOTICE),
        ("when does it expire?", TERM),
        ("How long are we bound by the contract?", TERM),
        ("jusqu'à quand le contrat court-il ?", TERM),
        ("combien de temps court le contrat", TERM),
        ("jusqu'à quand sommes-nous engagés ?", TERM),
        ("quand se termine le contrat ?", TERM),
        ("when do we have to pay an invoice?", clause_topics.PAYMENT),
        ("quand faut-il payer les factures ?", clause_topics.PAYMENT),
        ("Does it renew automatically?", RENEWAL),
        ("is there an automatic renewal?", RENEWAL),
        ("le contrat se renouvelle-t-il tout seul ?", RENEWAL),
        ("reconduction tacite", RENEWAL),
        ("since when is the agreement in force?", START),
        ("date d'effet du contrat", START),
        ("Who signed for Zenith?", SIGNED),
        ("who are the signatories?", SIGNED),
        ("qui a signé l'avenant 2 ?", SIGNED),
        ("quels sont les signataires ?", SIGNED),
        ("when does the second amendment take effect?", START_OF_AMENDMENT),
        ("depuis quand l'avenant n° 2 est-il en vigueur ?", START_OF_AMENDMENT),
    ],
)
def test_a_topic_is_read_in_both_languages_bare_or_as_a_question(text: str, topic: Topic) -> None:
    assert read_topic(text) is topic


@pytest.mark.parametrize(
    "text",
    [
        "liability cap for a data breach",
        "durée de conservation",
        "term of the warranty",
        "confidentiality of prices",
        "notice period for renewal",
        "durée du préavis",
        "what does the payment term mean for our suppliers?",
        "what does clause 4 of the SLA say?",
        "liability cap " * 40,
        "when does the warranty start?",
        "can we extend the deadline?",
        "how many renewals are there?",
        "quand se termine la garantie ?",
        "who signs the acceptance report?",
        "who signed off the tests?",
    ],
)
def test_what_asks_for_more_than_a_topic_names_none(text: str) -> None:
    assert read_topic(text) is None


def test_a_bare_topic_stands_for_its_question_and_a_question_for_itself() -> None:
    assert as_question("term of the contract", "en") == "How long does the contract last?"
    assert as_question("durée", "fr") == "Quelle est la durée du contrat ?"
    assert as_question("What is the term of the contract?", "en") == "What is the term of the contract?"
    assert as_question("liability cap", "en") == "liability cap"
    assert as_question("term of the warranty", "en") == "term of the warranty"


@pytest.mark.parametrize(
    ("topic", "text", "rank"),
    [
        (TERM, "This Agreement continues for three (3) years from the Start Date.", 2),
        (TERM, "The term of this Agreement shall begin on the date hereof.", 2),
        (TERM, "Le Contrat prend effet le 1er mai pour une durée initiale de quatre (4) ans.", 2),
        (TERM, "This Agreement remains in effect until terminated by a party.", 2),
        (TERM, "The Customer may extend the Initial Term by periods of one (1) year.", 1),
        (TERM, "“Term” has the meaning set forth in Section 6.1.", 0),
        (TERM, "An action under this Agreement must be commenced within two (2) years.", 0),
        (TERM, "They keep the records during the term of this Agreement.", 0),
        (TERM, "The duties of this clause last five years after the end of the Agreement.", 0),
        (clause_topics.PAYMENT, "Buyer shall pay each undisputed invoice within thirty (30) days of receipt.", 2),
        (clause_topics.PAYMENT, "Les factures sont payables à quarante-cinq (45) jours fin de mois.", 2),
        (clause_topics.PAYMENT, "Late sums bear interest from the tenth day at 4% and are payable within 30 days.", 1),
        (clause_topics.PAYMENT, "Une facture est retournée sous dix (10) jours ; le paiement attend.", 0),
        (clause_topics.PAYMENT, "All sums are due within 30 days of invoice. All fees are non-refundable.", 2),
        (clause_topics.PAYMENT, "Fees are refunded and due within 30 days of the request.", 0),
        (
            clause_topics.PAYMENT,
            "Tout défaut de paiement persistant plus de sept (7) jours rend toutes les sommes exigibles.",
            0,
        ),
        (
            clause_topics.PAYMENT,
            "En cas de retard de paiement, le service est suspendu dix jours après mise en demeure.",
            0,
        ),
        (clause_topics.PAYMENT, "Upon default of payment for 10 days the service is suspended.", 0),
        (clause_topics.PAYMENT, "The fees are set out in Annex 2.", 0),
        (clause_topics.PAYMENT, "They calculate the fee in each month and pay it accordingly.", 0),
        (clause_topics.CAP, "The total liability of a party in each year shall not exceed £100,000.", 2),
        (clause_topics.CAP, "IN NO EVENT SHALL EITHER PARTY’S LIABILITY EXCEED THE FEES PAID.", 2),
        (clause_topics.CAP, "La responsabilité du Prestataire est limitée à cent mille euros par an.", 2),
        (clause_topics.CAP, "Par dérogation à l’article 9, sa responsabilité est plafonnée à un million d’euros.", 1),
        (clause_topics.CAP, "Liability insurance with limits that do not exceed $5,000,000.", 0),
        (clause_topics.CAP, "In no event is the Vendor liable for more than its share of a claim.", 0),
        (
            clause_topics.CAP,
            "“Liabilities” includes without limitation costs; liability that does not exceed a sum.",
            0,
        ),
        (clause_topics.CAP, "Neither party is liable for indirect loss.", 0),
        (clause_topics.LAW, "This Agreement is governed by the laws of the State of New York.", 2),
        (clause_topics.LAW, "Le Contrat est soumis au droit français.", 2),
        (clause_topics.LAW, "La présente annexe est régie par le droit belge.", 1),
        (clause_topics.LAW, "Any lawsuit may be brought in a court of Massachusetts.", 0),
        (clause_topics.CONFIDENTIALITY, "Each party shall keep the other’s information secret.", 2),
        (clause_topics.CONFIDENTIALITY, "Chaque Partie garde secrètes les informations de l’autre.", 2),
        (clause_topics.CONFIDENTIALITY, "“Confidential Information” means any information of a party.", 0),
        (clause_topics.NOTICE, "A party may terminate without cause on ninety (90) days’ notice.", 3),
        (
            clause_topics.NOTICE,
            "A party may terminate on thirty (30) days’ written notice if the other is in breach.",
            2,
        ),
        (clause_topics.NOTICE, "Customer, upon thirty days prior written notice, may cancel this Agreement.", 2),
        (TERM, "The “Term” shall begin on the date hereof and shall expire December 31, 2027.", 2),
        (TERM, "The Contract is valid for 5 years.", 2),
        (CHANGE_OF_CONTROL, "The Customer may end this Agreement upon a change in control of the Supplier.", 2),
        (CHANGE_OF_CONTROL, "Le Client peut résilier en cas de changement de contrôle ou de fusion du Prestataire.", 2),
        (CHANGE_OF_CONTROL, "“Change of Control” means the acquisition of more than half of the shares.", 1),
        (CHANGE_OF_CONTROL, "This Agreement merges all prior understandings.", 0),
        (CHANGE_OF_CONTROL, "The Buyer shall acquire the Products free of liens.", 0),
        (NON_RENEWAL, "It renews for a year each time unless a party gives notice sixty days before the end.", 2),
        (
            NON_RENEWAL,
            "Le contrat est reconduit par périodes d’un an, sauf préavis de trois mois avant son échéance.",
            2,
        ),
        (
            NON_RENEWAL,
            "Thereafter it shall continue until either party gives six (6) months’ notice of termination.",
            2,
        ),
        (NON_RENEWAL, "Either party may object to its renewal by written notice.", 1),
        (NON_RENEWAL, "Either party may terminate on thirty days’ notice of a breach before the end of the term.", 0),
        (NON_RENEWAL, "Corwin may terminate this Agreement on thirty (30) days’ notice.", 0),
        (
            TERM,
            "The initial term of the Services, unless ended below, shall continue up to and including 3 May 2030.",
            2,
        ),
        (
            TERM,
            "“Contract Period” shall mean the period commencing 1 May 2026 and concluding 30 April 2029.",
            2,
        ),
        (TERM, "Initial Term means the period from the Effective Date through 30 June 2027.", 2),
        (TERM, "This Agreement shall be effective through and including March 31, 2031.", 2),
        (TERM, "This Agreement is for a term (the “Term”) of 12 months from the Effective Date.", 2),
        (
            TERM,
            "It commences on the Effective Date; this Agreement shall have a term of fifteen months.",
            2,
        ),
        (TERM, "Expiration Date: December 31, 2033", 2),
        (TERM, "La durée de la prestation est fixée à trente-six mois.", 2),
        (TERM, "Le contrat se poursuit jusqu’au 31 décembre 2030.", 2),
        (
            TERM,
            "If a party is in breach, this Agreement shall terminate at the end of thirty (30) days.",
            1,
        ),
        (TERM, "The term “Site” means the pages that are shown until 31 May 2030.", 0),
        (TERM, "Terms of payment shall be net thirty (30) days.", 0),
        (TERM, "Each party may terminate this Agreement on thirty (30) days’ notice.", 0),
        (RENEWAL, "This Agreement renews for successive periods of one year.", 2),
        (RENEWAL, "The Client may elect for the Term to be extended to December 31, 2028.", 2),
        (RENEWAL, "Le Contrat est reconduit tacitement par périodes de douze mois.", 2),
        (RENEWAL, "The Client may extend the warranty period by one year.", 0),
        (RENEWAL, "A renewal under bankruptcy laws ends the agreement.", 0),
        (START, "This Agreement takes effect on 1 May 2023.", 2),
        (START, "« Date d’Effet » : le 1er mai 2023.", 2),
        (START, "This Agreement begins on the Effective Date.", 1),
        (START, "Le Contrat prend effet à la Date d’Effet, soit jusqu’au 31 mai 2028.", 1),
        (START, "“Master Contract” means that which the parties entered into on 3 May 1999.", 0),
        (SIGNED, "IN WITNESS WHEREOF, executed by: ZENITH LLC By: /s/ Ada Byron Name: Ada Byron", 2),
        (SIGNED, "Fait à Lyon, le 3 mai 2024. Pour le Client Nom : Ada Byron", 2),
        (SIGNED, "An amendment is valid in writing and signed by both parties.", 0),
        (SIGNED, "This Agreement may be signed in counterparts.", 0),
        (START_OF_AMENDMENT, "1.2 Il prend effet le 1er mai 2026.", 2),
        (START_OF_AMENDMENT, "This Amendment is made on 3 May 2024.", 2),
        (START_OF_AMENDMENT, "This Agreement takes effect on 1 May 2023.", 0),
        (clause_topics.NOTICE, "Tours of the site are booked on seven days’ notice.", 0),
        (
            clause_topics.NOTICE,
            "Either Party may terminate this Agreement, without cause, by giving two (2) years written notice.",
            3,
        ),
        (
            clause_topics.NOTICE,
            "It may be terminated by either party for any reason by giving the other notice ninety (90) days in advance.",
            3,
        ),
        (
            clause_topics.NOTICE,
            "This Agreement is terminable by the Licensee at any time upon sixty (60) days’ written notice.",
            3,
        ),
    ],
)
def test_a_clause_states_a_topic_whole_in_part_or_not_at_all(topic: Topic, text: str, rank: int) -> None:
    assert rank_on(topic, text) == rank


@pytest.mark.parametrize(
    "unit",
    [
        "this agreement begins ",
        "liability damages not ",
        "pay within net ",
        "the term of ",
        "governed laws ",
        "this contract renew ",
    ],
)
def test_a_long_hostile_text_is_read_to_an_end(unit: str) -> None:
    for topic in (
        TERM,
        clause_topics.PAYMENT,
        clause_topics.CAP,
        clause_topics.LAW,
        clause_topics.NOTICE,
        RENEWAL,
        SIGNED,
        START,
        START_OF_AMENDMENT,
    ):
        assert rank_on(topic, unit * 5_000) in (0, 1, 2, 3)


def test_a_clause_that_states_the_topic_leads_whatever_shares_more_words(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add(
            "Acme",
            "1. Who signed the agreement",
            "1.1 The agreement is changed in writing and signed by both parties who signed the agreement.",
            "2. End",
            "2.1 Signed for Zenith, the Client, by Ada Byron on the third of May.",
        )
        answer = contracts.assistant(absent_below=0.0).ask("Who signed the agreement?", "Acme")
        assert "Ada Byron" in answer.statements[0].text
