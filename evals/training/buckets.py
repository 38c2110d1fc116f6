"""Texts of a like length run together, so that little is padded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

TOGETHER = 16
"""Texts that are padded to one length."""


def in_buckets(lengths: Sequence[int], run: Callable[[list[int]], Tensor]) -> Tensor:
    """What ``run`` makes of each text, a row each in the order of the texts.

    Args:
        lengths: of each text, in any unit.
        run: given the places of at most `TOGETHER` texts, gives a row for each.
    """
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    rows = torch.cat([run(order[i : i + TOGETHER]) for i in range(0, len(order), TOGETHER)])
    places = torch.empty(len(order), dtype=torch.long)
    places[order] = torch.arange(len(order))
    return rows[places]
