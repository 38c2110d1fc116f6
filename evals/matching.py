"""When does a passage, or a quote, count as the gold evidence?

The rule for passages: **it holds the middle character of the evidence**. Whatever covers more than half of the
evidence holds its middle, so such an overlap always counts; and of passages that partition a document exactly one
counts for each evidence, however long the evidence is. Small passages gain nothing by it that character precision and
recall would not show.

The rule for quotes: **they share at least half of the shorter of the two**. A quote is often one sentence of a longer
evidence, or the sentence around a short one.

Both ask for the same contract and the same document. Evidence that was not located is never matched.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from evals.case import Case, Evidence
from ingest.document import Span


class Placed(Protocol):
    """Anything that stands in a document: a found passage or a citation."""

    @property
    def contract(self) -> str:
        """The contract's name."""
        ...

    @property
    def document(self) -> str:
        """The document's name within the contract."""
        ...

    @property
    def start(self) -> int:
        """First character."""
        ...

    @property
    def end(self) -> int:
        """One past the last character."""
        ...


def in_same_document(placed: Placed, contract: str, evidence: Evidence) -> bool:
    """Whether both stand in the same document of the same contract."""
    return placed.contract == contract and placed.document == evidence.document


def middle(span: Span) -> int:
    """The middle character of an evidence: the passage that holds it has found the evidence."""
    return (span.start + span.end) // 2


def holds(passage: Placed, contract: str, evidence: Evidence) -> bool:
    """Whether the passage counts as having found the evidence (its middle character lies within)."""
    if evidence.span is None or not in_same_document(passage, contract, evidence):
        return False
    return passage.start <= middle(evidence.span) < passage.end


def touches(quote: Placed, contract: str, evidence: Evidence) -> bool:
    """Whether the quote rests on the evidence (they share at least half of the shorter of the two)."""
    span = evidence.span
    if span is None or not in_same_document(quote, contract, evidence):
        return False
    shared = min(quote.end, span.end) - max(quote.start, span.start)
    return shared > 0 and 2 * shared >= min(quote.end - quote.start, len(span))


def held(passages: Iterable[Placed], case: Case) -> list[bool]:
    """For each evidence of the case, whether one of the passages holds it."""
    candidates = list(passages)
    return [any(holds(p, case.contract, e) for p in candidates) for e in case.evidence]
