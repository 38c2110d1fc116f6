"""How well the passages found cover the gold evidence. Each figure is of one question, from 0 to 1.

``passages`` are in order, best first. Evidence that was not located in its document counts as not found, so that a
reader that loses words is never flattered.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from assistant.answer import Answer
from evals.case import Case
from evals.matching import Placed, held, holds, in_same_document
from ingest.document import Span


def hit(passages: Sequence[Placed], case: Case, k: int) -> float:
    """hit@k: 1 when one of the k best passages holds one of the evidences, else 0.

    Also called success@k. A passage holds an evidence when it holds its middle character (`evals.matching`).
    """
    return float(any(held(passages[:k], case)))


def evidence_recall(passages: Sequence[Placed], case: Case, k: int) -> float:
    """Evidence recall@k: the share of the question's gold evidences that the k best passages hold."""
    found = held(passages[:k], case)
    return sum(found) / len(found)


def reciprocal_rank(passages: Sequence[Placed], case: Case) -> float:
    """Reciprocal rank: 1 / rank of the first passage that holds an evidence, 0 when none does. Its mean is the MRR.

    Source: E. Voorhees, "The TREC-8 question answering track report" (1999).
    """
    for rank, passage in enumerate(passages, start=1):
        if any(holds(passage, case.contract, e) for e in case.evidence):
            return 1 / rank
    return 0.0


def ndcg(passages: Sequence[Placed], case: Case, k: int = 10) -> float:
    """nDCG@k with gain 1 for each passage that holds an evidence not held by a better one.

    The discount at rank r is 1 / log2(1 + r). The ideal order has the gaining passages first, followed by one for
    each evidence that was not found. Source: K. Järvelin and J. Kekäläinen, ACM TOIS 20 (2002).
    """
    missing = set(range(len(case.evidence)))
    gained, ranks = 0.0, 0
    for rank, passage in enumerate(passages[:k], start=1):
        new = {i for i in missing if holds(passage, case.contract, case.evidence[i])}
        if new:
            gained += 1 / log2(1 + rank)
            ranks += 1
            missing -= new
    ideal = sum(1 / log2(1 + rank) for rank in range(1, min(k, ranks + len(missing)) + 1))
    return gained / ideal


def character_precision(passages: Sequence[Placed], case: Case, k: int) -> float:
    """Character precision@k: of the characters of the k best passages, the share within the evidence (0 of none).

    Source: N. Pipitone and G. Houir Alami, "LegalBench-RAG" (2024), arXiv:2408.10343. That definition presumes
    passages that do not overlap; here characters that several passages share count once, which is the same where none
    do.
    """
    retrieved = sum(len(span) for spans in _by_document(passages[:k]).values() for span in spans)
    return _shared(passages[:k], case) / retrieved if retrieved else 0.0


def character_recall(passages: Sequence[Placed], case: Case, k: int) -> float:
    """Character recall@k: of the characters of the evidence, the share that lies in the k best passages.

    Source: as `character_precision`. Evidence that was not located counts with the length of its quote.
    """
    lost = sum(len(e.quote) for e in case.evidence if e.span is None)
    wanted = sum(len(span) for spans in _gold(case).values() for span in spans) + lost
    return _shared(passages[:k], case) / wanted


def wrong_contract(answer: Answer, case: Case) -> float | None:
    """Wrong contract: 1 when the answer is drawn from another contract than the case's, else 0.

    The contract is the one that the answer was resolved to, or the best passage's when it was resolved to none. None
    (not counted) when there is neither. Lower is better.
    """
    contract = answer.contract or (answer.passages[0].contract if answer.passages else None)
    return None if contract is None else float(contract != case.contract)


def _shared(passages: Sequence[Placed], case: Case) -> int:
    gold = _gold(case)
    found = _by_document([p for p in passages if any(in_same_document(p, case.contract, e) for e in case.evidence)])
    return sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for key, spans in found.items()
        for one in spans
        for other in gold[key]
    )


def _gold(case: Case) -> dict[tuple[str, str], list[Span]]:
    spans: dict[tuple[str, str], list[Span]] = {}
    for evidence in case.evidence:
        document = spans.setdefault((case.contract, evidence.document), [])
        if evidence.span is not None:
            document.append(evidence.span)
    return {key: _merged(found) for key, found in spans.items()}


def _by_document(passages: Sequence[Placed]) -> dict[tuple[str, str], list[Span]]:
    spans: dict[tuple[str, str], list[Span]] = {}
    for passage in passages:
        spans.setdefault((passage.contract, passage.document), []).append(Span(passage.start, passage.end))
    return {key: _merged(found) for key, found in spans.items()}


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
