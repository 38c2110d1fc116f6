from dataclasses import replace

import pytest

from assistant.answer import Answer
from evals import answer_metrics as metrics
from tests.fake_bench import make_case, make_silent_case, silence

CASE = make_case(must=("4 hours|four hours", "hotline"), must_not=("24 hours",), answer="The hotline: 4 hours.")


def said(text: str) -> Answer:
    return Answer(CASE.question, "en", "acme", None, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hotline answers in four hours.", 1),
        ("The hotline answers.", 0),
        ("The hotline answers in 4 hours, not 24 hours.", 0),
        ("", 0),
    ],
)
def test_correct(text: str, expected: float) -> None:
    assert metrics.correct(said(text), CASE) == expected


def test_only_silence_is_correct_on_an_unanswerable_question_and_never_on_another() -> None:
    assert metrics.correct(silence(CASE), CASE) == 0
    assert metrics.correct(silence(CASE), make_silent_case(1)) == 1
    assert metrics.correct(said("The hotline: 4 hours."), make_silent_case(1)) == 0


def test_a_case_without_literals_cannot_be_held_to_any() -> None:
    bare = make_case(must=())
    assert metrics.correct(said("anything"), bare) is None
    assert metrics.correct(silence(bare), bare) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the HOTLINE 4 hours", 1.0),
        ("hotline", 0.5),  # precision 1, recall 1/3
        ("hotline of 24 hours", 4 / 7),  # precision 2/4, recall 2/3
        ("nothing", 0.0),
        ("", 0.0),
    ],
)
def test_token_f1(text: str, expected: float) -> None:
    assert metrics.token_f1(said(text), CASE) == pytest.approx(expected)


def test_token_f1_leaves_french_articles_and_elisions_out() -> None:
    case = make_case(lang="fr", answer="l’engagement du prestataire")
    assert metrics.token_f1(said("L'engagement des prestataire"), case) == 1


def test_token_f1_of_silence_and_of_what_has_no_reference() -> None:
    assert metrics.token_f1(silence(CASE), CASE) == 0
    assert metrics.token_f1(silence(CASE), make_silent_case(1)) is None
    assert metrics.token_f1(said("x"), make_case(answer="")) is None


def test_rejection_and_coverage() -> None:
    answered, silent = said("Yes."), silence(CASE)
    assert (metrics.rejection(silent, make_silent_case(1)), metrics.rejection(answered, make_silent_case(1))) == (1, 0)
    assert (metrics.coverage(silent, CASE), metrics.coverage(answered, CASE)) == (0, 1)
    assert metrics.rejection(silent, CASE) is None
    assert metrics.coverage(silent, make_silent_case(1)) is None


def test_saying_nothing_without_abstaining_covers_nothing() -> None:
    assert metrics.coverage(replace(said(" "), abstained=None), CASE) == 0


@pytest.mark.parametrize(
    ("trace", "expected"),
    [({}, None), ({"tokens": {"calls": 1}}, 0), ({"tokens": {"calls": 1}, "model_failed": True}, 1)],
)
def test_a_model_that_failed_is_counted_where_one_was_asked(trace: dict[str, object], expected: float | None) -> None:
    answer = replace(said("The hotline answers in four hours."), trace=trace)
    assert metrics.model_failed(answer, CASE) == expected
