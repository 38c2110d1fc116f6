"""Questions with the passages that answer them and those of the same contract that are most easily taken for these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from evals.training.examples import Example, Material
from ingest.embed import Embedder

LONGEST = 230
"""Tokens; of a longer passage it is not known whether the part that is read holds the answer."""
_MISTAKEN = 5  # passages that are kept of those that do not answer
_NEAR_MISTAKEN = 4  # the same, of a question that no passage answers


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the passages of its contract that answer it, none of them for one that only comes near, and others, nearest first."""

    contract: str
    question: str
    answering: tuple[str, ...]
    others: tuple[str, ...]


def asked_questions(material: Material, embedder: Embedder) -> list[Asked]:
    """The questions on single clauses, and those that come near, that have something to read.

    Args:
        material: as `evals.training.examples.read_material` gives it.
        embedder: tells which passages are easily taken for an answer.
    """
    of_family: dict[str, list[Example]] = defaultdict(list)
    for example in material.examples:
        if any(c.isdigit() for c in example.topic) and not example.topic.startswith("own"):
            of_family[example.family].append(example)
    rows = [row for family, examples in of_family.items() for row in _of_family(family, examples, material, embedder)]
    return [row for row in rows if row.answering or row.others]


def _of_family(family: str, examples: list[Example], material: Material, embedder: Embedder) -> Iterator[Asked]:
    places = list(material.families[family])
    texts = [material.texts[place] for place in places]
    vectors = embedder.embed_passages(texts)
    short = {place for place, tokens in zip(places, embedder.count_tokens(texts), strict=True) if tokens <= LONGEST}

    def nearest(question: str) -> list[int]:
        order = np.argsort(-(vectors @ embedder.embed_question(question)))
        return [places[n] for n in order]

    def read(found: list[int]) -> tuple[str, ...]:
        return tuple(material.texts[place] for place in found if place in short)

    for example in examples:
        others = [place for place in nearest(example.question) if place not in example.positives]
        if answering := read(list(example.positives)):
            yield Asked(family, example.question, answering, read(others[:_MISTAKEN]))
    for question in material.near.get(family, ()):
        yield Asked(family, question, (), read(nearest(question)[:_NEAR_MISTAKEN]))
