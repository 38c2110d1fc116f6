from __future__ import annotations

import pytest

from assistant.asked.halves import asks_for_two


@pytest.mark.parametrize(
    "question",
    [
        "How fast must they tell us, and who pays?",
        "les perso, et le reste ?",
        "May we leave? On what notice?",
        "P1 & P2 response times",
    ],
)
def test_two_things_are_asked(question: str) -> None:
    assert asks_for_two(question)


@pytest.mark.parametrize(
    "question", ["And at night?", "How long is the notice?", "Et la nuit ?", "Who audits their standards?"]
)
def test_one_thing_is_asked(question: str) -> None:
    assert not asks_for_two(question)
