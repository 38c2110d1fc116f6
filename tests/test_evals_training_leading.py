"""The pieces that lead for a question, as the product ranks them, and which of them answer it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.training import leading, rows
from evals.training.leading import Led, gather, sheets

FEE = "The fee is 900 euros a month. It is invoiced in advance."
NOTICE = "Either party may end this agreement by three months' notice in writing."


@pytest.fixture
def material(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of one real contract, and a contract that we wrote; questions on both."""
    clauses = [
        {"family": "Own", "lang": "en", "heading": "1 Fee", "text": FEE, "answers": [["en", "what is the fee"]],
         "near": [["en", "who may raise the fee"]]},
        {"family": "Own", "lang": "en", "heading": "2 End", "text": NOTICE, "answers": [["en", "how much notice"]]},
    ]  # fmt: skip
    (tmp_path / "families-1.jsonl").write_text("".join(json.dumps(row) + "\n" for row in clauses), encoding="utf-8")
    (tmp_path / "cuad-more" / "txt").mkdir(parents=True)
    text = f"1. Fee\n\n{FEE}\n\n2. End\n\n{NOTICE}\n"
    (tmp_path / "cuad-more" / "txt" / "REAL.txt").write_text(text, encoding="utf-8")
    start = text.index(NOTICE)
    said = {"contract": "REAL", "start": start, "end": start + len(NOTICE), "statements": [["en", "true", "It may be ended."]],
            "questions": [["en", "answered", "how may it be ended"], ["en", "near", "who keeps the data"]]}  # fmt: skip
    (tmp_path / "statements-1.jsonl").write_text(json.dumps(said) + "\n", encoding="utf-8")
    (tmp_path / "clauses-1.jsonl").write_text("", encoding="utf-8")
    monkeypatch.setattr(rows, "DATA", tmp_path)
    return tmp_path


def test_each_contract_is_asked_what_its_clauses_answer_and_what_only_comes_near(material: Path) -> None:
    asked = {name: dict(sheet.asked) for name, sheet in sheets(material, 5).items()}
    assert asked == {
        "Own": {"what is the fee": (FEE,), "who may raise the fee": (), "how much notice": (NOTICE,)},
        "REAL": {"how may it be ended": (NOTICE,)},
    }


@pytest.mark.slow  # loads the embedder
def test_of_what_leads_those_in_words_that_answer_are_right(
    material: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAUSIER_HOME", str(tmp_path / "home"))
    gather(tmp_path / "led.jsonl", material, 5)
    led = [Led.model_validate_json(line) for line in (tmp_path / "led.jsonl").read_text("utf-8").splitlines()]
    assert [(row.contract, row.question, row.near) for row in led] == [
        ("Own", "what is the fee", False),
        ("Own", "who may raise the fee", True),
        ("Own", "how much notice", False),
        ("REAL", "how may it be ended", False),
    ]
    for row in led:
        assert 0 < len(row.pieces) <= leading.LED
        assert any(piece.right for piece in row.pieces) is not row.near
        right = [piece.words.split(": ", 1)[-1].strip() for piece in row.pieces if piece.right]
        answering = NOTICE if "notice" in row.question or "ended" in row.question else FEE
        assert all(words in answering for words in right), right
