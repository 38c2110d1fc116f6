from __future__ import annotations

from pathlib import Path

import pytest

from assistant.retrieval.row_label import bears_another, labels
from tests.fake_contracts import Contracts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What if we terminate in contract year 3?", {("year", "3")}),
        ("the fourth contract year", {("year", "4")}),
        ("4e année contractuelle", {("year", "4")}),
        ("pendant la deuxième année", {("year", "2")}),
        ("Years 2 to 4", {("year", "2"), ("year", "3"), ("year", "4")}),
        ("class B and tower C", {("class", "b"), ("tower", "c")}),
        ("le lot n° 2", {("lot", "2")}),
        ("palier 3", {("tier", "3")}),
        ("notice of 3 years", set()),
        ("the level of service", set()),
    ],
)
def test_what_bears_a_number_or_a_letter_is_read(text: str, found: set[tuple[str, str]]) -> None:
    assert labels(text) == found


def test_a_row_is_of_another_thing_of_the_same_kind() -> None:
    asked = labels("What do we pay in year 3?")
    assert bears_another(asked, "Contract Year 5 and later\tNil")
    assert not bears_another(asked, "Contract Year 3\t£900")
    assert not bears_another(asked, "Years 2 to 4\t£900")
    assert not bears_another(asked, "Tower B\t£900")
    assert not bears_another(asked, "Year\t5")
    assert not bears_another(labels("What do we pay?"), "Contract Year 5\tNil")


@pytest.mark.parametrize(
    "question", ["What do we pay if we leave in year 2?", "Combien si on part la deuxième année ?"]
)
def test_rows_of_other_years_do_not_answer(tmp_path: Path, question: str) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add(
            "Acme",
            "1. Leaving",
            "What is paid on leaving:",
            "",
            "Leaving in\tAmount",
            "Contract Year 1\t£1,450",
            "Contract Year 2\t£920",
            "Contract Year 3 and later\tNil",
        )
        answer = contracts.assistant(absent_below=0.0).ask(question, "Acme")
        shown = " ".join(statement.text for statement in answer.statements)
        assert "£920" in shown
        assert not any(
            other in answer.statements[0].text for other in ("£1,450", "Nil") if "£920" not in answer.statements[0].text
        )
