"""How many tokens a language model read and wrote for one answer."""

from __future__ import annotations

from threading import Lock
from typing import Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.messages.utils import count_tokens_approximately
from langchain_core.outputs import ChatGeneration, LLMResult


class TokenCount(BaseCallbackHandler):
    """Counts the tokens of every call of the models that it listens to.

    The model's own count is taken where it reports one. Servers that stream without a count are common: their tokens are
    estimated from the characters by LangChain's rule, and ``estimated`` says so.
    """

    def __init__(self) -> None:
        self.read = self.written = 0
        self.calls = 0
        self.estimated = False
        self._sent: dict[UUID, int] = {}
        self._lock = Lock()  # several calls may be made at once

    def listening(self, model: BaseChatModel) -> BaseChatModel:
        """A copy of the model whose calls are counted here."""
        known = model.callbacks if isinstance(model.callbacks, list) else []
        return model.model_copy(update={"callbacks": [*known, self]})

    def on_chat_model_start(
        self, serialized: dict[str, Any], messages: list[list[BaseMessage]], *, run_id: UUID, **kwargs: Any
    ) -> None:
        """A call begins: note how long its prompt is."""
        with self._lock:
            self.calls += 1
            self._sent[run_id] = sum(count_tokens_approximately(batch) for batch in messages)

    def on_llm_end(self, response: LLMResult, *, run_id: UUID, **kwargs: Any) -> None:
        """A call has ended: add what it reports, or else the estimate."""
        message = _message(response)
        usage = message.usage_metadata if message is not None else None
        with self._lock:
            sent = self._sent.pop(run_id, 0)
            if usage:
                self.read += usage["input_tokens"]
                self.written += usage["output_tokens"]
                return
            self.estimated = True
            self.read += sent
            self.written += count_tokens_approximately([message]) if message is not None else 0

    def on_llm_error(self, error: BaseException, *, run_id: UUID, **kwargs: Any) -> None:
        """A call failed: its prompt was sent all the same."""
        with self._lock:
            self.estimated = True
            self.read += self._sent.pop(run_id, 0)

    def to_trace(self) -> dict[str, int | bool]:
        """The counts as `assistant.answer.Answer.trace` keeps them."""
        return {"calls": self.calls, "read": self.read, "written": self.written, "estimated": self.estimated}


def _message(response: LLMResult) -> AIMessage | None:
    for batch in response.generations:
        for generation in batch:
            if isinstance(generation, ChatGeneration) and isinstance(generation.message, AIMessage):
                return generation.message
    return None
