from __future__ import annotations

import numpy as np

from evals.training.packed_tensors import pack, unpack


def test_matrices_come_back_within_half_a_step_of_their_row_and_vectors_exactly() -> None:
    matrix = np.random.default_rng(7).standard_normal((40, 60)).astype(np.float32)
    matrix[3] *= 1000.0  # one large row must not coarsen the others
    matrix[5] = 0.0
    vector = np.arange(5, dtype=np.float32)
    packed = pack({"a.weight": matrix, "a.bias": vector})
    found = unpack(packed)
    assert found.keys() == {"a.weight", "a.bias"}
    step = np.abs(matrix).max(axis=1, keepdims=True) / 127
    assert (np.abs(found["a.weight"] - matrix) <= step / 2 + 1e-6).all()
    np.testing.assert_array_equal(found["a.bias"], vector)
    assert found["a.weight"].dtype == np.float32


def test_a_packed_matrix_takes_a_quarter() -> None:
    matrix = np.ones((400, 400), np.float32)
    assert len(pack({"w": matrix})) < 0.27 * matrix.nbytes
