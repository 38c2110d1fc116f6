"""Where the first passage stands when it is not the evidence: what a retriever took for it."""

from __future__ import annotations

from enum import StrEnum

from assistant.answer import Answer, FoundPassage
from evals.case import Case, Evidence
from evals.matching import held, in_same_document, middle
from evals.shelf import Shelf, find_record


class Lost(StrEnum):
    """What came first in place of the evidence."""

    BESIDE = "the passage before or after it"
    DOCUMENT = "another passage of its document"
    FAMILY = "another document of its contract"
    CONTRACT = "another contract"
    NOTHING = "nothing was found"


def lost(case: Case, answer: Answer, shelf: Shelf) -> Lost | None:
    """What came first; None when it is an evidence, or when the case has none that was located."""
    if not any(evidence.span for evidence in case.evidence) or any(held(answer.passages[:1], case)):
        return None
    if not answer.passages:
        return Lost.NOTHING
    first = answer.passages[0]
    if first.contract != case.contract:
        return Lost.CONTRACT
    same = [evidence for evidence in case.evidence if in_same_document(first, case.contract, evidence)]
    if not same:
        return Lost.FAMILY
    return Lost.BESIDE if any(_beside(first, case.contract, evidence, shelf) for evidence in same) else Lost.DOCUMENT


def _beside(first: FoundPassage, contract: str, evidence: Evidence, shelf: Shelf) -> bool:
    """Whether a passage right before or after the first one holds the evidence."""
    record = find_record(shelf, contract, evidence.document)
    spans = [passage.span for passage in shelf.passages(record.id)] if record else []
    at = next((n for n, span in enumerate(spans) if span.start == first.start), None)
    if at is None or evidence.span is None:
        return False
    sought = middle(evidence.span)
    return any(span.start <= sought < span.end for span in (*spans[max(0, at - 1) : at], *spans[at + 1 : at + 2]))
