from __future__ import annotations

import json

import pytest

from assistant.answer import Abstention, Amended, Answer, Citation, FoundPassage, Statement, Verdict
from assistant.citing.answer_form import answer_from_json

AMENDED = Amended("amendment", "1", 1, 5, 9, "soon", "d2", "2026-01-01")
CITATION = Citation(
    "Acme",
    "agreement",
    "2",
    1,
    10,
    22,
    "Pay promptly.",
    "d1",
    "c2",
    in_force=False,
    superseded_by=(AMENDED,),
    translation="Payez vite.",
)
PASSAGE = FoundPassage("Acme", "agreement", "2", 1, 0, 40, 1.5, 0.8, "Pay promptly.", "Acme › 2", "d1", "c2")
ANSWERS = [
    Answer(
        "When?",
        "en",
        "Acme",
        None,
        "…",
        (Statement("Pay.", Verdict.QUOTED, (CITATION,), "30 days."),),
        (PASSAGE,),
        0.5,
        {"a": 1},
    ),
    Answer("When?", "fr", None, Abstention.AMBIGUOUS, "Which?"),
    Answer("When?", "fr", None, Abstention.ABSENT, "…", nearest=(Statement("Pay.", Verdict.QUOTED, (CITATION,)),)),
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_comes_back_from_its_json_form(answer: Answer) -> None:
    assert answer_from_json(json.loads(json.dumps(answer.to_json()))) == answer


def test_a_newer_form_is_read_and_an_older_one_too() -> None:
    form = ANSWERS[0].to_json()
    form["statements"][0]["citations"][0]["new"] = "?"
    del form["statements"][0]["lead"]
    assert answer_from_json(form).statements[0].lead == ""


def test_a_form_of_something_else_is_no_answer() -> None:
    with pytest.raises(KeyError):
        answer_from_json({"id": 1, "error": "…"})
