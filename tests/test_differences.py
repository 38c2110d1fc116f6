import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.family.differences import Kind, Row, differences, share_same


def side(rows: list[Row], name: str) -> str:
    return "".join(piece.text for row in rows for piece in getattr(row, name))


def only(rows: list[Row], kind: Kind) -> list[str]:
    return [piece.text.strip() for row in rows for piece in (*row.left, *row.right) if piece.kind is kind]


def test_words_that_changed_are_named_and_nothing_else() -> None:
    rows = differences("The notice is three months.\n\nLaw: France.", "The notice\nis six (6) months.\n\nLaw: France.")
    assert only(rows, Kind.GONE) == ["three"]
    assert only(rows, Kind.NEW) == ["six (6)"]
    assert [row.changed for row in rows] == [True, False]


def test_a_figure_is_one_word_and_what_is_written_together_stays_together() -> None:
    rows = differences("At most £6,000,000 (19.2), 12 000 € now.", "At most £12,000,000 (19.3), 12 500 € now.")
    assert only(rows, Kind.GONE) == ["£6,000,000", "19.2", "12 000"]
    assert only(rows, Kind.NEW) == ["£12,000,000", "19.3", "12 500"]
    assert side(rows, "left") == "At most £6,000,000 (19.2), 12 000 € now."


def test_a_paragraph_put_in_or_taken_out_stands_alone() -> None:
    rows = differences("One fee is due.\n\nThe end.", "One fee is due.\n\nA wholly other thing happens.\n\nThe end.")
    assert [(bool(row.left), bool(row.right)) for row in rows] == [(True, True), (False, True), (True, True)]
    assert differences("Gone for good.", "") == [Row((rows_piece("Gone for good."),), ())]


def rows_piece(text: str):  # type: ignore[no-untyped-def]
    from assistant.family.differences import Piece

    return Piece(Kind.GONE, text)


@pytest.mark.parametrize(("left", "right", "share"), [("a b", "a b", 1.0), ("", "", 1.0), ("a b c d", "w x y z", 0.0)])
def test_how_much_is_the_same(left: str, right: str, share: float) -> None:
    assert share_same(differences(left, right)) == share


@given(st.text("ab, \n", max_size=60), st.text("ab, \n", max_size=60))
def test_both_texts_are_there_in_full(left: str, right: str) -> None:
    rows = differences(left, right)
    assert "".join(side(rows, "left").split()) == "".join(left.split())
    assert "".join(side(rows, "right").split()) == "".join(right.split())
    assert any(row.changed for row in rows) == ([p.split() for p in parts(left)] != [p.split() for p in parts(right)])


def parts(text: str) -> list[str]:
    import re

    return [part for part in re.split(r"\n\s*\n", text) if part.strip()]
