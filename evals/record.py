"""One finished case as it is kept: question, gold, answer and scores, without the passages' texts."""

from __future__ import annotations

from typing import Self

from assistant.answer import Answer
from evals.abstention import confidence
from evals.case import Case, Kind, Language, Persona, Strict
from evals.cost import Tokens, tokens
from evals.error_split import Blame
from evals.latency import stages
from evals.lost import Lost
from evals.score import Score

LANGUAGE_PART = "language="
"""How the parts of a result begin that are of one language of the question and one of the document."""


class ShownQuote(Strict):
    """A quote of an answer, and where it stands."""

    statement: str
    verdict: str
    contract: str
    document: str
    clause: str
    page: int
    start: int
    end: int
    quote: str
    paged: bool = True


class CaseRecord(Strict):
    """A case of a set with what the system made of it.

    ``abstained`` is the kind of silence, None for an answer. ``blame`` is the step that a wrong answer is put down
    to, None for one that is right or could not be held to anything. ``failure`` is the message of an error of the
    system. ``lost`` is what came first in place of the evidence, None where the evidence did. ``seconds`` is by stage.
    ``passages`` counts those read. ``tokens`` are the language model's, None without one.
    """

    set: str
    id: str
    contract: str
    question: str
    lang: Language
    doc_lang: Language
    persona: Persona
    kind: Kind
    gold_answer: str
    gold_quotes: tuple[str, ...]
    text: str
    abstained: str | None
    resolved: str | None
    quotes: tuple[ShownQuote, ...]
    passages: int
    scores: dict[str, Score]
    blame: Blame | None
    confidence: float | None
    seconds: dict[str, float]
    failure: str | None = None
    tokens: Tokens | None = None
    lost: Lost | None = None

    @property
    def key(self) -> str:
        """The name of the case among all sets."""
        return f"{self.set}/{self.id}"

    @property
    def answerable(self) -> bool:
        """Whether the contract answers the question."""
        return self.kind is not Kind.UNANSWERABLE

    @property
    def parts(self) -> list[str]:
        """The parts of a result in which the case counts."""
        return [
            "all",
            f"set={self.set}",
            f"kind={self.kind}",
            f"persona={self.persona}",
            f"{LANGUAGE_PART}{self.lang}→{self.doc_lang}",
            "answerable" if self.answerable else "unanswerable",
        ]

    def without_texts(self) -> Self:
        """The record without question, answers and quotes: for results over texts that must not be copied."""
        return self.model_copy(update={"question": "", "gold_answer": "", "gold_quotes": (), "text": "", "quotes": ()})


def record(
    set_name: str,
    case: Case,
    answer: Answer,
    scores: dict[str, Score],
    blame: Blame | None,
    failure: str | None,
    lost: Lost | None,
) -> CaseRecord:
    """The record of a finished case."""
    return CaseRecord(
        set=set_name,
        id=case.id,
        contract=case.contract,
        question=case.question,
        lang=case.lang,
        doc_lang=case.doc_lang,
        persona=case.persona,
        kind=case.kind,
        gold_answer=case.answer,
        gold_quotes=tuple(e.quote for e in case.evidence),
        text=answer.text,
        abstained=answer.abstained,
        resolved=answer.contract,
        quotes=_quotes(answer),
        passages=len(answer.passages),
        scores=scores,
        blame=blame,
        confidence=confidence(answer),
        seconds=stages(answer),
        failure=failure,
        tokens=tokens(answer),
        lost=lost,
    )


def _quotes(answer: Answer) -> tuple[ShownQuote, ...]:
    return tuple(
        ShownQuote(
            statement=statement.text,
            verdict=statement.verdict,
            contract=citation.contract,
            document=citation.document,
            clause=citation.clause,
            page=citation.page,
            start=citation.start,
            end=citation.end,
            quote=citation.quote,
            paged=citation.paged,
        )
        for statement in answer.statements
        for citation in statement.citations
    )
