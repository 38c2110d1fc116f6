"""Tensors in a quarter of their size: matrices as 8-bit integers with a scale a row, vectors as they are."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

_SCALE = ".scale"
_STEPS = 127


def pack(tensors: Mapping[str, NDArray[np.float32]]) -> bytes:
    """The tensors as a safetensors file.

    Each weight is off by at most half a step: 1/254 of the largest weight of its row.
    """
    from safetensors.numpy import save  # here for start-up speed

    packed: dict[str, NDArray[np.generic]] = {}
    for name, values in tensors.items():
        if values.ndim < 2:
            packed[name] = values.astype(np.float32)
            continue
        scale = np.maximum(np.abs(values).max(axis=1), np.finfo(np.float32).tiny) / _STEPS
        packed[name] = np.rint(values / scale[:, None]).astype(np.int8)
        packed[name + _SCALE] = scale.astype(np.float32)
    return bytes(save(packed))


def unpack(content: bytes) -> dict[str, NDArray[np.float32]]:
    """The tensors of a file that `pack` made, float32."""
    from safetensors.numpy import load  # here for start-up speed

    packed = load(content)
    return {
        name: values.astype(np.float32) * packed[name + _SCALE][:, None] if name + _SCALE in packed else values
        for name, values in packed.items()
        if not name.endswith(_SCALE)
    }
