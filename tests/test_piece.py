from __future__ import annotations

import pytest

from assistant.answering.piece import Piece, content, speaking
from assistant.wording.lexicon import Lexicon

LEXICON = Lexicon.load()
ROW = Piece("P1\t15 minutes\t30 minutes", "Response Time\nPriority\tWorking Hours\tNight")


@pytest.mark.parametrize(
    ("said", "words"),
    [("each report is made weekly", ["report", "week"]), ("either party may not assign", ["parti", "assign"])],
)
def test_words_that_are_said_of_anything_need_not_be_held(said: str, words: list[str]) -> None:
    assert content(said) == words


def test_a_sentence_speaks_of_what_it_holds_every_word_of() -> None:
    piece = Piece("The report is sent weekly. The Client reads the report.")
    assert list(speaking("the report is sent", piece, LEXICON)) == ["The report is sent weekly. "]
    assert len(list(speaking("the report is sent", piece, LEXICON, most_missing=1))) == 2


def test_a_row_speaks_of_what_its_label_names() -> None:
    assert list(speaking("P1 response is 1 hour", ROW, LEXICON)) == [ROW.words]
    assert list(speaking("P2 response is 1 hour", ROW, LEXICON)) == []
