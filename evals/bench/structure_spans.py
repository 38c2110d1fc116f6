"""The spans that lawyers marked in CUAD's contracts: how many lie inside one clause, and inside one passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evals.corpus import ExpertSpan
from evals.goldset import read_rows
from evals.locate import LocatableText
from ingest.assembly import read_document
from ingest.document import Clause, Document, Span
from ingest.embed import Embedder
from ingest.passages import split


@dataclass(frozen=True, slots=True)
class SpanShares:
    """Of so many spans of so many contracts: the shares that lie inside one clause, inside a clause with all beneath it that is not
    the whole document, and inside one passage.
    """

    contracts: int
    spans: int
    in_clause: float
    in_subtree: float
    in_passage: float


def span_shares(corpus: Path, embedder: Embedder, folder: str = "cuad") -> SpanShares:
    """The shares over the texts of a folder of the corpus."""
    by_contract: dict[str, list[ExpertSpan]] = defaultdict(list)
    for row in read_rows(corpus / folder / "spans.jsonl", ExpertSpan):
        by_contract[row.contract_id].append(row)
    counted = [0, 0, 0, 0]
    for contract, rows in sorted(by_contract.items()):
        document = read_document(corpus / folder / "txt" / f"{contract}.txt")
        passages = [passage.span for passage in split(document, embedder)]
        for span in _located(document, rows):
            counted[0] += 1
            counted[1] += _inside(span, (clause.span for clause in document.clauses))
            counted[2] += _inside(span, subtrees(document))
            counted[3] += _inside(span, passages)
    total = max(1, counted[0])
    return SpanShares(len(by_contract), counted[0], *(count / total for count in counted[1:]))


def _located(document: Document, rows: Iterable[ExpertSpan]) -> list[Span]:
    """Where the spans stand in the text as read; one that a running header cuts in two is nowhere, and not counted."""
    text = LocatableText(document.text)
    length = max(1, len(document.text))
    found = (text.locate(row.text, min(1.0, row.start / length)) for row in rows)
    return [span for span in found if span is not None]


def subtrees(document: Document) -> list[Span]:
    """Each clause with all that is beneath it."""
    below: dict[str | None, list[Clause]] = defaultdict(list)
    for clause in document.clauses:
        below[clause.parent].append(clause)
    ends: dict[str, int] = {}
    for clause in reversed(document.clauses):
        ends[clause.id] = max([clause.span.end, *(ends[each.id] for each in below[clause.id] if each.id in ends)])
    return [Span(clause.span.start, ends[clause.id]) for clause in document.clauses]


def _inside(span: Span, others: Iterable[Span]) -> bool:
    return any(other.contains(span) for other in others)
