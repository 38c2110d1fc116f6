import pytest
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from assistant.answering.tokens import TokenCount
from tests.fake_model import FakeModel


def test_what_the_model_reports_is_taken() -> None:
    usage = {"input_tokens": 120, "output_tokens": 7, "total_tokens": 127}
    count = TokenCount()
    replies = iter([AIMessage("Four hours. [1]", usage_metadata=usage), AIMessage("Yes. [2]", usage_metadata=usage)])
    model = count.listening(GenericFakeChatModel(messages=replies))
    model.invoke("How fast?")
    model.invoke("And at night?")
    assert count.to_trace() == {"calls": 2, "read": 240, "written": 14, "estimated": False}


def test_without_a_report_the_characters_are_counted() -> None:
    count = TokenCount()
    model = count.listening(FakeModel(replies=["Within four hours. [1]"]))
    list(model.stream("How fast must they call back? " * 10))
    assert count.estimated
    assert 60 < count.read < 120
    assert 3 < count.written < 20


def test_a_failed_call_counts_its_prompt() -> None:
    count = TokenCount()
    model = count.listening(FakeModel(replies=[ConnectionResetError("gone")]))
    with pytest.raises(ConnectionResetError):
        list(model.stream("How fast must they call back?"))
    assert count.calls == 1
    assert count.read > 0
    assert count.written == 0


def test_the_model_itself_is_left_as_it_is() -> None:
    model = FakeModel(replies=["a"])
    TokenCount().listening(model)
    assert not model.callbacks
