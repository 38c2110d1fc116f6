from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Statement, Verdict
from assistant.answering.companions import Companions
from assistant.answering.definition import definition
from assistant.asked.question import read_question
from assistant.citing.cite import cite
from assistant.wording.lexicon import Lexicon
from ingest.document import Role, Span
from ingest.record import DocumentRecord
from tests.fake_contracts import Contracts, read_lines

AGREEMENT = (
    "1. Definitions",
    "“Business Day” means a day other than a Saturday or a Sunday. It is counted in England.",
    "2. Payment",
    "Subject to clause 3, invoices are due within ten (10) Business Days.",
    "3. Disputes",
    "A disputed invoice is not due until the dispute is settled.",
)


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


def companions(contracts: Contracts) -> Companions:
    return Companions(contracts.library, Lexicon.load())


def quoted(contracts: Contracts, document_id: str, words: str) -> Statement:
    """A statement that quotes these words."""
    document = contracts.library.document(document_id)
    start = document.text.index(words)
    citations = cite(contracts.library.record(document_id), document, Span(start, start + len(words)))
    return Statement(words, Verdict.QUOTED, citations)


def test_the_clause_and_the_definition_that_change_the_meaning_come_along(contracts: Contracts) -> None:
    record = contracts.add("Acme", *AGREEMENT)
    answer = quoted(contracts, record.id, "Subject to clause 3, invoices are due within ten (10) Business Days.")
    clause, term = companions(contracts).of(read_question("When are invoices due?"), (answer,), [record.id])
    assert (clause.lead, clause.text) == (
        "The clause that it is subject to:",
        "A disputed invoice is not due until the dispute is settled.",
    )
    assert (term.lead, term.text) == (
        "“Business Days” is defined:",
        "“Business Day” means a day other than a Saturday or a Sunday.",
    )
    text = contracts.library.document(record.id).text
    assert all(text[c.start : c.end] == c.quote for statement in (clause, term) for c in statement.citations)


def test_what_the_answer_quotes_already_does_not_come_again(contracts: Contracts) -> None:
    contracts.add("Acme", *AGREEMENT)
    answer = contracts.assistant().ask("What is a Business Day?", "Acme")
    spans = [(c.start, c.end) for statement in answer.statements for c in statement.citations]
    assert len(spans) == len(set(spans))


def test_without_statements_there_are_none(contracts: Contracts) -> None:
    record = contracts.add("Acme", *AGREEMENT)
    asked = read_question("When are invoices due?")
    assert companions(contracts).of(asked, (), [record.id]) == ()
    assert companions(contracts).excepting(asked, (), [record.id]) == ()


def add_annex(contracts: Contracts, name: str, *lines: str) -> DocumentRecord:
    return contracts.add_document("Acme", replace(read_lines(*lines), role=Role.ANNEX), name)


CHARGES = (
    "1. Project Orders",
    "1.1 Order",
    "The order is in writing.",
    "1.2 Payment",
    "A fixed price is invoiced as it says. Invoices for Project Charges are payable within forty-five (45) days of receipt.",
)
PAID = (
    "1. Invoices",
    "1.1 Payment",
    "Each invoice is paid within thirty (30) days of receipt, except that Project Charges are payable as stated in clause 1.2 of Annex 2.",
    "2. Liability",
    "2.1 Security",
    "The liability for a breach of security shall not exceed £12,000,000 over the whole term.",
    "2.2 Credits",
    "Service Credits count towards the cap in clause 2.1.",
    "3. Records",
    "3.1 Extent",
    "The costs of an audit are borne at the rates set out in clause 3.2, and it is held in a room under clause 3.3.",
    "3.2 Rates",
    "An audit is charged at £900 a day.",
    "3.3 Rooms",
    "A room is heated.",
)
FACTURES = (
    "Article 7. Factures",
    "7.3 Délai",
    "Les factures sont payées à trente (30) jours, sauf celles des Projets, qui le sont comme le fixe l’article 4.3 de l’Annexe 2.",
    "Article 8. Responsabilité",
    "8.1 Règle",
    "Par dérogation à l’article 8.2, la responsabilité au titre des données est limitée à cinq millions (5 000 000) d’euros.",
    "8.2 Plafond",
    "La responsabilité totale est limitée à deux millions (2 000 000) d’euros.",
    "8.3 Pénalités",
    "Les pénalités sont dues dans la limite fixée à l’article 8.2.",
)
ANNEXE = (
    "Article 4. Projets",
    "4.3 Délai",
    "Les factures de Projets sont payées à quarante-cinq (45) jours de leur réception.",
)


@pytest.mark.parametrize(
    ("question", "lead", "words"),
    [
        ("How long do we have to pay project invoices?", "45 days.", "forty-five (45) days"),
        ("Quel est le délai de paiement des factures de projet ?", "45 jours.", "forty-five (45) days"),
        ("How long do we have to pay an invoice?", "", "thirty (30) days"),
    ],
)
def test_where_the_exception_is_asked_about_the_clause_it_names_leads(
    contracts: Contracts, question: str, lead: str, words: str
) -> None:
    agreement = contracts.add("Acme", *PAID)
    annex = add_annex(contracts, "annex-2", *CHARGES)
    rule = quoted(contracts, agreement.id, PAID[2])
    first, *rest = companions(contracts).excepting(read_question(question), (rule,), [agreement.id, annex.id])
    assert (first.lead, words in first.text) == (lead, True)
    assert rest == ([rule] if lead else [])


def test_a_french_exception_leads_to_the_annex_that_it_names(contracts: Contracts) -> None:
    agreement = contracts.add("Acme", *FACTURES)
    annex = add_annex(contracts, "annexe-2", *ANNEXE)
    rule = quoted(contracts, agreement.id, FACTURES[2])
    asked = read_question("Quel est le délai de paiement des factures de projets ?")
    first, second = companions(contracts).excepting(asked, (rule,), [agreement.id, annex.id])
    assert (first.lead, first.citations[0].document, second) == ("45 jours.", "annexe-2", rule)
    unsure, _ = companions(contracts).excepting(asked, (rule,), [agreement.id, annex.id], certain=False)
    assert unsure.lead == "La règle fait une exception pour cela, comme suit :"
    assert companions(contracts).excepting(asked, (rule,), [agreement.id]) == (rule,)  # the annex may not be seen


def test_the_clause_that_states_what_a_quote_names_comes_along(contracts: Contracts) -> None:
    agreement = contracts.add("Acme", *PAID)
    annex = add_annex(contracts, "annex-2", *CHARGES)
    asked, ids = read_question("What is said of it?"), [agreement.id, annex.id]
    for words, told in (
        (PAID[2], [("The clause of its exception:", CHARGES[4])]),
        (PAID[7], [("The limit that it names:", PAID[5])]),
        (PAID[10], [("The clause that states it:", PAID[12])]),  # not the room, that states nothing
    ):
        beside = companions(contracts).of(asked, (quoted(contracts, agreement.id, words),), ids)
        assert [(one.lead, one.text) for one in beside] == told


def test_what_a_clause_departs_from_is_not_what_it_is_subject_to(contracts: Contracts) -> None:
    record = contracts.add("Acme", *FACTURES)
    asked = read_question("Quel est le plafond ?")
    for words, lead in (
        (FACTURES[5], "La clause à laquelle il est dérogé :"),
        (FACTURES[9], "La limite dont il s’agit :"),
    ):
        (beside,) = companions(contracts).of(asked, (quoted(contracts, record.id, words),), [record.id])
        assert (beside.lead, beside.text) == (lead, FACTURES[7])


@pytest.mark.parametrize(
    ("line", "term", "defined"),
    [
        ("Business Day means a weekday.", "Business Days", "Business Day means a weekday."),
        ("« Jour Ouvré » : du lundi au vendredi.", "Jours Ouvrés", "« Jour Ouvré » : du lundi au vendredi."),
        ("Notice runs from the next Business Day, which means soon.", "Business Day", None),
        ("Working Hours are kept by all.", "Working Hours", None),
    ],
)
def test_a_definition_is_found_by_its_form(line: str, term: str, defined: str | None) -> None:
    document = read_lines("1. Terms", line, "2. Other", "Nothing else.")
    span = definition(document, term)
    assert (span.of(document.text) if span else None) == defined


def test_a_definition_comes_along_only_where_a_figure_of_the_answer_to_a_time_is_in_its_unit(
    contracts: Contracts,
) -> None:
    record = contracts.add(
        "Acme", *AGREEMENT[:3], "On a Business Day the fee of £10 is due. It is paid in ten (10) Business Days."
    )
    counted = quoted(contracts, record.id, "It is paid in ten (10) Business Days.")
    named = quoted(contracts, record.id, "On a Business Day the fee of £10 is due.")
    when, how_much = read_question("When is the fee due?"), read_question("How much is the fee?")
    assert len(companions(contracts).of(when, (counted,), [record.id])) == 1
    assert companions(contracts).of(when, (named,), [record.id]) == ()
    assert companions(contracts).of(how_much, (counted,), [record.id]) == ()


def test_where_the_most_is_asked_for_the_cap_that_the_answer_names_stands_first(contracts: Contracts) -> None:
    record = contracts.add(
        "Acme",
        "1. Liability",
        "1.1 Lost data is a direct loss, subject to the caps.",
        "1.2 The total liability of the Provider shall not exceed £5,000 a year.",
    )
    loss = quoted(contracts, record.id, "Lost data is a direct loss, subject to the caps.")
    asked = read_question("What is the most they pay if they lose our data?")
    first, second = companions(contracts).capping(asked, (loss,), [record.id])
    assert (first.lead, second) == ("The cap on it:", loss)
    assert "£5,000" in first.text
    assert companions(contracts).capping(asked, (first, loss), [record.id]) == (first, loss)
    assert companions(contracts).capping(read_question("Is lost data a loss?"), (loss,), [record.id]) == (loss,)


def test_a_cap_on_what_the_other_party_owes_is_not_put_first(contracts: Contracts) -> None:
    record = contracts.add(
        "Acme",
        "1. Liability",
        "1.1 Lost data is a direct loss, subject to the caps.",
        "1.2 The Customer's total liability shall not exceed £5,000 a year.",
    )
    loss = quoted(contracts, record.id, "Lost data is a direct loss, subject to the caps.")
    asked = read_question("What is the most the Provider shall be liable to pay if data is lost?")
    assert companions(contracts).capping(asked, (loss,), [record.id]) == (loss,)


@pytest.mark.parametrize(
    ("rule", "defined", "question", "other"),
    [
        (
            "The Host may suspend access due to a Suspension Event.",
            "“Suspension Event” means that an invoice is overdue.",
            "Can they suspend our access?",
            "Who may suspend our access?",
        ),
        (
            "Le Prestataire peut suspendre l'accès en cas de Manquement Grave.",
            "« Manquement Grave » désigne une facture impayée.",
            "Peuvent-ils suspendre notre accès ?",
            "Qui peut suspendre notre accès ?",
        ),
    ],
)
def test_the_condition_on_which_an_answer_depends_is_defined(
    contracts: Contracts, rule: str, defined: str, question: str, other: str
) -> None:
    record = contracts.add("Acme", "1. Definitions", "", defined, "", "2. Access", "", rule)
    answer = quoted(contracts, record.id, rule)
    (found,) = companions(contracts).of(read_question(question), (answer,), [record.id])
    assert found.text == defined
    assert companions(contracts).of(read_question(other), (answer,), [record.id]) == ()


@pytest.mark.parametrize(
    ("rule", "defined", "question"),
    [
        (
            "The General Cap does not apply to Enhanced Claims, for which the liability will not exceed the Enhanced Cap.",
            ("“Enhanced Claims” means a breach of clause 5.", "“Enhanced Cap” means three times the fees of a year."),
            "What is the liability cap for a data breach?",
        ),
        (
            "Pour les Réclamations Majeures, la responsabilité ne peut excéder le Plafond Majoré.",
            (
                "« Réclamations Majeures » désigne toute violation de données.",
                "« Plafond Majoré » désigne trois fois les redevances d'un an.",
            ),
            "Quel est le plafond de responsabilité ?",
        ),
    ],
)  # fmt: skip
def test_the_limits_that_an_answer_names_are_defined_where_the_most_is_asked_for(
    contracts: Contracts, rule: str, defined: tuple[str, str], question: str
) -> None:
    record = contracts.add("Acme", "1. Definitions", "", defined[0], "", defined[1], "", "2. Liability", "", rule)
    answer = quoted(contracts, record.id, rule)
    found = companions(contracts).of(read_question(question), (answer,), [record.id])
    assert {each.text for each in found} == set(defined)
    other = read_question("Who is liable? Qui est responsable ?")
    assert companions(contracts).of(other, (answer,), [record.id]) == ()
