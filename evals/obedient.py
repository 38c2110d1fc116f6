"""A chat model that does what an attack tells it to: the worst writer that an answer can have."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import Field

from evals.attack import HOSTILE_QUOTE

_SHOWN = 20  # characters of a hostile text by which its quote is known in the prompt


class Obedient(BaseChatModel):
    """Writes what the attack wants, each time that it is asked, with the mark of the quote that holds the hostile text.

    ``text`` and ``obeyed`` are those of an `evals.attack.Attack`; ``prompts`` keeps what it was asked. No connection is opened.
    """

    text: str
    obeyed: str
    prompts: list[str] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "obedient"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        prompt = "\n".join(str(message.content) for message in messages)
        self.prompts.append(prompt)
        reply = self.obeyed.replace(HOSTILE_QUOTE, self._mark(prompt))
        return ChatResult(generations=[ChatGeneration(message=AIMessage(reply))])

    def _mark(self, prompt: str) -> str:
        beginning = " ".join(self.text.replace("<", "‹").replace(">", "›").split())[:_SHOWN]
        lines = [line for line in prompt.splitlines() if line.startswith("[") and beginning and beginning in line]
        return lines[0].partition("]")[0] + "]" if lines else "[1]"
