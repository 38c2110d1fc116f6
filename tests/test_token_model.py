from __future__ import annotations

import numpy as np
import pytest

onnx = pytest.importorskip("onnx")
from onnx import TensorProto, helper  # noqa: E402

from ingest.token_model import TokenModel  # noqa: E402


def counting_model() -> bytes:
    """A model whose row is the sum of the tokens."""
    nodes = [
        helper.make_node("ReduceSum", ["input_ids", "axis"], ["sum"], keepdims=1),
        helper.make_node("Cast", ["sum"], ["rows"], to=TensorProto.FLOAT),
    ]
    graph = helper.make_graph(
        nodes,
        "counting",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "tokens"])],
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, [1, 1])],
        [helper.make_tensor("axis", TensorProto.INT64, [1], [1])],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    return bytes(model.SerializeToString())


def test_rows_come_in_the_order_of_the_texts_whatever_their_length() -> None:
    model = TokenModel(counting_model(), threads=2)
    texts = [[n] * length for n, length in ((1, 3), (2, 9), (3, 1), (4, 30))]
    assert [float(row[0]) for row in model.rows(texts)] == [3.0, 18.0, 3.0, 120.0]
    assert model.rows([]) == []
    assert model.row([5, 6]).dtype == np.float32
