"""The set of answers that their readers reported as wrong: one file of the home, asked like any other set."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.case import Case, Turn
from evals.errors import GoldError
from evals.locate import LocatableText
from evals.own_set import NewCase, add_cases
from evals.shelf import Record, Shelf

FILE = "reported.jsonl"
_GAP = re.compile(r"\n\s*\n")
_SHOWN = 60  # characters of words that were not found


@dataclass(frozen=True, slots=True)
class Wrong:
    """What a reader says of a wrong answer.

    ``evidence`` are words of the contract, an empty line between two quotes; without any, the contract does not answer the question.
    ``document`` is where they stand, None for wherever they do. ``history`` is what was said before, oldest first.
    """

    contract: str
    question: str
    answer: str = ""
    evidence: str = ""
    document: str | None = None
    must: str = ""
    history: tuple[Turn, ...] = ()


def reported_set(home: Path) -> Path:
    """The file of the set below the home; it is made with its first case."""
    return home / FILE


def report(home: Path, wrong: Wrong, shelf: Shelf) -> Case:
    """Keep a wrong answer's question, so that every later run of the set asks it.

    Args:
        home: the folder of all state.
        wrong: the question, and what is right.
        shelf: the library that was asked.

    Raises:
        GoldError: the words of the evidence stand in no document of the contract, or in several and none is named; or a fault of
            `evals.own_set.add_cases`. Nothing is kept then.
        UnknownContract: no contract goes by that name.
    """
    new = NewCase(
        contract=wrong.contract,
        question=wrong.question,
        answer=wrong.answer.strip(),
        evidence=_evidence(wrong, shelf),
        must=(wrong.must.strip(),) if wrong.must.strip() else (),
        history=wrong.history,
    )
    (case,) = add_cases(reported_set(home), [new], shelf)
    return case


def _evidence(wrong: Wrong, shelf: Shelf) -> tuple[tuple[str, str], ...]:
    documents = [each for each in shelf.contract(wrong.contract).documents if wrong.document in (None, each.name)]
    quotes = [quote.strip() for quote in _GAP.split(wrong.evidence) if quote.strip()]
    return tuple((_holder(quote, documents, shelf), quote) for quote in quotes)


def _holder(quote: str, documents: Sequence[Record], shelf: Shelf) -> str:
    """The name of the document that holds the words."""
    shown = quote if len(quote) <= _SHOWN else f"{quote[:_SHOWN]}…"
    holders = [each.name for each in documents if LocatableText(shelf.document(each.id).text).locate(quote)]
    if not holders:
        raise GoldError(f"expected words of the contract, found “{shown}” nowhere in it; copy them from the original")
    if len(holders) > 1:
        raise GoldError(
            f"expected words of one document, found “{shown}” in {', '.join(holders)}; say in which they stand"
        )
    return holders[0]
