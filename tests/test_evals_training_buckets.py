"""Texts are run in buckets of a like length."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from evals.training.buckets import TOGETHER, in_buckets  # noqa: E402


@pytest.mark.slow  # loads torch
def test_rows_come_in_the_order_of_the_texts_and_like_lengths_run_together() -> None:
    lengths = [(7 * n) % 40 for n in range(40)]
    seen: list[list[int]] = []

    def run(group: list[int]) -> torch.Tensor:
        seen.append([lengths[n] for n in group])
        return torch.tensor([[float(lengths[n])] for n in group])

    assert in_buckets(lengths, run)[:, 0].tolist() == lengths
    assert [length for group in seen for length in group] == sorted(lengths)
    assert max(map(len, seen)) == TOGETHER
