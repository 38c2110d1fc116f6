"""The graph of fused operators says what the same layers say in plain numpy."""

from __future__ import annotations

from math import erf

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("onnx")
import onnxruntime

from evals.training.encoder_graph import encoder_graph, evenness, quantised
from evals.training.shipped_layers import shipped_layers

WIDTH, INNER, HEADS, LAYERS, WORDS = 64, 128, 2, 2, 50
EPSILON = 1e-12

Floats = NDArray[np.float32]


def parameters() -> dict[str, Floats]:
    chance = np.random.default_rng(5)
    shapes = {"embeddings.word_embeddings": (WORDS, WIDTH), "embeddings.position_embeddings": (32, WIDTH)}
    shapes["embeddings.token_type_embeddings"] = (2, WIDTH)
    norms = ["embeddings.LayerNorm"]
    for layer in (f"encoder.layer.{n}" for n in range(LAYERS)):
        shapes |= {f"{layer}.attention.self.{part}": (WIDTH, WIDTH) for part in ("query", "key", "value")}
        shapes[f"{layer}.attention.output.dense"] = (WIDTH, WIDTH)
        shapes |= {f"{layer}.intermediate.dense": (INNER, WIDTH), f"{layer}.output.dense": (WIDTH, INNER)}
        norms += [f"{layer}.attention.output.LayerNorm", f"{layer}.output.LayerNorm"]
    weights = {f"{name}.weight": chance.normal(0, 0.2, shape) for name, shape in shapes.items()}
    weights |= {f"{name}.bias": chance.normal(0, 0.1, shape[0]) for name, shape in shapes.items() if "dense" in name}
    weights |= {f"{name}.bias": chance.normal(0, 0.1, WIDTH) for name in shapes if ".self." in name}
    weights |= {f"{name}.weight": chance.normal(1, 0.1, WIDTH) for name in norms}
    weights |= {f"{name}.bias": chance.normal(0, 0.1, WIDTH) for name in norms}
    return {name: np.asarray(values, dtype=np.float32) for name, values in weights.items()}


class Plain:
    """The same model in numpy; it notes the largest value that goes into each layer."""

    def __init__(self, weights: dict[str, Floats]) -> None:
        self.weights = weights
        self.peaks: dict[str, Floats] = {}

    def vector(self, ids: list[int]) -> Floats:
        w = self.weights
        hidden = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][: len(ids)]
        hidden = self.norm("embeddings.LayerNorm", hidden + w["embeddings.token_type_embeddings.weight"][0])
        for layer in (f"encoder.layer.{n}" for n in range(LAYERS)):
            mixed = self.linear(f"{layer}.attention.output.dense", self.attention(f"{layer}.attention.self", hidden))
            hidden = self.norm(f"{layer}.attention.output.LayerNorm", mixed + hidden)
            inner = self.linear(f"{layer}.intermediate.dense", hidden)
            wide = inner / 2 * (1 + np.vectorize(erf)(inner / np.sqrt(2)))
            hidden = self.norm(f"{layer}.output.LayerNorm", self.linear(f"{layer}.output.dense", wide) + hidden)
        mean = hidden.mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)

    def attention(self, name: str, hidden: Floats) -> Floats:
        parts = [self.linear(f"{name}.{part}", hidden) for part in ("query", "key", "value")]
        heads = [[each[:, h : h + WIDTH // HEADS] for each in parts] for h in range(0, WIDTH, WIDTH // HEADS)]
        return np.concatenate([_attended(*each) for each in heads], axis=1)

    def linear(self, name: str, given: Floats) -> Floats:
        peak = np.abs(given).max(axis=0)
        self.peaks[name] = np.maximum(self.peaks.get(name, peak), peak)
        return np.asarray(given @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"])

    def norm(self, name: str, given: Floats) -> Floats:
        even = (given - given.mean(-1, keepdims=True)) / np.sqrt(given.var(-1, keepdims=True) + EPSILON)
        return np.asarray(even * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"])


def _attended(query: Floats, key: Floats, value: Floats) -> Floats:
    scores = np.exp(query @ key.T / np.sqrt(query.shape[1]))
    return np.asarray(scores / scores.sum(axis=1, keepdims=True) @ value)


def test_the_graph_says_what_its_layers_say() -> None:
    plain = Plain(parameters())
    texts = [[2, 7, 9, 3], [2, 49, 11, 30, 5, 8, 8, 3]]
    told = [plain.vector(ids) for ids in texts]
    graph = encoder_graph(plain.weights, plain.peaks, HEADS, EPSILON)
    session = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
    for ids, expected in zip(texts, told, strict=True):
        (vectors,) = session.run(None, {"input_ids": np.asarray([ids], dtype=np.int64)})
        assert vectors.shape == (1, WIDTH)
        assert float(vectors[0] @ expected) > 0.998


def test_a_classifier_judges_the_vector() -> None:
    plain = Plain(parameters())
    ids = [2, 7, 9, 3]
    vector = plain.vector(ids)
    matrix = np.random.default_rng(2).normal(size=(2, WIDTH)).astype(np.float32)
    bias = np.asarray([0.5, -0.5], dtype=np.float32)
    graph = encoder_graph(plain.weights, plain.peaks, HEADS, EPSILON, (matrix, bias))
    session = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
    (scores,) = session.run(["scores"], {"input_ids": np.asarray([ids], dtype=np.int64)})
    assert scores[0] == pytest.approx(matrix @ vector + bias, abs=0.2)


def test_layers_that_are_read_back_from_the_graph_compute_what_it_does() -> None:
    plain = Plain(parameters())
    ids = [2, 7, 9, 3]
    vector = plain.vector(ids)
    matrix, bias = np.ones((2, WIDTH), dtype=np.float32), np.zeros(2, dtype=np.float32)
    graph = encoder_graph(plain.weights, plain.peaks, HEADS, EPSILON, (matrix, bias))
    read = shipped_layers(graph.SerializeToString())
    assert set(read) == {name for name in plain.weights if name.startswith("encoder")} | {
        "classifier",
        "classifier_bias",
    }
    assert np.array_equal(read["classifier"], matrix)
    name = "encoder.layer.1.intermediate.dense.weight"
    assert np.abs(read[name] - plain.weights[name]).max() < 0.02  # of weights of 0.2: integers have 255 steps
    assert float(Plain(plain.weights | read).vector(ids) @ vector) > 0.998


def test_evenness_moves_a_large_unit_into_the_matrix() -> None:
    peak = np.asarray([1.0, 100.0, 1.0], dtype=np.float32)
    even = evenness(peak, [np.ones((3, 2), dtype=np.float32)])
    assert (peak / even).max() / (peak / even).min() < 5
    assert float(np.prod(even)) == pytest.approx(1.0, rel=1e-4)


def test_integers_and_their_scales_give_the_matrix_back() -> None:
    values = np.random.default_rng(1).normal(size=(8, 3)).astype(np.float32) * np.asarray([1, 100, 0], np.float32)
    numbers, scales = quantised(values, axis=0)
    assert np.abs(numbers).max() == 127
    assert np.abs(numbers * scales - values).max() <= scales.max() / 2
