"""The rule before what departs from it: "all works are the Client's" before "notwithstanding the foregoing, the Provider keeps its tools".

Only of one clause, and only where the rule is as much on the subject: who asks about the exception's own words gets it first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.naming.clause_lookup import clause_at, outermost
from assistant.retrieval.candidate import Candidate, words_of
from ingest.library import Library
from ingest.words import fold

AS_MUCH = 0.8  # of the exception's coverage, for the rule
AS_NEAR = 0.1  # of cosine by which the rule may lie farther
BEHIND = 0.01  # of score
_REACH = 160  # characters in which a departure is told: it begins its sentence
_DEPARTS = re.compile(
    r"\b(?:notwithstanding (?:anything|the (?:foregoing|above|preceding)|any|paragraph|section|clause)|by way of exception|"
    r"except (?:that|as)|nonobstant|par (?:derogation|exception))\b|"
    r"\b(?:however|toutefois|cependant|neanmoins)\b(?!,? (?:if|where|when|in case|si|s'il|lorsqu|quand|en cas))"
)
_SUSPENDS = re.compile(
    r"\b(?:sections?|clauses?|articles?|paragraphs?)\b.{0,100}\b(?:(?:will|shall|do|does) not apply|ne s'appliquent? pas)\b"
)
_ABOUT_EXCEPTION = re.compile(
    r"\b(?:except\w*|exclu\w*|unless|despite|sauf|derog\w*|malgre|nonobstant|notwithstanding)\b"
)


def rule_first(question: str, candidates: Sequence[Candidate], library: Library) -> list[Candidate]:
    """The candidates, the best of those that depart from a rule right behind the rule where it stands in the same clause.

    Args:
        question: as it is searched.
        candidates: scored.
        library: gives the words.
    """
    if not candidates or _ABOUT_EXCEPTION.search(fold(question)):
        return list(candidates)
    best = max(candidates, key=lambda each: each.score)
    if not _departs(words_of(best, library)):
        return list(candidates)
    rules = [c for c in candidates if _is_rule(c, best, library)]
    if not rules:
        return list(candidates)
    least = max(rule.score for rule in rules) - BEHIND
    return [replace(c, score=min(c.score, least)) if c is best else c for c in candidates]


def _is_rule(candidate: Candidate, best: Candidate, library: Library) -> bool:
    """Whether a candidate may be the rule from which the best one departs."""
    return (
        candidate.passage.document_id == best.passage.document_id
        and candidate.span.start < best.span.start
        and candidate.holds >= best.holds
        and candidate.coverage >= AS_MUCH * best.coverage
        and candidate.near >= best.near - AS_NEAR
        and _home(candidate, library) == _home(best, library)
        and not _departs(words_of(candidate, library))
    )


def _home(candidate: Candidate, library: Library) -> str:
    document = library.document(candidate.passage.document_id)
    return outermost(document, clause_at(document, candidate.span.start)).id


def _departs(text: str) -> bool:
    begun = " ".join(fold(text[:_REACH]).split())
    return bool(_DEPARTS.search(begun) or _SUSPENDS.search(begun))
