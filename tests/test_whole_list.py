from __future__ import annotations

import pytest

from assistant.asked.question import read_question
from assistant.asked.whole_list import asks_for_all, table_with
from ingest.document import Span
from tests.fake_contracts import read_lines


@pytest.mark.parametrize(
    "question",
    [
        "What must the monthly report contain?",
        "what are they not obliged to support?",
        "Which insurances must they hold?",
        "In which cases may we terminate?",
        "What is not confidential?",
        "What payments are due on signature?",
        "Quelles sont les exclusions ?",
        "que doit contenir la demande ?",
        "Dans quels cas peut-on résilier ?",
        "Que se passe-t-il si on ne paie pas ?",
        "Quels comités sont prévus ?",
    ],
)
def test_a_question_may_ask_for_all_of_something(question: str) -> None:
    assert asks_for_all(read_question(question))


@pytest.mark.parametrize(
    "question",
    [
        "How much notice must we give?",
        "What is the cap?",
        "which country hosts the data?",
        "Who owns the data?",
        "May they subcontract?",
        "Quel est le préavis ?",
        "quel tribunal est compétent ?",
        "Quels sont les délais de paiement ?",  # a period is asked for
        "Combien de temps gardent-ils les sauvegardes ?",
    ],
)
def test_a_question_for_one_thing_does_not(question: str) -> None:
    assert not asks_for_all(read_question(question))


def test_a_table_is_whole_where_several_of_its_rows_answer() -> None:
    document = read_lines(
        "1. Cover", "Cover\tSum", "Cyber\t£5,000", "Public\t£7,000", "", "2. Term", "It lasts a year."
    )
    text = document.text
    rows = [Span(text.index(row), text.index(row) + len(row)) for row in ("Cyber\t£5,000", "Public\t£7,000")]
    elsewhere = Span(text.index("It lasts"), len(text))
    whole = table_with(document, rows[0], rows)
    assert whole is not None
    assert whole.of(text) == "Cover\tSum\nCyber\t£5,000\nPublic\t£7,000"
    assert table_with(document, rows[0], [rows[0], elsewhere]) is None
    assert table_with(document, elsewhere, rows) is None
