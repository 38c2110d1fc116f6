"""The cross-encoder's training: what it is shown, and that a tiny one learns it."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

pytest.importorskip("torch")

from evals.pair import Corruption
from evals.training import rows as material_rows
from evals.training.asked import Asked, asked_questions
from evals.training.examples import Example, Material, held_out
from evals.training.leading import Led, Piece
from evals.training.rows import read_families, stated_rows
from evals.training.statements import StatedWords, read_statements
from tests.fake_embedder import FakeEmbedder

TRAINED = [name for name in map(str, range(60)) if not held_out(name)][:4]
APART = next(name for name in map(str, range(60)) if held_out(name))


def test_a_question_comes_with_what_answers_it_and_with_what_is_nearest_of_the_rest() -> None:
    material = Material()
    places = material.add("A", ["fee due monthly", "fee raised yearly", "law of Malta"])
    material.examples.append(Example("fee due", "en", "A", "A 0", (places[0],)))
    material.near["A"] = ["who raised the fee"]
    asked, near = asked_questions(material, FakeEmbedder())
    assert asked.answering == ("fee due monthly",)
    assert asked.others[0] == "fee raised yearly"
    assert near.answering == ()
    assert near.others[0] == "fee raised yearly"


def test_questions_on_topics_are_left_out_and_so_are_passages_that_are_too_long() -> None:
    material = Material()
    places = material.add("A", ["fee due monthly", "long " * 400])
    material.examples += [
        Example("fee due", "en", "A", "Governing Law", (places[0],)),
        Example("how long", "en", "A", "A 1", (places[1],)),
        Example("fee due", "en", "A", "A 0", (places[0],)),
    ]
    assert [(row.question, row.others) for row in asked_questions(material, FakeEmbedder())] == [("fee due", ())]


def test_statements_are_read_with_the_words_that_they_are_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clause = {"family": "X", "lang": "en", "heading": "1 Fee", "text": "Intro. The fee is\n  due.", "answers": []}
    (tmp_path / "families-1.jsonl").write_text(json.dumps(clause) + "\n", encoding="utf-8")
    (tmp_path / "cuad-more" / "txt").mkdir(parents=True)
    (tmp_path / "cuad-more" / "txt" / "REAL.txt").write_bytes("Préavis.\r\nNotice is given.".encode())
    rows = [
        {"contract": "X", "clause": 0, "start": 7, "end": 24, "statements": [["fr", "true", "Le prix est dû."]]},
        {
            "contract": "REAL",
            "start": 10,
            "end": 26,
            "statements": [["en", "negation", "No notice is given."]],
            "questions": [["en", "answered", "is notice given"], ["fr", "near", "quel préavis ?"]],
        },
    ]
    (tmp_path / "statements-1.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    monkeypatch.setattr(material_rows, "DATA", tmp_path)
    assert read_statements(tmp_path) == [
        StatedWords("X", "The fee is due.", ("Le prix est dû.",), ()),
        StatedWords(
            "REAL", "Notice is given.", (), ("No notice is given.",), ("is notice given",), ("quel préavis ?",)
        ),
    ]


def test_the_files_of_statements_are_well_formed() -> None:
    rows = stated_rows()
    assert len(rows) > 1500
    said = [(kind, language) for row in rows for language, kind, _ in row.statements]
    assert {kind for kind, _ in said} == {"true", *Corruption}
    for language in ("en", "fr"):
        true = sum(kind == "true" for kind, each in said if each == language)
        assert 0.3 < true / sum(each == language for _, each in said) < 0.6
    families = read_families()
    assert all(row.end <= len(families[row.contract][row.clause].text) for row in rows if row.clause is not None)


def test_rows_are_dealt_each_as_often_as_the_others() -> None:
    from evals.training.trainer import Shuffled

    shuffled = Shuffled("abcdef", seed=1)
    rounds = ["".join(sorted(shuffled.take(2) + shuffled.take(2) + shuffled.take(2))) for _ in range(3)]
    assert rounds == ["abcdef"] * 3


THINGS = ("fee", "term", "law", "cap", "tax", "log")


def write_tiny_model(folder: Path) -> None:
    """A BertModel of two small layers, and a tokenizer that knows what the rows of the test say."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    words = ["query", "claim", "passage", ":", "ask", "is", "set", "free", *THINGS]
    known = {word: n for n, word in enumerate(["[PAD]", "[UNK]", "[SEP]", *words])}
    tokenizer = Tokenizer(models.WordLevel(known, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="$A [SEP]", pair="$A [SEP] $B [SEP]", special_tokens=[("[SEP]", known["[SEP]"])]
    )
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token="[PAD]").save_pretrained(folder)
    shape = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
    BertModel(BertConfig(vocab_size=len(known), **shape), add_pooling_layer=False).save_pretrained(folder)


@pytest.mark.slow  # loads torch
def test_a_tiny_model_learns_to_judge_pairs(tmp_path: Path) -> None:
    import torch

    from evals.training.joint_model import JointModel
    from evals.training.lessons import Lessons
    from evals.training.reader import train
    from evals.training.recipe import Recipe
    from evals.training.validation import validate

    torch.manual_seed(1)
    write_tiny_model(tmp_path)
    asked, stated, led = [], [], []
    for contract in (*TRAINED, APART):
        for thing, other in pairwise([*THINGS, THINGS[0]]):
            asked.append(Asked(contract, f"ask {thing}", (f"{thing} is set",), (f"{other} is set",)))
            stated.append(
                StatedWords(
                    contract,
                    f"{thing} is set",
                    (f"{thing} set",),
                    (f"{thing} free",),
                    (f"is {thing} set",),
                    (f"is {thing} free",),
                )
            )
            # the product puts the other clause first, or has no doubt of the right one
            pieces = [Piece(words=f"{each} is set", score=2.0, right=each == thing) for each in (other, thing)]
            led.append(Led(contract=contract, question=f"is {thing} set", near=False, pieces=tuple(pieces)))
            sure = tuple(piece.model_copy(update={"score": 9.0 if piece.right else 1.0}) for piece in pieces)
            led.append(Led(contract=contract, question=f"is {thing} set", near=False, pieces=sure))
        asked.append(Asked(contract, "ask free", (), ("fee is set", "law is set")))
    recipe = Recipe(
        minutes=(60.0, 60.0, 60.0),
        epochs=(40, 40, 10),
        questions=12,
        words=6,
        asked_batch=6,
        led=6,
        rate=3e-3,
        frozen=0,
        warm_up=5,
    )
    lessons = Lessons(asked, stated, led, recipe)
    assert {row.contract for row in lessons.asked} == {row.contract for row in lessons.stated} == set(TRAINED)
    assert len(lessons.led) == len(THINGS) * len(TRAINED), "what the scores are sure of teaches nothing"
    model = JointModel(tmp_path, 2, recipe.tokens, recipe.frozen)
    before = validate(model, asked, stated, led)
    embeddings = model.embeddings().clone()
    told = train(model, lessons, recipe)
    after = validate(model, asked, stated, led)
    assert told["steps"] == [40 * len(lessons.asked) // 12, 40 * len(lessons.stated) // 6, 10 * len(lessons.led) // 6]
    assert after["statements"] > max(80, before["statements"])
    assert after["asked"] > max(80, before["asked"])
    assert after["hit@1"] > before["hit@1"]
    assert after["led before"] == before["led before"] == 50.0
    assert after["led alone"] > max(80, before["led alone"])
    assert torch.equal(model.embeddings(), embeddings)


@pytest.mark.slow  # loads torch
def test_words_without_questions_cost_nothing_beyond_their_statements() -> None:
    from evals.training.lessons import Lessons
    from evals.training.recipe import Recipe

    lessons = Lessons([], [], [], Recipe())
    assert lessons.near_questions(None, [StatedWords(TRAINED[0], "fee", (), ())]).item() == 0.0  # type: ignore[arg-type]
