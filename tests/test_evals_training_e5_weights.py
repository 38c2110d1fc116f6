from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from evals.training.e5_weights import BLOCK, MAGIC, Shape, read_weights

SHAPE = Shape(hidden=32, layers=1, heads=2, feed_forward=64, vocabulary=3, positions=4, types=1)


def q4(values: NDArray[np.int64], scales: NDArray[np.float16]) -> bytes:
    """Blocks of 32 whole numbers from -8 to 7, each with its scale."""
    blocks = b""
    for block, scale in zip(values.reshape(-1, BLOCK) + 8, scales, strict=True):
        low, high = block[: BLOCK // 2], block[BLOCK // 2 :]
        blocks += scale.tobytes() + (low | high << 4).astype(np.uint8).tobytes()
    return blocks


def pack(tensors: dict[str, tuple[int, int, bytes]]) -> bytes:
    """A file of the format: header, an unused tokenizer of two pieces, directory, tensors (kind, count, bytes)."""
    header = MAGIC + struct.pack("<I7ifi", 1, *(getattr(SHAPE, n) for n in Shape.__slots__), 1e-12, 32)
    blob = b"abc"
    tokenizer = struct.pack("<5iQ3I2f", 2, 0, 1, 2, 3, len(blob), 0, 1, 3, 0.5, 0.5) + blob
    tokenizer += struct.pack("<iI", 0, 4) + b"more"
    directory_size = 4 + sum(2 + len(name) + 21 for name in tensors)
    at = len(header) + len(tokenizer) + directory_size
    directory, body = struct.pack("<i", len(tensors)), b""
    for name, (kind, count, content) in tensors.items():
        directory += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, count, at, len(content))
        at += len(content)
        body += content
    return header + tokenizer + directory + body


@given(st.integers(0, 2**32 - 1))
def test_what_was_packed_is_read_back(seed: int) -> None:
    random = np.random.default_rng(seed)
    values = random.integers(-8, 8, 3 * BLOCK)
    scales = random.uniform(0.01, 2, 3).astype(np.float16)
    plain = random.standard_normal(5).astype(np.float32)
    raw = pack({"l0.q.w": (1, values.size, q4(values, scales)), "emb.ln.b": (0, plain.size, plain.tobytes())})
    shape, tensors = read_weights(raw)
    assert shape == SHAPE
    expected = (values.reshape(-1, BLOCK) * scales.astype(np.float32)[:, None]).reshape(-1)
    np.testing.assert_allclose(tensors["l0.q.w"], expected, rtol=1e-6)
    np.testing.assert_array_equal(tensors["emb.ln.b"], plain)
    assert {tensor.dtype for tensor in tensors.values()} == {np.dtype(np.float32)}


def test_other_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="expected weights that begin with b'E5S1', got b'GGUF'"):
        read_weights(b"GGUF" + bytes(100))
