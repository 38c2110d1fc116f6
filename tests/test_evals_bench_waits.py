from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from evals.bench.waits import measure, phrases, show
from evals.errors import EvalError
from evals.latency import Latency
from ingest.pipeline import ingest, plan
from ingest.words import flat
from tests.fake_parts import FakeParts

TERMS = "# Terms\n\n1. Notice\n\nEither party may end the agreement with three months' notice.\n\n2. Fees\n\nThe fee is 12 euros a month.\n"
FILLED = "Acme"


def _fill(parts: FakeParts, folder: Path) -> None:
    source = folder / FILLED
    source.mkdir(exist_ok=True)
    (source / "terms.md").write_text(TERMS)
    ingest(plan([source], FILLED), parts.library, parts.index, parts.embedder)


def test_phrases_stand_in_the_library_and_are_always_the_same(tmp_path: Path) -> None:
    with FakeParts(tmp_path / "home") as parts:
        assert phrases(parts.library, 3) == []
        _fill(parts, tmp_path)
        found = phrases(parts.library, 9)
        assert found
        assert all(flat(phrase) in flat(TERMS) for phrase in found)
        assert phrases(parts.library, 9) == found


def test_no_phrase_is_a_line_to_be_filled_in_or_holds_quotation_marks(tmp_path: Path) -> None:
    with FakeParts(tmp_path / "home") as parts:
        source = tmp_path / FILLED
        source.mkdir()
        (source / "form.md").write_text(
            '____ ____ ____ ____ ____\n\nthe "Fee" is "Paid" to\n\nthe parties sign it here\n'
        )
        ingest(plan([source], FILLED), parts.library, parts.index, parts.embedder)
        found = phrases(parts.library, 9)
        assert all(any(c.isalpha() for c in phrase) and '"' not in phrase for phrase in found)


def test_questions_and_searches_are_told_by_stage(tmp_path: Path) -> None:
    gold = tmp_path / "mine.jsonl"
    gold.write_text(
        '{"id": "1", "contract": "Acme", "question": "What is the fee?", "lang": "en", "doc_lang": "en", "persona": "ops", '
        '"kind": "unanswerable"}\n'
    )
    console = Console(record=True, width=160)
    with FakeParts(tmp_path / "home") as parts:
        _fill(parts, tmp_path)
        asked, searches = measure(parts, 5, [str(gold)])
        assert [(row.scope, row.questions) for row in asked] == [("contract", 1), ("library", 1)]
        assert {stage.stage for stage in asked[0].latency} >= {"retrieve", "select", "total"}
        assert list(searches) == ["words", "phrases that stand in it", "phrases that do not"]
        assert all(isinstance(each, Latency) and each.n for each in searches.values())
        show(parts, asked, searches, console)
    told = console.export_text()
    assert "Contracts: 1, documents: 1" in told
    assert all(words in told for words in ("retrieve", "phrases that do not", "the contract selected"))


def test_a_library_that_no_question_is_known_of_is_told(tmp_path: Path) -> None:
    with FakeParts(tmp_path / "home") as parts, pytest.raises(EvalError, match="found none; ingest them first"):
        measure(parts, 5, [])
