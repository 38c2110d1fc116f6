"""Which step a wrong answer is put down to."""

from __future__ import annotations

from enum import StrEnum

from assistant.answer import Answer
from evals.case import Case, Evidence
from evals.matching import held, touches
from evals.shelf import Shelf, find_record

BEST = 10  # passages that an answer carries


class Blame(StrEnum):
    """The first step that went wrong."""

    READING = "reading"  # some evidence is in no passage of the document
    RETRIEVAL = "retrieval"  # some evidence is in none of the ten best passages
    SELECTION = "selection"  # retrieved, but not quoted
    GENERATION = "generation"  # quoted, but misstated
    SILENT = "wrongly silent"  # retrieved, but nothing was answered
    TALKING = "wrongly talking"  # answered although the contract is silent
    FAILED = "failed"  # the system broke down


def blame(case: Case, answer: Answer, shelf: Shelf) -> Blame:
    """The step that a wrong answer is put down to, each step being looked at only when those before it did their part.

    Every evidence of the case is asked for: an answer that needs two clauses fails when either is lost.
    """
    if not case.answerable:
        return Blame.TALKING
    if not all(_readable(case.contract, evidence, shelf) for evidence in case.evidence):
        return Blame.READING
    if not all(held(answer.passages[:BEST], case)):
        return Blame.RETRIEVAL
    if answer.abstained:
        return Blame.SILENT
    citations = [citation for statement in answer.statements for citation in statement.citations]
    if not all(any(touches(c, case.contract, e) for c in citations) for e in case.evidence):
        return Blame.SELECTION
    return Blame.GENERATION


def _readable(contract: str, evidence: Evidence, shelf: Shelf) -> bool:
    record = find_record(shelf, contract, evidence.document)
    if record is None or evidence.span is None:
        return False
    middle = (evidence.span.start + evidence.span.end) // 2
    return any(p.span.start <= middle < p.span.end for p in shelf.passages(record.id))
