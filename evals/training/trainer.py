"""Takes the steps of a training, and deals the rows that they see."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import torch
from torch import Tensor, nn

from evals.training.joint_model import JointModel
from evals.training.recipe import Recipe

Row = TypeVar("Row")


class Shuffled(Generic[Row]):
    """Rows without end, each as often as the others, in an order that changes."""

    def __init__(self, rows: Sequence[Row], seed: int) -> None:
        self._rows = rows
        self._left: list[Row] = []
        self._random = random.Random(seed)  # noqa: S311 - not for secrets

    def take(self, count: int) -> list[Row]:
        """The next rows."""
        if len(self._left) < count:
            self._left = self._random.sample(list(self._rows), len(self._rows))
        return [self._left.pop() for _ in range(count)]


class Trainer:
    """Takes the steps of one part of the training after the other.

    Args:
        model: what is trained.
        recipe: how.
    """

    def __init__(self, model: JointModel, recipe: Recipe) -> None:
        self._model = model
        self._recipe = recipe

    def run(self, name: str, steps: int, minutes: float, cost: Callable[[], Tensor]) -> int:
        """Take so many steps, or as many as the time allows, none in no time; how many they were."""
        if not minutes:
            return 0
        body, classifier = self._model.body_parameters(), self._model.classifier_parameters()
        rates = (self._recipe.rate, self._recipe.classifier_rate)
        optimiser = torch.optim.AdamW(
            [{"params": each, "lr": rate} for each, rate in zip((body, classifier), rates, strict=True)],
            weight_decay=0.01,
        )
        began, step = time.monotonic(), 0
        # the schedule follows time as well as steps, so that a slow machine also ends on a small rate
        while (done := max(step / steps, (time.monotonic() - began) / (60 * minutes))) < 1.0:
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * min(1.0, (step + 1) / self._recipe.warm_up) * (1.0 - done)
            loss = cost()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it without types
            nn.utils.clip_grad_norm_(body, 1.0)
            optimiser.step()
            step += 1
            if step % 25 == 0:
                told = f"{name}: step {step} of {steps}, {done:.0%}, loss {loss.item():.3f}, {time.monotonic() - began:.0f} s"
                print(told, file=sys.stderr, flush=True)
        return step
