from __future__ import annotations

import pytest

from assistant.answering.piece import Piece
from assistant.answering.substitution import retold, substituted
from assistant.asked.premise import read_premise
from assistant.asked.question import read_question
from assistant.values.figures import Figure
from assistant.wording.lexicon import Lexicon

ACCRUE = "Sums that are paid late shall accrue interest at the rate of three per cent (3%) a month."
NOTICE = "It may be ended by either Party upon five (5) days written notice of termination to the other Party."


class Reader:
    def __init__(self, score: float) -> None:
        self.score, self.read = score, ""

    def bears_out(self, words: str, statement: str) -> float:
        self.read = statement
        return self.score


def told(question: str, *words: str, score: float = 2.0) -> Figure | None:
    asked = read_question(question)
    premise = read_premise(asked)
    assert premise is not None
    found = substituted(premise, [Piece(each) for each in words], Lexicon.load(), Reader(score), asked.language)
    return found.figure if found is not None else None


@pytest.mark.parametrize(
    ("question", "words", "figure"),
    [
        ("Late sums bring interest at 5% a month, right?", (ACCRUE,), Figure(3.0, "percent")),
        (
            "Late sums bring interest at 5% a month, right?",
            (ACCRUE, "A rebate of 5% is given."),
            None,
        ),  # 5% stands there
        ("Late sums bring interest at 5% a month, right?", ("Nothing of it.",), None),
        ("Late sums bring interest at 5% a year, right?", (ACCRUE,), None),  # it is said of a month
        ("The hosted software starts within 5 days, right?", (ACCRUE,), None),
    ],
)
def test_the_figure_that_would_bear_an_assertion_out_is_found(
    question: str, words: tuple[str, ...], figure: Figure | None
) -> None:
    assert told(question, *words) == figure


def test_what_the_reader_does_not_find_borne_out_is_not_told() -> None:
    assert told("Late sums bring interest at 5% a month, right?", ACCRUE, score=1.0) is None


def test_two_figures_for_it_are_none() -> None:
    other = "Sums that are paid late by a group company shall accrue interest at the rate of 4% a month."
    assert told("Late sums bring interest at 5% a month, right?", ACCRUE, other) is None


@pytest.mark.parametrize(
    ("said", "figure", "instead", "language", "told"),
    [
        ("it lasts two years", Figure(2.0, "year"), Figure(18.0, "month"), "en", "it lasts 18 months"),
        ("we pay $ 500 a month", Figure(500.0, "dollar"), Figure(450.0, "dollar"), "en", "we pay $450 a month"),
        ("le plafond est de 20 %", Figure(20.0, "percent"), Figure(15.0, "percent"), "fr", "le plafond est de 15 %"),
        (
            "sous dix jours ouvrés",
            Figure(10.0, "business day"),
            Figure(5.0, "business day"),
            "fr",
            "sous 5 jours ouvrés",
        ),
        ("it lasts two years", Figure(3.0, "year"), Figure(4.0, "year"), "en", ""),
    ],
)
def test_an_assertion_is_told_with_another_figure(
    said: str, figure: Figure, instead: Figure, language: str, told: str
) -> None:
    assert " ".join(retold(said, figure, instead, language).split()) == told
