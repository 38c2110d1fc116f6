from __future__ import annotations

import pytest

import prompts
from assistant.answering.write import NOT_IN_CONTRACT

VARIABLES = {"language": "English", "abstention": NOT_IN_CONTRACT, "quotes": "[1] The fee.", "question": "What fee?"}


def test_a_prompt_is_filled_in_without_its_version_line() -> None:
    filled = prompts.load("answer", **VARIABLES)
    assert "[1] The fee." in filled
    assert "Question: What fee?" in filled
    assert not filled.startswith("#")
    assert "$" not in filled


def test_the_answer_prompt_takes_the_sign_of_abstention_from_the_code() -> None:
    assert NOT_IN_CONTRACT in prompts.load("answer", **VARIABLES)
    assert NOT_IN_CONTRACT not in prompts.load("answer", **{**VARIABLES, "abstention": "another"})


@pytest.mark.parametrize("missing", list(VARIABLES))
def test_a_missing_variable_raises(missing: str) -> None:
    given = {name: value for name, value in VARIABLES.items() if name != missing}
    with pytest.raises(KeyError, match="expected the variables"):
        prompts.load("answer", **given)


def test_an_unknown_variable_raises() -> None:
    with pytest.raises(KeyError, match="expected the variables"):
        prompts.load("answer", **VARIABLES, tone="kind")


def test_dollars_and_variables_in_contract_text_stay_text() -> None:
    quote = "The cap is $question, $5 or ${quotes} at $$ each."
    assert quote in prompts.load("answer", **{**VARIABLES, "quotes": quote})


@pytest.mark.parametrize("name", ["nothing", "../pyproject", "answer.txt", ""])
def test_an_unknown_prompt_raises(name: str) -> None:
    with pytest.raises(KeyError, match="no prompt is called"):
        prompts.load(name)


def test_a_prompt_has_a_version() -> None:
    assert prompts.version("answer") >= 1
