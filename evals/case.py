"""A gold question: Case, with its Evidence, Turns, Kind and Scope."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from ingest.document import Span

Language = Literal["en", "fr"]
Persona = Literal["ops", "trainee", "lawyer"]


class Kind(StrEnum):
    """What a question asks for."""

    FACT = "fact"
    DURATION = "duration"
    AMOUNT = "amount"
    PROCEDURE = "procedure"
    PARTY = "party"
    DEFINITION = "definition"
    LIST = "list"
    YES_NO = "yesno"
    TABLE = "table"
    MULTI = "multi"  # two clauses are needed
    LOOKUP = "lookup"  # by number, term or topic
    FOLLOW_UP = "followup"  # understood only with the history
    AMENDED = "amended"  # the value stands in an amendment
    UNANSWERABLE = "unanswerable"
    FALSE_PREMISE = "false_premise"


class Scope(StrEnum):
    """Where the system may look."""

    CONTRACT = "contract"  # the case's contract is selected beforehand
    LIBRARY = "library"  # nothing is selected: the contract has to be found too


class Strict(BaseModel):
    """A frozen model that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Turn(Strict):
    """One earlier message of the conversation."""

    role: Literal["user", "assistant"]
    content: str


class Evidence(Strict):
    """Words that answer the question: ``text[start:end]`` of the document, in characters.

    ``document`` is the library's name of the document within the contract. ``start`` and ``end`` are None together
    when the quote was not located in the document's canonical text. ``page`` is the 1-based page that the annotator
    saw, None when unknown.
    """

    document: str
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=1)
    quote: str = Field(min_length=1)
    page: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if (self.start is None) != (self.end is None):
            raise ValueError("expected start and end together, got one of them")
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError(f"expected start < end, got {self.start}..{self.end}")
        return self

    @property
    def span(self) -> Span | None:
        """Where the words stand, None when they were not located."""
        return None if self.start is None or self.end is None else Span(self.start, self.end)


class Case(Strict):
    """A question with what is known of its right answer.

    ``must`` holds groups of literals, alternatives separated by ``|``: each group has to occur in a correct answer.
    ``must_not`` holds literals of typical wrong answers. ``answer`` is a short reference answer, empty when only the
    evidence is known.
    """

    id: str = Field(min_length=1)
    contract: str = Field(min_length=1)
    question: str = Field(min_length=1)
    history: tuple[Turn, ...] = ()
    lang: Language
    doc_lang: Language
    persona: Persona
    kind: Kind
    answer: str = ""
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    clause: str | None = None
    scope: Scope = Scope.CONTRACT

    @field_validator("must", "must_not")
    @classmethod
    def _no_empty_literal(cls, groups: tuple[str, ...]) -> tuple[str, ...]:
        if any(not alternative.strip() for group in groups for alternative in group.split("|")):
            raise ValueError("expected literals separated by single '|', got an empty one")
        return groups

    @property
    def answerable(self) -> bool:
        """Whether the contract answers the question (a false premise is answered by putting it right)."""
        return self.kind is not Kind.UNANSWERABLE
