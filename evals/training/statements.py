"""Statements about words of contracts, true and false, and questions on them, that the cross-encoder is trained on.

They are ours (``data/statements-*.jsonl``), in English and French, over clauses that we wrote and over clauses of real contracts of
``cuad-more``, of which only the places are kept here. A false one is wrong in one thing, and about half of them are twins of a true one.
A question is answered by the words, or only comes near them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from evals.case import Language, Strict
from evals.corpus import read_source
from evals.goldset import read_rows
from evals.pair import Corruption
from evals.training.examples import DATA, read_families

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


@dataclass(frozen=True, slots=True)
class StatedWords:
    """Words of a contract, the statements that they bear out, those that they do not, the questions that they answer, and near ones."""

    contract: str
    words: str
    true: tuple[str, ...]
    false: tuple[str, ...]
    answered: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def read_statements(corpus: Path) -> list[StatedWords]:
    """All of them, with the words that they are about.

    Args:
        corpus: the folder of real contracts.

    Raises:
        GoldError: when a row is malformed, or a contract is missing.
    """
    return list(_read(corpus))


def _read(corpus: Path) -> Iterator[StatedWords]:
    families = read_families(DATA)
    sources: dict[str, str] = {}
    for file in sorted(DATA.glob("statements-*.jsonl")):
        for row in read_rows(file, StatedRow):
            if row.clause is not None:
                text = families[row.contract][row.clause].text
            else:
                text = sources.setdefault(
                    row.contract, read_source(corpus / "cuad-more" / "txt" / f"{row.contract}.txt")
                )
            words = " ".join(text[row.start : row.end].split())
            true = tuple(said for _, kind, said in row.statements if kind == "true")
            false = tuple(said for _, kind, said in row.statements if kind != "true")
            answered = tuple(asked for _, kind, asked in row.questions if kind == "answered")
            near = tuple(asked for _, kind, asked in row.questions if kind == "near")
            yield StatedWords(row.contract, words, true, false, answered, near)
