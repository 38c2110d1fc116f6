"""Reads the layers of a model back from the file that is shipped, so that training can go on from it.

What comes back computes what the file does: its 8-bit integers times their scales, with the evening-out of what goes in multiplied in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

Floats = NDArray[np.float32]

_CLASSIFIER = ("classifier", "classifier.bias")
_NORMS = ("attention.output.LayerNorm", "output.LayerNorm")
_ATTENTION = ("query", "key", "value")
_BEHIND = "attention.output.dense"
_PRODUCTS = ("intermediate.dense", "output.dense")


def shipped_layers(content: bytes) -> dict[str, Floats]:
    """The parameters of the encoder's layers under the names of a BertModel, and a classifier's as ``classifier`` and ``classifier_bias``.

    Args:
        content: an ONNX file that `evals.training.encoder_graph` made.
    """
    constants = {each.name: numpy_helper.to_array(each) for each in onnx.load_from_string(content).graph.initializer}
    weights: dict[str, Floats] = {n.replace(".", "_"): constants[n] for n in _CLASSIFIER if n in constants}
    layer = 0
    while f"encoder.layer.{layer}.qkv" in constants:
        weights |= _layer(f"encoder.layer.{layer}", constants)
        layer += 1
    return weights


def _layer(name: str, constants: Mapping[str, Any]) -> dict[str, Floats]:
    weights: dict[str, Floats] = {}
    together = _matrix(constants, f"{name}.qkv", constants[f"{name}.evenness"])
    for n, part in enumerate(_ATTENTION):
        rows = slice(n * len(together) // 3, (n + 1) * len(together) // 3)
        weights[f"{name}.attention.self.{part}.weight"] = together[rows]
        weights[f"{name}.attention.self.{part}.bias"] = constants[f"{name}.qkv.bias"][rows]
    for part in (_BEHIND, *_PRODUCTS):
        # what goes into the matrix behind the attention was evened out in the matrix that makes it
        evenness = None if part == _BEHIND else constants[f"{name}.{part}.evenness"]
        weights[f"{name}.{part}.weight"] = _matrix(constants, f"{name}.{part}", evenness)
        weights[f"{name}.{part}.bias"] = constants[f"{name}.{part}.bias"]
    for part in _NORMS:
        weights |= {f"{name}.{part}.{kind}": constants[f"{name}.{part}.{kind}"] for kind in ("weight", "bias")}
    return weights


def _matrix(constants: Mapping[str, Any], name: str, evenness: Floats | None) -> Floats:
    """A linear layer's weights in the shape (out, in)."""
    matrix = constants[name].astype(np.float32) * constants[f"{name}.scale"]
    return np.ascontiguousarray((matrix if evenness is None else matrix * evenness[:, None]).T)
