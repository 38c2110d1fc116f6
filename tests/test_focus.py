from __future__ import annotations

from assistant.proof.focus import focused, parts
from assistant.wording.lexicon import Lexicon

TABLE = [
    "Daily rates",
    "Profile\tWorking Hours\tOutside Working Hours",
    "Architect\t€780\t€1,170",
    "Tester\t€840\t€1,260",
]


def of(sentence: str) -> list[str]:
    return focused(sentence, TABLE, Lexicon.load())


def test_each_item_of_a_list_is_read_with_what_introduces_it() -> None:
    assert parts("The Provider shall not: sell it; lend it.") == [
        "The Provider shall not: sell it",
        "The Provider shall not:  lend it. ",
    ]


def test_the_row_and_the_column_that_a_sentence_names_are_kept() -> None:
    assert of("An architect costs €780 in Working Hours.") == [
        "Daily rates",
        "Profile\tWorking Hours",
        "Architect\t€780",
    ]


def test_a_sentence_about_several_cells_keeps_the_columns() -> None:
    assert of("An architect costs €780 in Working Hours and €1,170 outside.")[-1] == "Architect\t€780\t€1,170"


def test_nothing_is_left_out_where_a_sentence_names_no_label() -> None:
    assert of("The fee is due.") == TABLE


def test_prose_stays_whole() -> None:
    assert focused("The fee is due.", ["The fee\nis due."], Lexicon.load()) == ["The fee\nis due."]
