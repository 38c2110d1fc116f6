from __future__ import annotations

import pytest

from assistant.proof.claim import Kind
from assistant.proof.disagreement import Said, disagreement
from assistant.wording.lexicon import Lexicon

LEXICON = Lexicon.load()

DISAGREE = [
    (Kind.TIME, "Invoices are payable within thirty (30) days.", "The Client shall pay each invoice within 45 days."),
    (Kind.TIME, "Backups are kept for thirty (30) days.", "The Supplier retains backups for fourteen (14) days."),
    (Kind.TIME, "The backups are kept for 2 weeks.", "The backups are kept for a period of 3 months."),
    (Kind.PERCENT, "The Portal is available 99.9% of each month.", "The availability of the Portal is at least 99.5%."),
    (Kind.MONEY, "The liability is limited to £1,000,000 a year.", "The liability shall not exceed £750,000 a year."),
    (Kind.RHYTHM, "The Client may audit the Provider twice a year.", "The Client may audit the Provider once a year."),
    (Kind.LAW, "This Agreement is governed by English law.", "This Agreement is governed by the laws of France."),
    (
        Kind.HOURS,
        "The service desk is open from 08:00 to 18:00, Monday to Friday.",
        "Opening hours of the service desk: 07:00 to 19:00, Monday to Friday.",
    ),
    (
        Kind.TIME,
        "Les factures sont payables à 30 jours.",
        "Le Client règle chaque facture sous quarante-cinq (45) jours.",
    ),
    (Kind.TIME, "La confidentialité dure cinq (5) ans.", "L'obligation de confidentialité subsiste trois (3) ans."),
    (Kind.LAW, "Le contrat est soumis à la loi belge.", "Le contrat est soumis à la loi française."),
    (Kind.RHYTHM, "Le comité se réunit une fois par trimestre.", "Le comité se réunit deux fois par an."),
    # in two languages
    (
        Kind.TIME,
        "Les factures sont payables à 30 jours fin de mois.",
        "Invoices are payable within 45 days of receipt.",
    ),
    (
        Kind.TIME,
        "Le Client peut résilier moyennant un préavis de trois (3) mois.",
        "The Client may terminate on 60 days' notice.",
    ),
    (
        Kind.PERCENT,
        "La disponibilité mensuelle du Portail est de 99,9 %.",
        "The monthly availability of the Portal is 99.5%.",
    ),
    (Kind.LAW, "Le contrat est soumis au droit français.", "This Agreement is governed by the laws of England."),
    # what may be done
    (
        Kind.LEAVE,
        "The Provider may subcontract the Services.",
        "The Provider shall not subcontract any part of the Services without the Client's prior written consent.",
    ),
    (Kind.LEAVE, "The Client may publish the benchmark results.", "The Client shall not publish benchmark results."),
    (
        Kind.LEAVE,
        "Le Prestataire ne sous-traite aucune partie des Services sans l'accord préalable du Client.",
        "Le Prestataire est autorisé à sous-traiter les Services.",
    ),
    (
        Kind.LEAVE,
        "Le Prestataire peut sous-traiter tout ou partie des Services.",
        "The Provider may not subcontract the Services without the Customer's consent.",
    ),
    # what comes as often as it does
    (Kind.TIME, "Daily backups are kept for 45 days.", "Backups are kept for 30 days."),
    (Kind.TIME, "Les sauvegardes quotidiennes sont conservées 45 jours.", "Les sauvegardes sont conservées 30 jours."),
    (Kind.RHYTHM, "Backups are taken daily.", "Backups are taken weekly."),
    (
        Kind.TIME,
        "Les parties gardent confidentielles les informations reçues 5 ans.",
        "Les informations reçues restent confidentielles 3 ans.",
    ),
]
AGREE = [
    # the same value in other words
    ("Invoices are due within thirty (30) days.", "The Client shall pay each invoice within one month."),
    ("The committee meets twice a year.", "The committee meets every six months."),
    # another service, priority, kind, party, event
    ("The Portal is available 99.9% of each month.", "The Warehouse is available 99.5% of each month."),
    ("The Provider answers a P1 incident within 1 hour.", "The Provider answers a P2 incident within 2 hours."),
    ("Planned maintenance is announced 10 days ahead.", "Emergency maintenance is announced 2 days ahead."),
    ("Invoices are payable within 30 days.", "Project invoices are payable within 60 days."),
    ("The Client may terminate on 3 months' notice.", "The Provider may terminate on 12 months' notice."),
    ("The Client may terminate within 30 days.", "The Client may terminate 90 days before the end of the term."),
    ("La maintenance planifiée est annoncée 10 jours avant.", "La maintenance urgente est annoncée 2 jours avant."),
    # response and resolution, a rate and its cap, a floor and a cap
    ("P1 incidents are responded to within 1 hour.", "P1 incidents are resolved within 4 hours."),
    ("A credit of 2% of the monthly fee is due.", "The credit shall not exceed 15% of the monthly fee."),
    ("Interest is due at 8% per year.", "Interest is due at 1% per month."),
    ("Daily backups are kept for 30 days.", "Monthly backups are kept for 12 months."),
    ("The monthly fee is £100.", "The annual fee is £1,200."),
    # two languages, and two matters or one value
    ("La disponibilité du Portail est de 99,9 %.", "The availability of the Warehouse is 99.5%."),
    ("Les sauvegardes des journaux sont conservées 30 jours.", "Backups are kept for 60 days."),
    ("Les factures sont payables sous 30 jours.", "Invoices are payable within thirty (30) days."),
    ("Les incidents P1 sont pris en charge en 15 minutes.", "P1 incidents are resolved within 4 hours."),
    # issued and paid
    ("Invoices are issued within 30 days.", "Invoices are payable within 45 days."),
    ("Le Prestataire émet les factures sous 10 jours.", "Les factures sont payables sous 30 jours."),
    # leave for another thing, party or case, or on the same terms
    ("The Provider may subcontract hosting.", "The Provider shall not subcontract key management."),
    ("The Client may audit the Provider.", "The Provider shall not audit the Client."),
    ("The Provider may subcontract the Services to its affiliates.", "The Provider shall not subcontract the Services."),
    ("The Provider may disclose the data if the law requires it.", "The Provider shall not disclose the data."),
    ("The Provider may subcontract the Services as set out in Annex 3.", "The Provider shall not subcontract the Services."),
    (
        "The Provider may subcontract the Services with the Client's consent.",
        "Le Prestataire ne peut sous-traiter les Services sans l'accord du Client.",
    ),
    # the subject of a part stands before it
    (
        "The Provider provides an extract within 3 days of a request.",
        "A dispute goes to the board, which has 10 days to settle it, and to the committee, which has a further 20 days.",
    ),
    # a rule and its exception, an example, a rule for one document, one that yields
    ("Backups are kept for 30 days.", "Backups are kept for 60 days, except those of the test system."),
    ("Backups are kept for 30 days.", "For example, backups are kept for 60 days."),
    ("An outage of 4 minutes counts.", "For this SLA an outage of 5 minutes counts."),
    ("Les sauvegardes sont conservées 30 jours.", "Par dérogation, les sauvegardes sont conservées 60 jours."),
    ("The fee is $100.", "From 1 January 2026 the fee is $120."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "one", "other"), DISAGREE)
def test_two_values_for_one_matter_disagree(kind: Kind, one: str, other: str) -> None:
    found = disagreement(Said(one), Said(other), (), LEXICON)
    assert found is not None
    assert found.kind is kind
    assert disagreement(Said(other), Said(one), (kind,), LEXICON) is not None


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_what_only_looks_like_a_disagreement_is_none(one: str, other: str) -> None:
    assert disagreement(Said(one), Said(other), (), LEXICON) is None
    assert disagreement(Said(other), Said(one), (), LEXICON) is None


def test_a_cell_is_held_against_a_sentence_by_its_row_and_column() -> None:
    row = Said("P2\t1 hour\t8 hours", "Priority\tResponse time\tResolution time")
    assert disagreement(row, Said("P2 incidents are responded to within two (2) hours."), (), LEXICON)
    assert disagreement(row, Said("P2 incidents are responded to within one (1) hour."), (), LEXICON) is None
    assert disagreement(row, Said("P1 incidents are responded to within two (2) hours."), (), LEXICON) is None


def test_two_rows_of_one_document_are_about_two_things() -> None:
    one, other = (Said(f"Analyst\t£{fee}", "Role\tDay rate", "Rates") for fee in (640, 720))
    assert disagreement(one, other, (), LEXICON, same_document=True) is None


def test_two_tables_are_told_apart_by_what_they_are_headed() -> None:
    one = Said("P1\t1 hour", "Priority\tBusiness Hours", "Response times")
    other = Said("P1\t4 hours", "Priority\tBusiness Hours", "Resolution times")
    assert disagreement(one, other, (), LEXICON) is None
    assert disagreement(one, Said("P1\t4 hours", "Priority\tBusiness Hours", "Response times"), (), LEXICON)


def test_documents_of_one_kind_are_about_different_services() -> None:
    rule = "The availability is %s%% a month."
    one, other = Said(rule % 99.9, title="SLA Servers"), Said(rule % 99.5, title="SLA Storage")
    assert disagreement(one, other, (), LEXICON) is None
    assert disagreement(one, Said(rule % 99.5, title="Quality Plan"), (), LEXICON)


def test_in_one_document_the_headings_must_be_about_one_matter() -> None:
    rule = "The Provider keeps the logs for {} days."
    one = Said(rule.format(30), headings="Logs")
    assert disagreement(one, Said(rule.format(60), headings="Logs"), (), LEXICON, same_document=True)
    assert disagreement(one, Said(rule.format(60), headings="Mobile app"), (), LEXICON, same_document=True) is None


def test_only_values_of_the_kind_asked_for_are_compared() -> None:
    one, other = Said("The audit lasts 3 days."), Said("The audit lasts 5 days.")
    assert disagreement(one, other, (Kind.TIME,), LEXICON)
    assert disagreement(one, other, (Kind.MONEY,), LEXICON) is None


def test_two_sentences_of_one_article_disagree_where_they_are_no_cases_of_one_rule() -> None:
    one = Said("Invoices are payable within 30 days of receipt.")
    for other, disagree in (
        ("The Customer shall pay each invoice within 60 days of receipt.", True),
        ("A second invoice is payable within 60 days.", False),
        ("Invoices are then payable within 60 days.", False),
        ("Invoices are payable within 60 days of delivery.", False),
        ("Disputed invoices are payable within 60 days.", False),
    ):
        found = disagreement(one, Said(other), (), LEXICON, same_document=True, same_article=True)
        assert (found is not None) is disagree, other


def test_in_one_document_what_comes_daily_has_a_rule_of_its_own() -> None:
    one, other = (
        Said("Daily backups of the logs are kept for 45 days."),
        Said("Backups of the logs are kept for 30 days."),
    )
    assert disagreement(one, other, (), LEXICON)
    assert disagreement(one, other, (), LEXICON, same_document=True) is None
