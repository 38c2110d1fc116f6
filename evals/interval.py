"""How sure a figure is: intervals of rates and means, and paired tests between two runs."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

LEVEL = 0.95
SEED = 20240229
RESAMPLES = 2000


def wilson(successes: float, n: float, level: float = LEVEL) -> tuple[float, float]:
    """The score interval of a proportion: ``successes`` of ``n`` independent units.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
    Unlike the normal approximation it stays within 0 and 1, and is not of length nought when all or none succeed.

    Raises:
        ValueError: unless ``0 <= successes <= n`` and ``n > 0``.
    """
    if not 0 <= successes <= n or n <= 0:
        raise ValueError(f"expected 0 <= successes <= n and n > 0, got {successes} of {n}")
    z = NormalDist().inv_cdf(0.5 + level / 2)
    rate = successes / n
    centre = (rate + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(rate * (1 - rate) / n + z * z / (4 * n * n))
    low = 0.0 if successes == 0 else centre - half
    high = 1.0 if successes == n else centre + half
    return max(0.0, low), min(1.0, high)


def bootstrap_ratio(
    gained: Sequence[float],
    possible: Sequence[float],
    level: float = LEVEL,
    seed: int = SEED,
    resamples: int = RESAMPLES,
) -> tuple[float, float]:
    """The percentile bootstrap interval of ``sum(gained) / sum(possible)``, whole cases being drawn with replacement.

    Drawing cases and not citations keeps the citations of one answer together, which are not independent. The seed is
    fixed: the same scores give the same interval. Source: B. Efron and R. Tibshirani, "An Introduction to the
    Bootstrap" (1993), ch. 13.

    Raises:
        ValueError: when the lengths differ or nothing is possible.
    """
    if len(gained) != len(possible) or not sum(possible) > 0:
        raise ValueError(f"expected as many gained as possible and a positive sum, got {len(gained)}, {len(possible)}")
    draws = _draws(len(gained), seed, resamples)
    totals = np.asarray(possible, dtype=float)[draws].sum(axis=1)
    sums = np.asarray(gained, dtype=float)[draws].sum(axis=1)
    ratios = sums[totals > 0] / totals[totals > 0]
    low, high = np.quantile(ratios, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def mcnemar(better: int, worse: int) -> float:
    """Two-sided p of McNemar's exact test: of the cases that changed, ``better`` got right and ``worse`` got wrong.

    Source: Q. McNemar, Psychometrika 12 (1947), in its exact binomial form. With no change p is 1.
    """
    changed = better + worse
    tail = sum(comb(changed, i) for i in range(min(better, worse) + 1))
    return float(min(1.0, 2 * tail / 2**changed))


def paired_bootstrap(differences: Sequence[float], seed: int = SEED, resamples: int = RESAMPLES) -> float:
    """Two-sided p that the mean of the paired differences is not nought, cases being drawn with replacement.

    Source: Efron and Tibshirani (1993), ch. 15; for comparing systems, P. Koehn, "Statistical significance tests for
    machine translation evaluation" (EMNLP 2004). The smallest value given is 1 / (resamples + 1).

    Raises:
        ValueError: when there are no differences.
    """
    if not differences:
        raise ValueError("expected at least one pair, got none")
    values = np.asarray(differences, dtype=float)
    if not values.any():
        return 1.0
    means = values[_draws(len(values), seed, resamples)].mean(axis=1)
    tail = min(int((means <= 0).sum()), int((means >= 0).sum()))
    return min(1.0, 2 * (tail + 1) / (resamples + 1))


def holm(p_values: Sequence[float]) -> list[float]:
    """The p values adjusted for their number, in the order given: many looks find something by chance.

    Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Statistics 6 (1979).
    """
    order = sorted(range(len(p_values)), key=lambda i: p_values[i])
    adjusted = [0.0] * len(p_values)
    highest = 0.0
    for rank, i in enumerate(order):
        highest = max(highest, min(1.0, (len(order) - rank) * p_values[i]))
        adjusted[i] = highest
    return adjusted


def _draws(n: int, seed: int, resamples: int) -> NDArray[np.int64]:
    return np.random.default_rng(seed).integers(0, n, size=(resamples, n))
