"""Makes the embedder that is shipped: few words, 8-bit integers, an ONNX file.

    python -m evals.training.compact OUT --models FOLDER

Of the trained model (`evals.training.e5`) the vocabulary is cut to the pieces that English and French words need; then what goes into each
matrix is made even by scales that move into the matrix ("SmoothQuant", Xiao et al. 2023, arXiv:2211.10438), since a few hidden units are
twenty-five times as large as the others and would leave these few of the 256 steps; and then the matrices and the embeddings are turned
into 8-bit integers, with a scale a column, in a graph of a few large operators (`evals.training.encoder_graph`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from evals.training import e5
from evals.training.encoder_graph import encoder_graph
from evals.training.examples import own_texts
from ingest.compact import PASSAGE_PREFIX, WINDOW

WORDS = 300_000  # of each language, the most frequent ones

_SPECIAL = 5  # the first pieces: <s>, <pad>, </s>, <unk> and the comma
_LAST_SIGN = 0x2600  # signs and letters beyond are of other scripts, or pictures
_FORMS = (str, str.capitalize, str.upper)


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


def peaks(model: nn.Module, inputs: Iterable[Sequence[int]]) -> dict[str, NDArray[np.float32]]:
    """For each linear layer of a model, the largest value of each unit that goes in, over the inputs' tokens."""
    largest: dict[str, NDArray[np.float32]] = {}

    def watch(name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def note(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            peak = given[0].abs().flatten(0, -2).amax(0).numpy()
            largest[name] = np.maximum(largest.get(name, peak), peak)

        return note

    linear = [(name, module) for name, module in model.named_modules() if isinstance(module, nn.Linear)]
    hooks = [module.register_forward_pre_hook(watch(name)) for name, module in linear]
    with torch.no_grad():
        for ids in inputs:
            model(input_ids=torch.tensor([ids]))
    for hook in hooks:
        hook.remove()
    return largest


Text = str | tuple[str, str]
"""What a model reads: a text, or two together."""


def make(
    folder: Path,
    out: Path,
    words: Collection[str],
    texts: Sequence[Text],
    classifier: tuple[NDArray[np.float32], NDArray[np.float32]] | None = None,
) -> None:
    """Write ``model.onnx`` and ``tokenizer.json`` into ``out``.

    Args:
        folder: a BertModel and its unigram tokenizer, as transformers save them.
        out: made when missing.
        words: what the vocabulary must spell as before.
        texts: what the values inside the model are measured on.
        classifier: see `encoder_graph`.
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
    weights = {name: values.detach().numpy() for name, values in model.state_dict().items()}
    encoded = [tokenizer.encode(text) if isinstance(text, str) else tokenizer.encode(*text) for text in texts]
    peak = peaks(model, [each.ids[:WINDOW] for each in encoded])
    graph = encoder_graph(weights, peak, model.config.num_attention_heads, model.config.layer_norm_eps, classifier)
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(graph, str(out / "model.onnx"))
    (out / "tokenizer.json").write_text(cut, encoding="utf-8")


def _cut(embeddings: nn.Embedding, kept: Sequence[int]) -> nn.Embedding:
    """The rows of the kept pieces alone."""
    cut = nn.Embedding(len(kept), embeddings.embedding_dim)
    cut.weight = nn.Parameter(embeddings.weight[list(kept)].detach().clone(), requires_grad=False)
    return cut


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
