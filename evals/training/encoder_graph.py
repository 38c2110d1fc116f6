"""A BertModel as an ONNX graph of a few large operators, its matrices in 8-bit integers.

The operators are those that ONNX Runtime has fused kernels for (``com.microsoft``): a matrix product that quantises what goes in, adds
its bias and gives single precision; attention with its three matrices as one. An exporter's graph spends more time between the
products than in them. One text goes in, without padding; one unit vector comes out, the mean over its tokens, or what a
classifier makes of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Floats = NDArray[np.float32]

SMOOTHNESS = 0.7
"""How much of the unevenness goes into the matrices: of 0.5, 0.7, 0.8 and 0.9 the one whose scores stay nearest to the exact model's."""

_OPSETS = {"": 18, "com.microsoft": 1}
_IR_VERSION = 9  # what ONNX Runtime 1.20 reads
_LARGEST = 127  # of an 8-bit integer


def encoder_graph(
    weights: Mapping[str, Floats],
    peaks: Mapping[str, Floats],
    heads: int,
    epsilon: float,
    classifier: tuple[Floats, Floats] | None = None,
) -> Any:
    """The model, to be saved by onnx: input ``input_ids`` of shape (1, tokens), output ``vectors`` of shape (1, dimension).

    Args:
        weights: a BertModel's parameters by their names, without a pooling layer.
        peaks: for each linear layer, by its name, the largest value of each unit that goes in; they are evened out.
        heads: of the attention.
        epsilon: of the layer norms.
        classifier: a matrix of shape (classes, dimension) and a bias; with it the output is ``scores`` of shape (1, classes).
    """
    return _Graph(weights, peaks, heads, epsilon, classifier).model()


def evenness(peak: Floats, matrices: Sequence[Floats]) -> Floats:
    """By how much each unit is divided before matrices of shape (in, out) take it, and their rows multiplied ("SmoothQuant")."""
    largest = np.max([np.abs(matrix).max(axis=1) for matrix in matrices], axis=0)
    scale = np.maximum(peak, 1e-5) ** SMOOTHNESS / np.maximum(largest, 1e-5) ** (1 - SMOOTHNESS)
    return np.asarray(scale / np.exp(np.log(scale).mean()), dtype=np.float32)


def quantised(values: Floats, axis: int) -> tuple[NDArray[np.int8], Floats]:
    """A matrix as integers from -127 to 127 and its scales, one for each line along ``axis``."""
    scales = np.maximum(np.abs(values).max(axis=axis, keepdims=True), 1e-12) / _LARGEST
    return np.rint(values / scales).astype(np.int8), scales.astype(np.float32)


class _Graph:
    """A graph in the making."""

    def __init__(
        self,
        weights: Mapping[str, Floats],
        peaks: Mapping[str, Floats],
        heads: int,
        epsilon: float,
        classifier: tuple[Floats, Floats] | None,
    ) -> None:
        self._classifier = classifier
        self._weights = weights
        self._peaks = peaks
        self._heads = heads
        self._epsilon = epsilon
        self._nodes: list[Any] = []
        self._constants: dict[str, Any] = {}

    def model(self) -> Any:
        hidden = self._embeddings()
        layer = 0
        while f"encoder.layer.{layer}.output.dense.weight" in self._weights:
            hidden = self._layer(f"encoder.layer.{layer}", hidden)
            layer += 1
        mean = self._node("ReduceMean", [hidden, self._constant("tokens_axis", np.array([1]))], keepdims=0)
        unit = self._node("LpNormalization", [mean], axis=-1, p=2)
        output, width = self._output(unit)
        graph = helper.make_graph(
            self._nodes,
            "encoder",
            [helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "tokens"])],
            [helper.make_tensor_value_info(output, TensorProto.FLOAT, [1, width])],
            list(self._constants.values()),
        )
        opsets = [helper.make_opsetid(domain, version) for domain, version in _OPSETS.items()]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION)
        onnx.checker.check_model(model)
        return model

    def _output(self, unit: str) -> tuple[str, int]:
        """The name of what comes out, and how wide it is."""
        if self._classifier is None:
            self._nodes.append(helper.make_node("Identity", [unit], ["vectors"]))
            return "vectors", self._weights["embeddings.word_embeddings.weight"].shape[1]
        matrix, bias = self._classifier
        given = [unit, self._constant("classifier", matrix), self._constant("classifier.bias", bias)]
        self._nodes.append(helper.make_node("Gemm", given, ["scores"], transB=1))
        return "scores", len(bias)

    def _embeddings(self) -> str:
        """Words (integers, a scale a word) and places (few, exact; every token is of the first type)."""
        numbers, scales = quantised(self._weights["embeddings.word_embeddings.weight"], axis=1)
        words = self._node("Gather", [self._constant("words", numbers), "input_ids"])
        scale = self._node("Gather", [self._constant("words_scale", scales), "input_ids"])
        words = self._node("Mul", [self._node("Cast", [words], to=TensorProto.FLOAT), scale])
        places = self._weights["embeddings.position_embeddings.weight"]
        places = places + self._weights["embeddings.token_type_embeddings.weight"][0]
        first = self._constant("first", np.array([0]))
        count = self._node("Shape", ["input_ids"], start=1, end=2)
        place = self._node("Slice", [self._constant("places", places), first, count, first])
        return self._norm("embeddings.LayerNorm", self._node("Add", [words, place]))

    def _layer(self, name: str, hidden: str) -> str:
        mixed = self._attention(name, hidden)
        hidden = self._norm(f"{name}.attention.output.LayerNorm", self._node("Add", [mixed, hidden]))
        inner, outer = f"{name}.intermediate.dense", f"{name}.output.dense"
        wide = self._node("Gelu", [self._product(inner, hidden)], domain="com.microsoft")
        return self._norm(f"{name}.output.LayerNorm", self._node("Add", [self._product(outer, wide), hidden]))

    def _attention(self, name: str, hidden: str) -> str:
        """The values are evened out for the matrix behind them in the matrix that makes them: a mean of values stays one."""
        parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
        matrices, biases = [self._matrix(part) for part in parts], [self._weights[f"{part}.bias"] for part in parts]
        behind = f"{name}.attention.output.dense"
        even = evenness(self._peaks[behind], [self._matrix(behind)])
        matrices[2], biases[2] = matrices[2] / even, biases[2] / even
        into = evenness(self._peaks[parts[0]], matrices)
        numbers, scales = quantised(np.concatenate(matrices, axis=1) * into[:, None], axis=0)
        given, scale, zero = self._outputs("DynamicQuantizeLinear", [self._evened(name, hidden, into)], 3)
        matrix = self._constant(f"{name}.qkv", numbers)
        bias = self._constant(f"{name}.qkv.bias", np.concatenate(biases))
        matrix_scale = self._constant(f"{name}.qkv.scale", scales[0])
        zeros = self._constant(f"{name}.qkv.zero", np.zeros(numbers.shape[1], dtype=np.int8))
        inputs = [given, matrix, bias, scale, matrix_scale, "", zero, zeros]
        values = self._node("QAttention", inputs, domain="com.microsoft", num_heads=self._heads)
        return self._multiplied(behind, values, self._matrix(behind) * even[:, None])

    def _product(self, name: str, given: str) -> str:
        matrix = self._matrix(name)
        even = evenness(self._peaks[name], [matrix])
        return self._multiplied(name, self._evened(name, given, even), matrix * even[:, None])

    def _multiplied(self, name: str, given: str, matrix: Floats) -> str:
        numbers, scales = quantised(matrix, axis=0)
        integers, scale = self._constant(name, numbers), self._constant(f"{name}.scale", scales[0])
        inputs = [given, integers, scale, "", self._constant(f"{name}.bias", self._weights[f"{name}.bias"])]
        return self._node("DynamicQuantizeMatMul", inputs, domain="com.microsoft")

    def _evened(self, name: str, given: str, even: Floats) -> str:
        return self._node("Mul", [given, self._constant(f"{name}.evenness", 1 / even)])

    def _norm(self, name: str, given: str) -> str:
        inputs = [self._constant(f"{name}.{part}", self._weights[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self._node("LayerNormalization", [given, *inputs], axis=-1, epsilon=self._epsilon)

    def _matrix(self, name: str) -> Floats:
        """A linear layer's weights in the shape (in, out)."""
        return self._weights[f"{name}.weight"].T

    def _constant(self, name: str, values: NDArray[Any]) -> str:
        self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def _node(self, operator: str, inputs: Sequence[str], domain: str = "", **attributes: Any) -> str:
        """Add a node; the name of its output."""
        return self._outputs(operator, inputs, 1, domain, **attributes)[0]

    def _outputs(
        self, operator: str, inputs: Sequence[str], count: int, domain: str = "", **attributes: Any
    ) -> list[str]:
        """Add a node; the names of its outputs."""
        names = [f"{operator}_{len(self._nodes)}_{n}" for n in range(count)]
        self._nodes.append(helper.make_node(operator, inputs, names, name=names[0], domain=domain, **attributes))
        return names
