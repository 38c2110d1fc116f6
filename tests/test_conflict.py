from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Abstention, Answer, Stance
from assistant.citing.answer_form import answer_from_json
from assistant.family.family import checked
from assistant.rewrite import Turn
from ingest.document import Role
from tests.fake_contracts import Contracts, read_lines

FRAMEWORK = (
    "1 Fees", "", "The Customer shall pay each invoice within thirty (30) days of receipt.", "",
    "2 Precedence", "", "In the event of conflict the following order of precedence applies:", "",
    "(a) the Framework Agreement;", "(b) the Annexes.", "",
)  # fmt: skip
ANNEX = ("1 Invoices", "", "The Customer shall pay each invoice within forty-five (45) days of receipt.")
ASKED = "Within how many days must the Customer pay each invoice?"


def asked(
    folder: Path,
    annex: tuple[str, ...],
    question: str = ASKED,
    framework: tuple[str, ...] = FRAMEWORK,
    order: str = "",
    amendment: tuple[str, ...] = (),
) -> Answer:
    with Contracts(folder) as contracts:
        contracts.add("Acme", *framework, name="framework", title="Framework Agreement")
        contracts.add_document(
            "Acme", replace(read_lines(*annex, title="Annex 2 Prices"), role=Role.PRICING), "annex-2"
        )
        if amendment:
            read = replace(read_lines(*amendment, title="Amendment 1"), role=Role.AMENDMENT)
            contracts.add_document("Acme", read, "amendment-1")
        if order:
            with contracts.library.writing():
                contracts.library.say("Acme", checked("precedence", order, None))
        return contracts.assistant().ask(question, contract="Acme")


def answered(folder: Path, annex: tuple[str, ...], question: str = ASKED) -> list[tuple[str, str]]:
    return [(statement.lead, statement.text) for statement in asked(folder, annex, question).statements]


def stances(answer: Answer) -> list[tuple[Stance | None, str]]:
    return [(statement.stance, statement.citations[0].document) for statement in answer.statements if statement.stance]


def test_two_documents_that_disagree_are_both_shown_with_the_one_that_prevails(tmp_path: Path) -> None:
    told = answered(tmp_path, ANNEX)
    shown = " ".join(text for _, text in told)
    assert "thirty (30)" in shown
    assert "forty-five (45)" in shown
    assert told[0][0] == "“framework” prevails under the order of precedence:"
    assert told[1][0] == "“annex-2” says otherwise, and yields to it:"
    assert "order of precedence applies" in told[2][1]


BY_NAME = (
    'This Agreement is made between Norlake Foods plc ("Norlake") and Castellan IT Ltd ("Castellan").', "",
    "1 Fees", "", "Norlake shall pay each undisputed invoice within thirty (30) days of its receipt.", "",
    "2 Precedence", "", "In the event of conflict the Framework Agreement prevails over the Annexes.", "",
)  # fmt: skip


def test_who_pays_is_no_word_of_the_matter_even_by_a_name(tmp_path: Path) -> None:
    annex = ("1 Invoices", "", "Invoices are payable within forty-five (45) days of receipt.")
    answer = asked(tmp_path, annex, "When do we have to pay an invoice?", BY_NAME)
    assert stances(answer)[:2] == [(Stance.PREVAILS, "framework"), (Stance.YIELDS, "annex-2")]


def test_two_parties_may_have_different_periods(tmp_path: Path) -> None:
    annex = ("1 Invoices", "", "Castellan shall pay each invoice of Norlake within forty-five (45) days of receipt.")
    assert stances(asked(tmp_path, annex, "When do we have to pay an invoice?", BY_NAME)) == []


@pytest.mark.parametrize(
    "question", ["We have 60 days to pay each invoice, right?", "We have 45 days to pay each invoice, right?"]
)
def test_a_figure_taken_for_granted_is_not_confirmed_where_documents_disagree(tmp_path: Path, question: str) -> None:
    told = answered(tmp_path, ANNEX, question)
    assert "prevails" in told[0][0]
    assert [lead for lead, _ in told if "days" in lead] == []


@pytest.mark.parametrize(
    "annex",
    [
        ("1 Invoices", "", "The Customer shall pay each invoice within thirty (30) days of receipt."),
        (
            "1 Invoices",
            "",
            "The Provider shall correct a wrong invoice within forty-five (45) days of a complaint by the user.",
        ),
    ],
)
def test_the_same_figure_or_another_matter_is_no_conflict(tmp_path: Path, annex: tuple[str, ...]) -> None:
    assert [lead for lead, _ in answered(tmp_path, annex) if "prevails" in lead] == []


def test_a_conflict_without_a_clause_on_precedence_is_asked_back_with_both(tmp_path: Path) -> None:
    answer = asked(tmp_path, ANNEX, framework=FRAMEWORK[:3])
    assert answer.abstained is Abstention.AMBIGUOUS
    assert answer.contract == "Acme"
    assert {document for _, document in stances(answer)} == {"framework", "annex-2"}
    assert {stance for stance, _ in stances(answer)} == {Stance.DISAGREES}
    assert answer.text.startswith(
        "Two clauses disagree on this, and no clause was found that says which of them prevails."
    )
    assert "thirty (30)" in answer.text
    assert "forty-five (45)" in answer.text
    assert answer_from_json(answer.to_json()).statements == answer.statements


def test_a_clause_on_precedence_that_does_not_decide_is_shown(tmp_path: Path) -> None:
    order = (*FRAMEWORK[:7], "", "(a) the Framework Agreement;", "(b) the Project Orders.", "")
    answer = asked(tmp_path, ANNEX, framework=order)
    assert answer.abstained is Abstention.AMBIGUOUS
    assert "does not decide between them" in answer.text
    assert stances(answer)[-1] == (Stance.DECIDES, "framework")


@pytest.mark.parametrize("order", ["annexes, framework", "annexes\nframework", "Annex 2 > the Framework Agreement"])
def test_the_order_that_a_user_sets_counts_over_the_clause(tmp_path: Path, order: str) -> None:
    answer = asked(tmp_path, ANNEX, order=order)
    assert answer.abstained is None
    assert stances(answer) == [(Stance.PREVAILS, "annex-2"), (Stance.YIELDS, "framework")]
    assert "set for this contract" in answer.statements[0].lead


def test_an_amendment_may_change_which_document_prevails(tmp_path: Path) -> None:
    amendment = ("Amendment 1 to the Framework Agreement, effective as of 1 March 2024", "", "1 Precedence", "",
                 "In the event of conflict the following order of precedence applies:", "",
                 "(a) the Annexes;", "(b) the Framework Agreement.", "")  # fmt: skip
    answer = asked(tmp_path, ANNEX, amendment=amendment)
    assert stances(answer)[:2] == [(Stance.PREVAILS, "annex-2"), (Stance.YIELDS, "framework")]
    assert stances(answer)[2] == (Stance.DECIDES, "amendment-1")


def test_two_clauses_of_one_document_that_disagree_are_asked_back_with_both(tmp_path: Path) -> None:
    framework = (
        *FRAMEWORK,
        "3 Fees of the Customer",
        "",
        "The Customer shall pay each invoice within sixty (60) days of receipt.",
    )
    answer = asked(tmp_path, ("1 Travel", "", "Travel is charged at cost."), framework=framework)
    assert answer.abstained is Abstention.AMBIGUOUS
    assert stances(answer) == [(Stance.DISAGREES, "framework")] * 2
    assert "no clause was found" in answer.text


def test_a_question_that_asks_for_no_value_is_answered_as_it_was(tmp_path: Path) -> None:
    answer = asked(tmp_path, ANNEX, "May the Customer pay an invoice late?")
    assert stances(answer) == []


def test_the_answer_in_french_tells_of_it_in_french(tmp_path: Path) -> None:
    answer = asked(tmp_path, ANNEX, "Sous combien de jours le client doit-il payer chaque facture ?")
    assert answer.statements[0].lead == "« framework » prévaut selon l'ordre de priorité :"


def test_a_row_of_a_table_that_is_quoted_whole_disagrees_with_a_sentence(tmp_path: Path) -> None:
    annex = ("1 Incidents", "", "1.1 The response times are:", "", "Priority\tResponse time", "P1\t15 minutes", "P2\t1 hour", "",
             "2 Reports", "", "Reports are sent.")  # fmt: skip
    framework = (*FRAMEWORK, "3 Support", "", "The Provider shall respond to a P2 incident within two (2) hours.")
    answer = asked(tmp_path, annex, "How long must they respond to a P2 incident?", framework)
    assert stances(answer)[:2] == [(Stance.PREVAILS, "framework"), (Stance.YIELDS, "annex-2")]
    same = (*FRAMEWORK, "3 Support", "", "The Provider shall respond to a P2 incident within one (1) hour.")
    assert stances(asked(tmp_path / "same", annex, "How long must they respond to a P2 incident?", same)) == []


NO_ORDER = ("1 Fees", "", "The Customer shall pay each invoice within thirty (30) days of receipt.")


@pytest.mark.parametrize(
    ("choice", "chosen", "other"),
    [
        ("the one in the annex", "annex-2", "framework"),
        ("the framework's", "framework", "annex-2"),
        ("l'annexe", "annex-2", "framework"),
    ],
)
def test_a_follow_up_chooses_between_the_two_that_were_asked_back(
    tmp_path: Path, choice: str, chosen: str, other: str
) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *NO_ORDER, name="framework", title="Framework Agreement")
        contracts.add_document(
            "Acme", replace(read_lines(*ANNEX, title="Annex 2 Prices"), role=Role.PRICING), "annex-2"
        )
        assistant = contracts.assistant()
        back = assistant.ask(ASKED, contract="Acme")
        assert back.abstained is Abstention.AMBIGUOUS
        talk = [Turn("user", ASKED), Turn("assistant", back.text)]
        answer = assistant.ask(choice, contract="Acme", history=talk)
        assert answer.abstained is None
        assert stances(answer) == [(Stance.DISAGREES, chosen), (Stance.DISAGREES, other)]
        unclear = assistant.ask("the order form", contract="Acme", history=talk)
        assert unclear.abstained is Abstention.AMBIGUOUS


def test_what_one_document_lets_be_done_and_another_forbids_is_told(tmp_path: Path) -> None:
    framework = (
        *FRAMEWORK,
        "3 Subcontractors",
        "",
        "The Provider shall not subcontract the Services without the Customer's consent.",
    )
    annex = ("1 Subcontractors", "", "The Provider may subcontract the Services.", "")
    answer = asked(tmp_path, annex, "May the Provider subcontract the Services?", framework)
    assert stances(answer)[:2] == [(Stance.PREVAILS, "framework"), (Stance.YIELDS, "annex-2")]


def test_two_sentences_of_one_quote_that_disagree_are_asked_back_apart(tmp_path: Path) -> None:
    rule = (
        "Each invoice is payable within thirty (30) days. The Customer shall pay each invoice within sixty (60) days."
    )
    answer = asked(tmp_path, ("1 Travel", "", "Travel is charged at cost."), framework=("1 Fees", "", rule, ""))
    assert answer.abstained is Abstention.AMBIGUOUS
    assert [statement.text for statement in answer.statements] == [f"{each.strip('.')}." for each in rule.split(". ")]


def test_two_clauses_in_two_languages_disagree(tmp_path: Path) -> None:
    annex = (
        "1 Factures",
        "",
        "Le Client paie chaque facture dans un délai de quarante-cinq (45) jours à compter de sa réception.",
    )
    answer = asked(tmp_path, annex)
    assert stances(answer)[:2] == [(Stance.PREVAILS, "framework"), (Stance.YIELDS, "annex-2")]
