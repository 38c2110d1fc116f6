"""Makes the embedder that is shipped: few words, 8-bit integers, an ONNX file.

    python -m evals.training.compact OUT --models FOLDER

Of the trained model (`evals.training.e5`) the vocabulary is cut to the pieces that English and French words need; then what goes into each
matrix is made even by scales that move into the matrix ("SmoothQuant", Xiao et al. 2023, arXiv:2211.10438), since a few hidden units are
twenty-five times as large as the others and would leave these few of the 256 steps; and then the matrices and the embeddings are turned
into 8-bit integers, with a scale a column.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import unicodedata
import warnings
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import helper, numpy_helper
from torch import Tensor, nn

from evals.training import e5
from evals.training.examples import own_texts
from ingest.compact import PASSAGE_PREFIX

WORDS = 300_000  # of each language, the most frequent ones
SMOOTHNESS = 0.7
"""How much of the unevenness goes into the matrices: of 0.5, 0.7, 0.8 and 0.9 the one whose scores stay nearest to the exact model's."""

_SPECIAL = 5  # the first pieces: <s>, <pad>, </s>, <unk> and the comma
_LAST_SIGN = 0x2600  # signs and letters beyond are of other scripts, or pictures
_FORMS = (str, str.capitalize, str.upper)


class Pooled(nn.Module):
    """A BertModel whose output is one unit vector a text: the mean over its tokens.

    Args:
        model: a BertModel.
    """

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Unit vectors, shape (texts, dimension), of tokens, shape (texts, tokens)."""
        hidden = self.model(input_ids=input_ids, attention_mask=attention_mask)[0]
        weights = attention_mask.unsqueeze(-1).to(hidden.dtype)
        return nn.functional.normalize((hidden * weights).sum(1) / weights.sum(1), dim=1)


def needed_pieces(tokenizer: Any, vocabulary: Sequence[Sequence[Any]], words: Iterable[str]) -> list[int]:
    """The numbers of the pieces to keep, in order: those of the words in three kinds of letters, and all plain signs.

    Args:
        tokenizer: of the library tokenizers.
        vocabulary: its pieces, each with its score.
        words: what must be spelt as before.
    """
    kept = {*range(_SPECIAL), len(vocabulary) - 1}
    known = list(words)
    for form in _FORMS:
        for encoded in tokenizer.encode_batch([form(word) for word in known], add_special_tokens=False):
            kept.update(encoded.ids)
    kept.update(number for number, (piece, _) in enumerate(vocabulary) if _is_plain(piece.lstrip("▁")))
    return sorted(kept)


def _is_plain(piece: str) -> bool:
    """Whether the piece is one Latin or Greek letter, or made of digits and signs alone: whatever is written can then be spelt."""
    if any(ord(c) >= _LAST_SIGN for c in piece):
        return False
    if len(piece) == 1 and piece.isalpha():
        return unicodedata.name(piece, "").startswith(("LATIN", "GREEK", "MICRO", "FEMININE", "MASCULINE"))
    return not any(c.isalpha() for c in piece)


def cut_tokenizer(content: dict[str, Any], kept: Sequence[int]) -> dict[str, Any]:
    """A unigram ``tokenizer.json`` with the kept pieces alone, renumbered in their order."""
    new = {old: number for number, old in enumerate(kept)}
    cut: dict[str, Any] = json.loads(json.dumps(content))
    cut["model"]["vocab"] = [content["model"]["vocab"][old] for old in kept]
    cut["model"]["unk_id"] = new[content["model"]["unk_id"]]
    for added in cut["added_tokens"]:
        added["id"] = new[added["id"]]
    for special in cut["post_processor"]["special_tokens"].values():
        special["ids"] = [new[old] for old in special["ids"]]
    return cut


def export(model: nn.Module, target: Path) -> None:
    """Write a module that takes ``input_ids`` and ``attention_mask`` as an ONNX file, for any number of texts and tokens."""
    ids = torch.randint(_SPECIAL, 20, (2, 17))
    mask = torch.ones_like(ids)
    axes = {0: torch.export.Dim("texts", min=1, max=64), 1: torch.export.Dim("tokens", min=2, max=512)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch's exporter warns of its own deprecations
        program = torch.onnx.export(
            model,
            (ids, mask),
            dynamo=True,
            input_names=["input_ids", "attention_mask"],
            output_names=["vectors"],
            dynamic_shapes=(axes, axes),
            opset_version=18,
            verbose=False,
        )
    assert program is not None
    program.save(str(target))


def smooth(model: onnx.ModelProto, inputs: Sequence[dict[str, NDArray[np.int64]]]) -> None:
    """Even out, in place, what goes into each matrix over the inputs; what comes out of it stays the same."""
    constants = {c.name: c for c in model.graph.initializer}
    matrices = [n for n in model.graph.node if n.op_type == "MatMul" and n.input[1] in constants]
    largest = _largest(model, sorted({node.input[0] for node in matrices}), inputs)
    for source, peak in largest.items():
        nodes = [node for node in matrices if node.input[0] == source]
        weights = [numpy_helper.to_array(constants[node.input[1]]) for node in nodes]
        scale = _scale(peak, np.max([np.abs(w).max(axis=1) for w in weights], axis=0))
        even = f"{source}_even"
        model.graph.initializer.append(numpy_helper.from_array(1 / scale, f"{even}ness"))
        first = min(list(model.graph.node).index(node) for node in nodes)
        model.graph.node.insert(first, helper.make_node("Mul", [source, f"{even}ness"], [even], name=even))
        for node, weight in zip(nodes, weights, strict=True):
            node.input[0] = even
            constants[node.input[1]].CopyFrom(numpy_helper.from_array(weight * scale[:, None], node.input[1]))


def _largest(
    model: onnx.ModelProto, names: Sequence[str], inputs: Sequence[dict[str, NDArray[np.int64]]]
) -> dict[str, NDArray[np.float32]]:
    """The largest value of each unit that goes into a matrix, over the inputs."""
    import onnxruntime

    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    watched.graph.output.extend(helper.make_tensor_value_info(n, onnx.TensorProto.FLOAT, None) for n in names)
    session = onnxruntime.InferenceSession(watched.SerializeToString(), providers=["CPUExecutionProvider"])
    largest: dict[str, NDArray[np.float32]] = {}
    for given in inputs:
        for name, values in zip(names, session.run(list(names), given), strict=True):
            peak = np.abs(values).reshape(-1, values.shape[-1]).max(axis=0)
            largest[name] = np.maximum(largest.get(name, peak), peak)
    return largest


def _scale(peak: NDArray[np.float32], weight: NDArray[np.float32]) -> NDArray[np.float32]:
    scale = np.maximum(peak, 1e-5) ** SMOOTHNESS / np.maximum(weight, 1e-5) ** (1 - SMOOTHNESS)
    return np.asarray(scale / np.exp(np.log(scale).mean()), dtype=np.float32)


def quantise(source: Path, target: Path) -> None:
    """Turn the matrices and embeddings of an ONNX file into 8-bit integers; products of two computed values stay as they are."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    graph = onnx.load(str(source)).graph
    constants = {c.name for c in graph.initializer}
    computed = [n.name for n in graph.node if n.op_type == "MatMul" and not constants.intersection(n.input)]
    quantize_dynamic(
        str(source),
        str(target),
        per_channel=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=computed,
        op_types_to_quantize=["MatMul", "Gather"],
    )


def make(folder: Path, out: Path, words: Collection[str], texts: Sequence[str]) -> None:
    """Write ``model.onnx`` and ``tokenizer.json`` into ``out``.

    Args:
        folder: a BertModel and its unigram tokenizer, as transformers save them.
        out: made when missing.
        words: what the vocabulary must spell as before.
        texts: what the values inside the model are measured on.
    """
    from tokenizers import Tokenizer
    from transformers import BertModel

    content = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    kept = needed_pieces(Tokenizer.from_str(json.dumps(content)), content["model"]["vocab"], words)
    cut = json.dumps(cut_tokenizer(content, kept), ensure_ascii=False, separators=(",", ":"))
    model: Any = BertModel.from_pretrained(
        str(folder), add_pooling_layer=False, dtype=torch.float32, attn_implementation="eager"
    )
    model.train(False)
    model.embeddings.word_embeddings = _cut(model.embeddings.word_embeddings, kept)
    tokenizer = Tokenizer.from_str(cut)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        exact = Path(temporary) / "exact.onnx"
        export(Pooled(model), exact)
        even = onnx.load(str(exact))
        smooth(even, [_given(tokenizer.encode(text).ids) for text in texts])
        onnx.save(even, str(exact))
        quantise(exact, out / "model.onnx")
    (out / "tokenizer.json").write_text(cut, encoding="utf-8")


def _cut(embeddings: nn.Embedding, kept: Sequence[int]) -> nn.Embedding:
    """The rows of the kept pieces alone."""
    cut = nn.Embedding(len(kept), embeddings.embedding_dim)
    cut.weight = nn.Parameter(embeddings.weight[list(kept)].detach().clone(), requires_grad=False)
    return cut


def _given(ids: Sequence[int]) -> dict[str, NDArray[np.int64]]:
    tokens = np.asarray([ids[:512]], dtype=np.int64)
    return {"input_ids": tokens, "attention_mask": np.ones_like(tokens)}


def main() -> None:
    """Make the files and print their hashes, which belong into `ingest.compact`."""
    from wordfreq import top_n_list

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--models", type=Path, required=True, help="where the trained model is assembled")
    given = parser.parse_args()
    words = {word for language in ("en", "fr") for word in top_n_list(language, WORDS)}
    texts = [PASSAGE_PREFIX + text for text in own_texts()]
    make(e5.model_folder(given.models), given.out, words, texts)
    for name in ("model.onnx", "tokenizer.json"):
        content = (given.out / name).read_bytes()
        print(f"{name}: {len(content):,} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()
