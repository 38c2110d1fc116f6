"""A question on its way to an answer: what each step of the chain found out."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.answer import Abstention, FoundPassage
from assistant.asked.question import Question
from assistant.conversation.talk import Said
from assistant.naming.resolve import Resolution
from assistant.retrieval.candidate import Candidate
from assistant.retrieval.signals import Signals


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question on its way to an answer."""

    question: Question
    selected: str | None
    searched: Question
    as_of: date | None
    said: Said
    resolution: Resolution | None = None
    looked_for: Question | None = None
    passages: tuple[FoundPassage, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    signals: Signals | None = None
    confidence: float = 0.0
    contract: str | None = None
    abstained: Abstention | None = None
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def told(self) -> Question:
        """The question as it is searched, with the language in which its writer is told: a follow-up may be in another one."""
        return replace(self.searched, language=self.question.language)

    @property
    def documents(self) -> list[str]:
        """The ids of the documents that may be looked at."""
        return [d.id for c in self.resolution.contracts for d in c.documents] if self.resolution else []

    def timed(self, stage: str, began: float) -> Inquiry:
        """Itself, with the seconds that a stage took since ``began`` entered."""
        self.seconds[stage] = round(time.perf_counter() - began, 4)
        return self
