from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from langchain_core.runnables import Runnable, RunnableGenerator

from assistant.answering.reply import Written, reply
from assistant.errors import ModelError
from tests.fake_model import HANG_UP, FakeModel


class Structured(FakeModel):
    """A model whose profile says that it gives structured output; ``partials`` is what it streams, step by step."""

    partials: list[Any]

    def with_structured_output(self, schema: Any, *, include_raw: bool = False, **kwargs: Any) -> Runnable[Any, Any]:
        def stream(asked: Iterator[Any]) -> Iterator[Any]:
            list(asked)
            yield from self.partials

        return RunnableGenerator(stream)


def structured(*partials: Any) -> Structured:
    return Structured(replies=[], partials=list(partials), profile={"structured_output": True})


def of(text: str) -> list[Written]:
    return list(reply(FakeModel(replies=[text]), "prompt"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is due. [1]", [Written("It is due.", (1,))]),
        ("[2] It is due.", [Written("It is due.", (2,))]),
        ("It is due [1][3][1].", [Written("It is due.", (1, 3))]),
        ("It is due.\n[1][3]", [Written("It is due.", (1, 3))]),
        ("- It is due.", [Written("It is due.", ())]),
        ("It is due. It ends. [2]", [Written("It is due.", ()), Written("It ends.", (2,))]),
        ("Is it due? [1]", []),
        ("[1][2]", []),
        ("", []),
    ],
)
def test_marks_belong_to_their_sentence(text: str, expected: list[Written]) -> None:
    assert of(text) == expected


def test_a_structured_reply_gives_each_sentence_when_it_is_whole() -> None:
    first = {"text": "It is due.", "quotes": [1]}
    model = structured(
        {},
        {"sentences": [first]},
        {"sentences": [first, {"text": "It en"}]},
        {"sentences": [first, {"text": "It ends.", "quotes": [2, 3]}]},
    )
    assert list(reply(model, "prompt")) == [Written("It is due.", (1,)), Written("It ends.", (2, 3))]


def test_marks_within_a_structured_sentence_count_for_nothing() -> None:
    model = structured({"sentences": [{"text": "It is due [7].", "quotes": [1]}]})
    assert list(reply(model, "prompt")) == [Written("It is due.", (1,))]


@pytest.mark.parametrize("partial", [None, "text", {"sentences": "text"}, {"sentences": [{"text": 4}]}, {"other": []}])
def test_a_malformed_structured_reply_has_no_sentences(partial: Any) -> None:
    assert list(reply(structured(partial), "prompt")) == []


@pytest.mark.parametrize(
    "failure", [f"It is{HANG_UP}", TimeoutError("key sk-secret-123"), RuntimeError("429 sk-secret-123")]
)
def test_a_failure_is_told_without_what_the_provider_says(failure: Any) -> None:
    with pytest.raises(ModelError, match="the language model failed") as caught:
        list(reply(FakeModel(replies=[failure]), "prompt"))
    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None
