"""The compact model is made from a tiny one, whole: pieces, evenness, integers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")
from tokenizers import Tokenizer  # noqa: E402

from evals.training import compact  # noqa: E402
from ingest.compact import CompactEncoder  # noqa: E402

PIECES = [
    "<s>",
    "<pad>",
    "</s>",
    "<unk>",
    ",",
    "▁",
    "▁fee",
    "▁due",
    "▁query:",
    "▁passage:",
    "▁Gebühr",
    "f",
    "e",
    "F",
    "é",
    "1",
    "語",
    "<mask>",
]


def tokenizer_file() -> dict[str, Any]:
    special = {"special": True, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False}
    marks = {name: {"id": name, "ids": [PIECES.index(name)], "tokens": [name]} for name in ("<s>", "</s>")}
    framed = [
        {"SpecialToken": {"id": "<s>", "type_id": 0}},
        {"Sequence": {"id": "A", "type_id": 0}},
        {"SpecialToken": {"id": "</s>", "type_id": 0}},
    ]
    content: dict[str, Any] = json.loads(Tokenizer.from_str(_bare()).to_str())
    content["added_tokens"] = [{"id": PIECES.index(name), "content": name, **special} for name in ("<s>", "<mask>")]
    content["post_processor"] = {
        "type": "TemplateProcessing",
        "single": framed,
        "pair": framed,
        "special_tokens": marks,
    }
    return content


def _bare() -> str:
    model = {
        "type": "Unigram",
        "unk_id": 3,
        "vocab": [[p, -float(n)] for n, p in enumerate(PIECES)],
        "byte_fallback": False,
    }
    space = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}
    return json.dumps({"version": "1.0", "added_tokens": [], "pre_tokenizer": space, "model": model})


def test_the_pieces_of_the_words_stay_and_those_of_other_scripts_go() -> None:
    content = tokenizer_file()
    kept = compact.needed_pieces(Tokenizer.from_str(json.dumps(content)), content["model"]["vocab"], ["fee"])
    names = [PIECES[number] for number in kept]
    assert {"▁fee", "é", "1", "F", "<mask>"} <= set(names)
    assert not {"▁Gebühr", "語"} & set(names)


def test_a_cut_tokenizer_reads_as_before() -> None:
    content = tokenizer_file()
    before = Tokenizer.from_str(json.dumps(content))
    kept = compact.needed_pieces(before, content["model"]["vocab"], ["fee", "due"])
    after = Tokenizer.from_str(json.dumps(compact.cut_tokenizer(content, kept)))
    text = "fee due, fé 1"
    assert after.encode(text).tokens == before.encode(text).tokens
    assert [kept[number] for number in after.encode(text).ids] == before.encode(text).ids


@pytest.mark.slow  # loads torch
def test_the_compact_model_says_what_the_exact_one_says(tmp_path: Path) -> None:
    from transformers import BertConfig, BertModel

    torch.manual_seed(3)
    shape = {"hidden_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 128}
    exact: Any = BertModel(BertConfig(vocab_size=len(PIECES), **shape), add_pooling_layer=False).eval()
    exact.save_pretrained(tmp_path / "exact")
    content = tokenizer_file()
    (tmp_path / "exact" / "tokenizer.json").write_text(json.dumps(content), encoding="utf-8")
    words, texts = ["fee", "due", "query:", "passage:"], ["fee due", "due, fee 1"]
    compact.make(tmp_path / "exact", tmp_path / "out", words, texts)
    made = CompactEncoder(
        (tmp_path / "out" / "model.onnx").read_bytes(), (tmp_path / "out" / "tokenizer.json").read_bytes(), dimension=64
    )
    ids = Tokenizer.from_str(json.dumps(content)).encode("query: fee due").ids
    with torch.no_grad():
        mean = exact(torch.tensor([ids]))[0].mean(1)[0].numpy()
    assert float(np.dot(made.embed_question("fee due"), mean / np.linalg.norm(mean))) > 0.99
