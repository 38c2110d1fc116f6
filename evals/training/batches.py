"""What a training step sees: questions, the texts that answer them, and others that do not."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evals.training.examples import Example, Material, held_out
from ingest.words import stems


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train.

    ``minutes`` bounds the time; ``topics`` is how many topics a contract contributes an epoch; ``near`` how much it weighs that a
    passage is near to a question that it does not answer; ``share`` how much of the new weights is taken, None for the share that
    validates best.
    """

    contracts: int = 70
    minutes: float = 40.0
    epochs: int = 2
    batch: int = 48
    families: int = 3
    hard: int = 16
    tokens: int = 256
    rate: float = 6e-5
    temperature: float = 0.02
    near: float = 0.5
    share: float | None = None
    topics: int = 10
    seed: int = 7


class Batches:
    """Batches of the training examples, each of a few families, with hard negatives by words."""

    def __init__(self, material: Material, recipe: Recipe) -> None:
        self._material = material
        self._recipe = recipe
        self._random = random.Random(recipe.seed)  # noqa: S311 - not for secrets
        self._stems = [set(stems(text, "en")) for text in material.texts]
        self._by_family: dict[str, list[Example]] = defaultdict(list)
        for example in material.examples:
            if not held_out(example.family):
                self._by_family[example.family].append(example)

    def epoch(self) -> Iterator[tuple[list[Example], list[int], list[int]]]:
        """Examples, the place of a text that answers each, and places of further texts that answer none."""
        chosen = {family: self._chosen(examples) for family, examples in self._by_family.items()}
        chunk = self._recipe.batch // self._recipe.families
        chunks = [rows[i : i + chunk] for rows in chosen.values() for i in range(0, len(rows), chunk)]
        self._random.shuffle(chunks)
        for i in range(0, len(chunks), self._recipe.families):
            examples = [example for part in chunks[i : i + self._recipe.families] for example in part]
            positives = [self._random.choice(example.positives) for example in examples]
            yield examples, positives, self._hard(examples)

    def _chosen(self, examples: Sequence[Example]) -> list[Example]:
        """All examples on single clauses, and one question in each language on a few topics."""
        by_topic: dict[str, list[Example]] = defaultdict(list)
        for example in examples:
            by_topic[example.topic].append(example)
        single = [e for topic, rows in by_topic.items() if any(c.isdigit() for c in topic) for e in rows]
        broad = [topic for topic in by_topic if not any(c.isdigit() for c in topic)]
        self._random.shuffle(broad)
        for topic in broad[: self._recipe.topics]:
            for language in ("en", "fr"):
                single.append(self._random.choice([e for e in by_topic[topic] if e.language == language]))
        self._random.shuffle(single)
        return single

    def _hard(self, examples: Sequence[Example]) -> list[int]:
        hard: list[int] = []
        for example in self._random.sample(list(examples), min(self._recipe.hard, len(examples))):
            places = self._material.families.get(example.family)
            if places is None:
                continue
            asked = set(stems(example.question, "en"))
            others = [p for p in places if p not in example.positives]
            others.sort(key=lambda p: -len(asked & self._stems[p]) / (20 + len(self._stems[p])))
            if others:
                hard.append(self._random.choice(others[:4]))
        return list(dict.fromkeys(hard))
