"""A chat model without a network: it gives queued replies, records the prompts that it saw, and can fail in every way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import Field

HANG_UP = "<hang up>"
"""In a reply: the connection breaks here."""


class FakeModel(BaseChatModel):
    """Streams the next of ``replies`` in pieces of seven characters; an exception among them is raised instead."""

    replies: list[Any]
    prompts: list[str] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "fake"

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        self.prompts.append("\n".join(str(m.content) for m in messages))
        reply = self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        said, broken, _ = reply.partition(HANG_UP)
        for at in range(0, max(1, len(said)), 7):
            yield ChatGenerationChunk(message=AIMessageChunk(content=said[at : at + 7]))
        if broken:
            raise ConnectionResetError("the server hung up")

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        text = "".join(str(chunk.message.content) for chunk in self._stream(messages, stop, run_manager, **kwargs))
        return ChatResult(generations=[ChatGeneration(message=AIMessage(text))])
