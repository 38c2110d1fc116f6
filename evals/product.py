"""The product as a system that is measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from assistant.answer import Answer
from assistant.rewrite import Turn
from evals.case import Case, Scope


class Assistant(Protocol):
    """The part of `assistant.chat.Assistant` that is measured."""

    def ask(self, question: str, contract: str | None = None, history: Sequence[Turn] = ()) -> Answer:
        """The cited answer to a question, or a typed abstention."""
        ...


class Product:
    """The assistant, asked as its faces ask it: nothing of a case but question, history and, where selected, contract.

    Args:
        assistant: answers the questions.
        name: what the results call it.
    """

    def __init__(self, assistant: Assistant, name: str = "clausier") -> None:
        self.name = name
        self._assistant = assistant

    def ask(self, case: Case) -> Answer:
        """The answer to the case's question; raises what the assistant raises."""
        contract = case.contract if case.scope is Scope.CONTRACT else None
        return self._assistant.ask(case.question, contract, [Turn(t.role, t.content) for t in case.history])
