from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answering.conflict import Conflicts, rank
from assistant.asked.question import read_question
from ingest.document import Role
from tests.fake_contracts import Contracts, read_lines

FRAMEWORK = (
    "1 Fees", "", "The Customer shall pay each invoice within thirty (30) days of receipt.", "",
    "2 Precedence", "", "In the event of conflict the following order of precedence applies:", "",
    "(a) the Framework Agreement;", "(b) the Annexes.", "",
)  # fmt: skip
ANNEX = ("1 Invoices", "", "The Customer shall pay each invoice within forty-five (45) days of receipt.")
ASKED = "Within how many days must the Customer pay each invoice?"


def answered(folder: Path, annex: tuple[str, ...], question: str = ASKED) -> list[tuple[str, str]]:
    with Contracts(folder) as contracts:
        contracts.add("Acme", *FRAMEWORK, name="framework", title="Framework Agreement")
        document = replace(read_lines(*annex, title="Annex 2 Prices"), role=Role.PRICING)
        contracts.add_document("Acme", document, "annex-2")
        answer = contracts.assistant().ask(question, contract="Acme")
    return [(statement.lead, statement.text) for statement in answer.statements]


def test_two_documents_that_disagree_are_both_shown_with_the_one_that_prevails(tmp_path: Path) -> None:
    told = answered(tmp_path, ANNEX)
    shown = " ".join(text for _, text in told)
    assert "thirty (30)" in shown
    assert "forty-five (45)" in shown
    lead, clause = told[-1]
    assert lead == "“framework” prevails under the order of precedence:"
    assert "order of precedence applies" in clause


@pytest.mark.parametrize(
    "question", ["We have 60 days to pay each invoice, right?", "We have 45 days to pay each invoice, right?"]
)
def test_a_figure_taken_for_granted_is_not_confirmed_where_documents_disagree(tmp_path: Path, question: str) -> None:
    told = answered(tmp_path, ANNEX, question)
    assert "prevails" in told[-1][0]
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
    assert [lead for lead, _ in answered(tmp_path, annex) if "precedence" in lead] == []


@pytest.mark.parametrize(
    ("title", "role", "place"),
    [
        ("Framework Agreement", Role.FRAMEWORK, 1),
        ("Annex 2 Prices", Role.PRICING, 2),
        ("Annex 7 Security", Role.OTHER, 3),
        ("Amendment 1", Role.AMENDMENT, 0),
    ],
)
def test_a_document_has_its_place_in_the_order(title: str, role: Role, place: int) -> None:
    order = ["the amendments, the latest first", "the Framework Agreement", "Annexes 1 and 2", "the other Annexes"]
    assert rank(order, title, role) == place
    assert rank(["the Project Orders"], title, role) is None


def test_without_anything_quoted_there_is_no_conflict(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        assert Conflicts(contracts.library).of((), (), read_question(ASKED)) == ()
