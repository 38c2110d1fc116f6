"""Parts whose embedder needs no model, and an assistant that says what the test tells it to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from assistant.answer import Answer, Statement
from assistant.errors import AssistantError
from assistant.parts import Parts
from assistant.rewrite import Turn
from assistant.settings import Settings
from ingest.embed import Embedder
from tests.fake_embedder import FakeEmbedder


class FakeParts(Parts):
    """Real library, index and assistant over a fake embedder."""

    def __init__(self, home: Path) -> None:
        super().__init__(Settings(home=home))

    @cached_property
    def embedder(self) -> Embedder:
        return FakeEmbedder()


class ScriptedParts(FakeParts):
    """As above, with an assistant that gives a queue of answers."""

    def __init__(self, home: Path, *replies: Answer | AssistantError) -> None:
        super().__init__(home)
        self.replies = list(replies)

    @cached_property
    def assistant(self) -> ScriptedAssistant:  # type: ignore[override]
        return ScriptedAssistant(self.replies)


class ScriptedAssistant:
    """Gives the replies in turn, and keeps what it was asked."""

    def __init__(self, replies: list[Answer | AssistantError]) -> None:
        self._replies = replies
        self.asked: list[tuple[str, str | None, tuple[Turn, ...]]] = []
        self.days: list[date | None] = []

    def stream(
        self, question: str, contract: str | None = None, history: Sequence[Turn] = (), as_of: date | None = None
    ) -> Iterator[Statement | Answer]:
        self.days.append(as_of)
        self.asked.append((question, contract, tuple(history)))
        reply = self._replies.pop(0)
        if isinstance(reply, AssistantError):
            raise reply
        yield from reply.statements
        yield reply

    def ask(self, question: str, contract: str | None, history: Sequence[Turn], as_of: date | None) -> Answer:
        *_, answer = self.stream(question, contract, history, as_of)
        assert isinstance(answer, Answer)
        return answer
