from __future__ import annotations

import pytest

from assistant.answering.confirmation import Confirmations
from assistant.answering.piece import Piece
from assistant.asked.question import read_question
from assistant.wording.lexicon import Lexicon

REPORT = "The Supplier sends a written report of each incident to the Client."
TERM = "The first period of this Agreement lasts for two (2) years from the Start Date."
LICENCE = "The Licensor grants to the Licensee a non-exclusive and non-transferable licence of the Software."
STORED = "Les données sont stockées en France par le Prestataire, sauf accord écrit du Client."


class Reader:
    def __init__(self, score: float) -> None:
        self.score = score

    def bears_out(self, words: str, statement: str) -> float:
        return self.score


def told(question: str, *words: str, score: float = 3.0) -> str:
    found = Confirmations(Lexicon.load(), Reader(score)).of(read_question(question), [Piece(each) for each in words])
    return found.told if found is not None else ""


@pytest.mark.parametrize(
    ("question", "words", "said"),
    [
        ("The supplier sends a written report of each incident, right?", REPORT, "The clause says so."),
        ("The first period lasts two years, right?", TERM, "The clause does say 2 years."),
        ("La première période dure deux ans, n'est-ce pas ?", TERM, "La clause dit bien 2 ans."),
        (
            "Le prestataire stocke les données en France, n'est-ce pas ?",
            STORED,
            "La clause le dit bien, avec une exception.",
        ),
        ("The licence of the software is non-exclusive, right?", LICENCE, "The clause says so."),
    ],
)
def test_what_a_clause_says_is_confirmed(question: str, words: str, said: str) -> None:
    assert told(question, words) == said


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who sends a written report of each incident?", (REPORT,)),  # nothing to confirm
        ("Since the supplier sends a written report of each incident, who reads it?", (REPORT,)),  # not asked
        ("The supplier sends a written report of each visit, right?", (REPORT,)),
        ("The first period lasts three years, right?", (TERM,)),
        ("The licence of the software is transferable, right?", (LICENCE,)),
        ("The supplier sends a written report of all incidents, right?", (REPORT[:-1] + ", unless it is minor.",)),
        (
            "The board meets every month, right?",
            ("The Board meets every month during the exit instead of every quarter.",),
        ),
        ("The report is written, right?", (REPORT,)),  # two words are said of many things
        ("The supplier sends a written report if the incident is grave, right?", (REPORT,)),
        (
            "The supplier sends a written report of each incident, right?",
            ("If it is grave, " + REPORT[0].lower() + REPORT[1:],),
        ),
        (
            "The supplier sends a written report of each incident, right?",
            (REPORT, "The Supplier sends no written report of an incident."),
        ),
    ],
)
def test_nothing_is_confirmed_that_is_not_certain(question: str, words: tuple[str, ...]) -> None:
    assert told(question, *words) == ""


def test_what_the_reader_does_not_find_borne_out_is_not_confirmed() -> None:
    assert told("The supplier sends a written report of each incident, right?", REPORT, score=1.0) == ""
