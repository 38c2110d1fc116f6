"""Scores of passages in several languages, put on one scale. Pure.

Scores are in standard deviations from the mean of the documents in the same language: an embedder puts texts of the question's
language nearer, and fewer of a question's words have counterparts in the other, so that without this the documents of one
language would stand before those of the other whatever they say (docs/retrieval.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean, pstdev

from ingest.hit import Hit, PassageKey

STEADYING = 30
"""Passages of all languages that count with those of one: a language of a few passages has no scale of its own."""

_EVEN = 1e-9  # a deviation below this is none


def standardised(hits: Sequence[Hit], languages: Mapping[str, str]) -> dict[PassageKey, float]:
    """The scores in standard deviations from their mean, language by language.

    All are 1 where they do not differ, since to be found is more than not to be.

    Args:
        hits: what one search found.
        languages: the language of each document, by its id.
    """
    if not hits:
        return {}
    mean, deviation = _mean_and_deviation(hits)
    groups: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        groups[languages[hit.document_id]].append(hit)
    scores: dict[PassageKey, float] = {}
    for group in groups.values():
        own_mean, own_deviation = _mean_and_deviation(group)
        share = len(group) / (len(group) + STEADYING)
        middle = share * own_mean + (1 - share) * mean
        unit = share * own_deviation + (1 - share) * deviation
        scores |= {hit.key: (hit.score - middle) / unit if unit > _EVEN else 1.0 for hit in group}
    return scores


def _mean_and_deviation(hits: Sequence[Hit]) -> tuple[float, float]:
    values = [hit.score for hit in hits]
    return fmean(values), pstdev(values)
