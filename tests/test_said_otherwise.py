from __future__ import annotations

import pytest

from assistant.answering.piece import Piece
from assistant.answering.said_otherwise import said_otherwise
from assistant.wording.lexicon import Lexicon

NEITHER = "11.2 Neither Party shall subcontract the Services without the prior consent of the other."
BACKUPS = "4.2 The Provider makes backups of the data on a weekly basis."
SAUVE = "4.2 Le Prestataire sauvegarde les données de façon hebdomadaire."


class Reader:
    def __init__(self, score: float) -> None:
        self.score = score

    def bears_out(self, words: str, statement: str) -> float:
        return self.score


@pytest.mark.parametrize(
    ("asserted", "sentence", "score", "otherwise"),
    [
        ("either party may subcontract the services freely", NEITHER, 0.5, True),
        ("backups of the data are made every month", BACKUPS, 1.0, True),
        ("le prestataire sauvegarde les données tous les mois", SAUVE, 1.0, True),
        ("backups of the data are made every month", BACKUPS, 2.5, False),  # the reader finds it borne out
        ("backups of the data are made every week", BACKUPS, 1.0, False),
        ("either party may subcontract the services without the prior consent", NEITHER, 2.5, False),
        ("backups are made", BACKUPS, 1.0, False),  # two words are said of many things
        ("backups of the logs are made every month", BACKUPS, 1.0, False),
        ("backups of the data are made if the client asks", BACKUPS, 1.0, False),
    ],
)
def test_what_a_sentence_surely_says_otherwise_is_found(
    asserted: str, sentence: str, score: float, otherwise: bool
) -> None:
    found = said_otherwise(asserted, [Piece("The fees are due."), Piece(sentence)], Lexicon.load(), Reader(score))
    assert (found.place, found.sentence.strip()) == (1, sentence) if found is not None else not otherwise
    assert (found is not None) is otherwise
