from __future__ import annotations

import pytest

from assistant.retrieval.announced import announced_table
from ingest.document import Span
from tests.fake_contracts import read_lines

TABLE = ("Name\tWork", "Pell Ltd\tHousing", "Skar AS\tLinks")


@pytest.mark.parametrize(
    ("sentence", "announces"),
    [
        ("The following Subcontractors are approved.", True),
        ("Les délais sont les suivants :", True),
        ("Subcontractors need consent.", False),
    ],
)
def test_a_sentence_announces_the_table_behind_it(sentence: str, announces: bool) -> None:
    document = read_lines("1. Subcontractors", sentence, "", *TABLE)
    start = document.text.index(sentence)
    table = announced_table(document, Span(start, start + len(sentence)))
    assert (table is not None) is announces
    if table is not None:
        assert table.span.of(document.text) == "\n".join(TABLE)


def test_a_table_far_below_is_not_what_is_announced() -> None:
    sentence = "The following applies."
    document = read_lines("1. Subcontractors", sentence, "Consent is given in writing. " * 8, "2. List", *TABLE)
    start = document.text.index(sentence)
    assert announced_table(document, Span(start, start + len(sentence))) is None
    row = document.text.index("Pell")
    assert announced_table(document, Span(row, row + len("Pell Ltd\tHousing"))) is None
