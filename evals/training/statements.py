"""Statements about words of contracts, true and false, and questions on them, that the cross-encoder is trained on.

They are ours (``data/statements-*.jsonl``), in English and French, over clauses that we wrote and over clauses of real contracts of
``cuad-more``, of which only the places are kept here. A false one is wrong in one thing, and about half of them are twins of a true one.
A question is answered by the words, or only comes near them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.corpus import read_source
from evals.training.rows import read_families, stated_rows


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
    families = read_families()
    sources: dict[str, str] = {}
    for row in stated_rows():
        if row.clause is not None:
            text = families[row.contract][row.clause].text
        else:
            text = sources.setdefault(row.contract, read_source(corpus / "cuad-more" / "txt" / f"{row.contract}.txt"))
        words = " ".join(text[row.start : row.end].split())
        true = tuple(said for _, kind, said in row.statements if kind == "true")
        false = tuple(said for _, kind, said in row.statements if kind != "true")
        answered = tuple(asked for _, kind, asked in row.questions if kind == "answered")
        near = tuple(asked for _, kind, asked in row.questions if kind == "near")
        yield StatedWords(row.contract, words, true, false, answered, near)
