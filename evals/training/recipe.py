"""How the cross-encoder is trained."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train.

    ``minutes`` bounds the time of the parts on questions, on statements and on what leads, ``epochs`` how often each sees its rows;
    ``asked`` is the share of the second part's steps that also see ``asked_batch`` questions.
    """

    minutes: tuple[float, float, float] = (36.0, 69.0, 70.0)
    epochs: tuple[int, int, int] = (2, 4, 1)
    contracts: int = 140
    questions: int = 24
    words: int = 10
    asked: float = 0.35
    asked_batch: int = 12
    led: int = 20
    words_beside: int = 3  # in a step of the third part
    rate: float = 5e-5
    classifier_rate: float = 1e-3
    tokens: int = 224
    frozen: int = 2
    warm_up: int = 20
    seed: int = 1
