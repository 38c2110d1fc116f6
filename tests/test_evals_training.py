"""Training: examples point at the passages that hold their clauses, and a tiny model learns what it is shown."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from evals.goldset import read_rows
from evals.training import rows
from evals.training.batches import Batches, Recipe
from evals.training.examples import (
    Example,
    Material,
    contracts_taken,
    held_out,
    read_material,
)
from evals.training.rows import ClauseQuestions, FamilyClause, OwnClause, Topic
from tests.fake_embedder import FakeEmbedder

FILLER = "word " * 200
SOURCE = f"AGREEMENT\n\n1. Fees\n\nThe fee is due monthly. {FILLER}\n\n2. Law\n\nThe law of Malta applies. {FILLER}\n"

FAMILY = {"family": "X-1", "lang": "en"}
CREDIT = {
    "heading": "5 Credits",
    "text": "A credit of 2% is due for each hour.",
    "answers": [["en", "how much do they owe us for an hour?"], ["fr", "il y a des pénalités ?"]],
    "also": [1],
    "near": [["en", "how do we claim it?"]],
}
CAP = {"heading": "6 Cap", "text": "Credits end at 15%.", "answers": [["en", "up to how much?"]], "near": []}


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of real contracts with one contract, and questions on it, on a topic, and on a clause of ours."""
    (tmp_path / "cuad-more" / "txt").mkdir(parents=True)
    (tmp_path / "cuad-more" / "txt" / "ACME.txt").write_bytes(SOURCE.encode())
    law = SOURCE.index("The law of Malta applies.")
    span = {
        "contract_id": "ACME",
        "type": "x",
        "category": "Governing Law",
        "question": "?",
        "start": law,
        "end": law + 25,
    }
    _write(tmp_path / "cuad-more" / "spans.jsonl", span | {"text": "The law of Malta applies."})
    data = tmp_path / "data"
    data.mkdir()
    _write(data / "topics.jsonl", {"category": "Governing Law", "q_en": ["whose law?"], "q_fr": ["quel droit ?"]})
    fee = SOURCE.index("The fee")
    asked = {"source": "cuad-more", "contract_id": "ACME", "start": fee, "end": fee + 23, "q_en": ["when do we pay?"]}
    _write(data / "clauses-1.jsonl", asked)
    _write(
        data / "own-1.jsonl", {"source": "own", "lang": "fr", "text": "Le prix est fixe.", "q_fr": ["ça augmente ?"]}
    )
    (data / "families-1.jsonl").write_text(
        "".join(json.dumps(FAMILY | row) + "\n" for row in (CREDIT, CAP)), encoding="utf-8"
    )
    monkeypatch.setattr(rows, "DATA", data)
    return tmp_path


def _write(path: Path, row: dict[str, object]) -> None:
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")


def test_questions_meet_the_passages_that_hold_their_clauses(corpus: Path) -> None:
    material = read_material(corpus, FakeEmbedder(), 5)
    texts = {e.question: material.texts[e.positives[0]] for e in material.examples}
    assert "due monthly" in texts["when do we pay?"]
    assert "Malta" in texts["whose law?"]
    assert texts["quel droit ?"] == texts["whose law?"]
    assert texts["ça augmente ?"] == "Le prix est fixe."
    assert {e.language for e in material.examples} == {"en", "fr"}


def test_a_contract_of_ours_has_clauses_below_their_headings_and_questions_that_none_answers(corpus: Path) -> None:
    material = read_material(corpus, FakeEmbedder(), 5)
    answering = {e.question: [material.texts[p] for p in e.positives] for e in material.examples if e.family == "X-1"}
    assert answering["up to how much?"] == ["6 Cap\nCredits end at 15%."]
    assert len(answering["il y a des pénalités ?"]) == 2
    assert material.near["X-1"] == ["how do we claim it?"]
    assert "how do we claim it?" not in answering


def test_the_contracts_that_training_takes_are_known(corpus: Path) -> None:
    assert contracts_taken(corpus, 5) == ["ACME"]
    (corpus / "cuad-more" / "txt" / "ACME.txt").unlink()
    assert contracts_taken(corpus, 1) == ["ACME"]  # it has questions of its own: taken whatever its length


def test_the_files_of_questions_are_well_formed() -> None:
    topics = read_rows(rows.DATA / "topics.jsonl", Topic)
    assert len({topic.category for topic in topics}) == len(topics) > 30
    assert all(topic.q_en and topic.q_fr for topic in topics)
    own = [row for file in rows.DATA.glob("own-*.jsonl") for row in read_rows(file, OwnClause)]
    assert len({row.text for row in own}) == len(own) > 100
    families = [row for file in rows.DATA.glob("families-*.jsonl") for row in read_rows(file, FamilyClause)]
    assert len({row.text for row in families}) == len(families) > 200
    assert all(row.answers and row.near and max(row.also, default=0) < 12 for row in families)
    for file in rows.DATA.glob("clauses-*.jsonl"):
        assert all(row.start < row.end for row in read_rows(file, ClauseQuestions))


def test_a_contract_stays_on_its_side_and_some_are_kept_apart() -> None:
    sides = [held_out(f"contract {n}") for n in range(400)]
    assert sides == [held_out(f"contract {n}") for n in range(400)]
    assert 20 < sum(sides) < 90


def _material() -> Material:
    material = Material()
    families = [name for name in map(str, range(60)) if not held_out(name)][:4]
    for family in families:
        material.near[family] = [f"ask nothing about {family}"]
        places = material.add(family, [f"{family} text {i} about topic{i}" for i in range(6)])
        material.examples += [Example(f"ask topic{i}", "en", family, f"{family} {i}", (places[i],)) for i in range(6)]
    kept = next(name for name in map(str, range(60)) if held_out(name))
    places = material.add(kept, [f"kept text {i} about topic{i}" for i in range(6)])
    material.examples += [Example(f"ask topic{i}", "en", kept, f"kept {i}", (places[i],)) for i in range(6)]
    return material


def test_batches_leave_out_what_is_kept_apart_and_take_others_that_do_not_answer() -> None:
    material = _material()
    recipe = Recipe(batch=12, families=2, hard=4)
    batches = list(Batches(material, recipe).epoch())
    everything = [example for asked, _, _ in batches for example in asked]
    assert sorted(e.topic for e in everything) == sorted(e.topic for e in material.examples if "kept" not in e.topic)
    for asked, positives, hard in batches:
        assert all(place in row.positives for row, place in zip(asked, positives, strict=True))
        assert hard
        assert all("kept" not in material.texts[place] for place in hard)


@pytest.mark.slow  # loads torch
def test_a_tiny_model_learns_what_it_is_shown_and_keeps_its_lower_layers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    from evals.training import finetune
    from evals.training.halves import Halves
    from evals.training.packed_tensors import unpack

    torch.manual_seed(1)
    material = _material()
    near = [question for questions in material.near.values() for question in questions]
    words = sorted(
        {w for text in [*material.texts, *near, *(e.question for e in material.examples)] for w in text.split()}
    )
    known = {word: n for n, word in enumerate(["[PAD]", "[UNK]", "query", "passage", ":", *words])}
    tokenizer = Tokenizer(models.WordLevel(known, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token="[PAD]").save_pretrained(tmp_path)
    shape = {"hidden_size": 32, "num_hidden_layers": 8, "num_attention_heads": 2, "intermediate_size": 64}
    BertModel(BertConfig(vocab_size=len(known), **shape), add_pooling_layer=False).save_pretrained(tmp_path)
    halves = Halves(tmp_path, tokens=32, frozen=6)
    lower = {n: v.clone() for n, v in halves.model.state_dict().items() if ".layer.5." in n or "embeddings" in n}
    recipe = Recipe(batch=12, families=2, hard=4, epochs=15, rate=3e-3)
    monkeypatch.setattr(finetune, "_FEWEST", 2)
    told = finetune.train(halves, material, recipe)
    assert told["validation"][1.0]["hit@1"] > told["validation"][0.0]["hit@1"]
    assert told["share"] > 0
    whole = finetune.train(Halves(tmp_path, tokens=32, frozen=6), material, replace(recipe, epochs=1, share=1.0))
    assert whole["share"] == 1.0
    batch = next(Batches(material, recipe).epoch())
    with torch.no_grad():
        alone, beside = (finetune.loss_of(halves, material, batch, replace(recipe, near=w)) for w in (0.0, 1.0))
    assert beside > alone
    assert finetune.validate(halves, material) == told["validation"][told["share"]]
    assert all(torch.equal(halves.model.state_dict()[n], v) for n, v in lower.items())
    finetune.save(halves, Halves(tmp_path, tokens=32, frozen=6), tmp_path / "out", told)
    changed = unpack((tmp_path / "out" / "e5-clauses.safetensors").read_bytes())
    assert {int(name.split(".")[2]) for name in changed} == {6, 7}
    before = Halves(tmp_path, tokens=32, frozen=6).model.state_dict()
    for name, change in changed.items():
        assert np.allclose(before[name].numpy() + change, halves.model.state_dict()[name].numpy(), atol=2e-3)
