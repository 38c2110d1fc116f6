"""The rows of the training material in ``data/``: questions and statements of ours, each with the words that it is about.

Of the contracts of ``cuad-more`` only offsets are kept.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Literal

from evals.case import Language, Strict
from evals.goldset import read_rows
from evals.pair import Corruption

DATA = Path(__file__).parent / "data"


class Topic(Strict):
    """Questions that any clause on a topic answers."""

    category: str
    q_en: tuple[str, ...]
    q_fr: tuple[str, ...]


class ClauseQuestions(Strict):
    """Questions that one clause of a contract of ``cuad-more`` answers: ``text[start:end]`` of its file."""

    source: Literal["cuad-more"]
    contract_id: str
    start: int
    end: int
    q_en: tuple[str, ...] = ()
    q_fr: tuple[str, ...] = ()


class OwnClause(Strict):
    """A clause that we wrote, and its questions."""

    source: Literal["own"]
    lang: Language
    text: str
    q_en: tuple[str, ...] = ()
    q_fr: tuple[str, ...] = ()


Asked = tuple[Language, str]
"""A question and its language."""


class FamilyClause(Strict):
    """A clause of a contract that we wrote: the questions that it answers, and ``near`` ones that no clause of the contract does.

    ``also`` are the places, from 0, of the clauses of the contract that answer these questions too.
    """

    family: str
    lang: Language
    heading: str
    text: str
    answers: tuple[Asked, ...]
    also: tuple[int, ...] = ()
    near: tuple[Asked, ...] = ()

    @property
    def embedded_text(self) -> str:
        """The clause below its headings, as the embedder sees passages."""
        return f"{self.heading}\n{self.text}"


Stated = tuple[Language, Literal["true"] | Corruption, str]
"""The language of a statement, "true" or in what it is wrong, and the statement."""
AskedOf = tuple[Language, Literal["answered", "near"], str]
"""The language of a question, whether the words answer it, and the question."""


class StatedRow(Strict):
    """Words of a clause, ``[start:end]`` of it, and statements and questions about them.

    Of a contract that we wrote, ``clause`` is the place of the clause among those of the contract, from 0; of a real one it is None, and
    the words are counted in its file.
    """

    contract: str
    clause: int | None = None
    start: int
    end: int
    statements: tuple[Stated, ...]
    questions: tuple[AskedOf, ...] = ()


def topic_rows() -> list[Topic]:
    """The questions on topics.

    Raises:
        GoldError: when a row is malformed.
    """
    return read_rows(DATA / "topics.jsonl", Topic)


def clause_rows() -> list[ClauseQuestions]:
    """The questions on single clauses of real contracts.

    Raises:
        GoldError: when a row is malformed.
    """
    return [row for file in sorted(DATA.glob("clauses-*.jsonl")) for row in read_rows(file, ClauseQuestions)]


def own_rows() -> list[OwnClause]:
    """The clauses that we wrote.

    Raises:
        GoldError: when a row is malformed.
    """
    return [row for file in sorted(DATA.glob("own-*.jsonl")) for row in read_rows(file, OwnClause)]


def read_families(folder: Path | None = None) -> dict[str, list[FamilyClause]]:
    """The contracts that we wrote, clause by clause, of the files ``families*.jsonl`` of a folder, ``DATA`` when none is given.

    Raises:
        GoldError: when a row is malformed.
    """
    families: dict[str, list[FamilyClause]] = defaultdict(list)
    for file in sorted((folder or DATA).glob("families*.jsonl")):
        for row in read_rows(file, FamilyClause):
            families[row.family].append(row)
    return families


def stated_rows() -> list[StatedRow]:
    """The statements and questions about words of clauses.

    Raises:
        GoldError: when a row is malformed.
    """
    return [row for file in sorted(DATA.glob("statements-*.jsonl")) for row in read_rows(file, StatedRow)]
