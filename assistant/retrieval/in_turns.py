"""Pieces of several documents, each document in its turn: where clauses of two are asked for, the answer shows both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from assistant.asked.question import Question
from assistant.naming.mention import asks_for_place_alone
from assistant.retrieval.candidate import Candidate


def in_turns(question: Question, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, of each document in turn, the scores in their order; as they are unless only places in several are asked for.

    Args:
        question: as read.
        candidates: best first.
    """
    if len(question.documents) < 2 or not asks_for_place_alone(question.text):
        return list(candidates)
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[candidate.passage.document_id].append(candidate)
    turns = filter(None, chain.from_iterable(zip_longest(*groups.values())))
    return [replace(each, score=other.score) for each, other in zip(turns, candidates, strict=True)]
