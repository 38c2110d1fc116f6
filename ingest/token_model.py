"""An ONNX model that takes the tokens of one text and gives one row, run for several texts side by side."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]


class TokenModel:
    """Runs an ONNX model. Safe to share between threads.

    Every text is run on its own: its row does not depend on the company it comes in, and nothing is padded.

    Args:
        model: the ONNX file's bytes; input ``input_ids`` of shape (1, tokens), one output of shape (1, width).
        threads: texts run side by side; 0 for one a core.
    """

    def __init__(self, model: bytes, threads: int = 0) -> None:
        # imported here, since commands that run no model must start at once
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # the texts are what runs side by side
        # the graph is made of fused operators; one more that would be fused, sums with layer norms, is slower than its parts
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._threads = threads or os.cpu_count() or 1

    def row(self, ids: Sequence[int]) -> Rows:
        """The model's row for one text, shape (width,)."""
        (rows,) = self._session.run(None, {"input_ids": np.asarray([ids], dtype=np.int64)})
        return np.asarray(rows[0], dtype=np.float32)

    def rows(self, texts: Sequence[Sequence[int]]) -> list[Rows]:
        """The row of each text, in the order of the texts."""
        found: dict[int, Rows] = {}
        order = sorted(range(len(texts)), key=lambda n: -len(texts[n]))  # the longest first, so that no core ends late
        with ThreadPoolExecutor(self._threads) as pool:
            found.update(zip(order, pool.map(self.row, (texts[n] for n in order)), strict=True))
        return [found[n] for n in range(len(texts))]
