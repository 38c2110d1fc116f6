import json
from pathlib import Path
from typing import Any

import pytest

from assistant.settings import Settings
from evals.case import Kind
from evals.corpus import read_expert_spans, read_questions, read_source
from evals.errors import GoldError

ROW: dict[str, Any] = {
    "id": "d1",
    "contract": "acme",
    "file": "acme/a.pdf",
    "txt": "acme/a.txt",
    "lang": "fr",
    "doc_lang": "en",
    "persona": "ops",
    "kind": "table",
    "question": "Combien ?",
    "answer": "Dix.",
    "must": ["10|dix"],
    "clause": "4",
    "page": 1,
    "spans": [[6, 9]],
    "quotes": ["ten"],
    "quote_locs": [{"file": "acme/a.pdf", "page": 1}],
}


def write_questions(folder: Path, *rows: dict[str, Any]) -> Path:
    (folder / "acme").mkdir()
    (folder / "acme" / "a.txt").write_bytes(b"One\r\n\nten it is.!!!!")
    (folder / "gold.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    return folder


def test_a_question_becomes_a_draft(tmp_path: Path) -> None:
    (draft,) = read_questions(write_questions(tmp_path, ROW))
    assert (draft.case.id, draft.case.kind, draft.case.must) == ("d1", Kind.TABLE, ("10|dix",))
    (pointer,) = draft.pointers
    assert (pointer.file, pointer.quote, pointer.page) == (tmp_path / "acme/a.pdf", "ten", 1)
    assert pointer.near == 6 / 20


def test_a_question_without_offsets_and_one_with_a_history(tmp_path: Path) -> None:
    history = [{"role": "user", "content": "Hm?"}]
    (draft,) = read_questions(write_questions(tmp_path, ROW | {"spans": [], "history": history}))
    assert draft.pointers[0].near is None
    assert draft.case.history[0].content == "Hm?"


def test_an_unknown_field_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"gold\.jsonl, line 1: colour"):
        read_questions(write_questions(tmp_path, ROW | {"colour": 1}))


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="CLAUSIER_CORPUS"):
        read_questions(tmp_path)
    with pytest.raises(GoldError, match="CLAUSIER_CORPUS"):
        read_expert_spans(tmp_path, "cuad")


def test_expert_spans_and_the_pairs_without_any(tmp_path: Path) -> None:
    root = tmp_path / "cuad"
    (root / "txt").mkdir(parents=True)
    (root / "pdf").mkdir()
    for name in ("a", "b"):
        (root / "txt" / f"{name}.txt").write_text("0123456789")
    (root / "pdf" / "a.pdf").write_bytes(b"")
    rows = [
        {"contract_id": "a", "type": "T", "category": "Law", "question": "Law?", "start": 2, "end": 4, "text": "23"},
        {"contract_id": "a", "type": "T", "category": "Law", "question": "Law?", "start": 5, "end": 6, "text": "5"},
        {"contract_id": "b", "type": "T", "category": "Term", "question": "Term?", "start": 0, "end": 1, "text": "0"},
    ]
    (root / "spans.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    drafts = {draft.case.id: draft for draft in read_expert_spans(tmp_path, "cuad")}
    assert list(drafts) == ["a/Law", "a/Term", "b/Law", "b/Term"]
    assert [(p.file.name, p.quote, p.near) for p in drafts["a/Law"].pointers] == [
        ("a.pdf", "23", 0.2),
        ("a.pdf", "5", 0.5),
    ]
    assert drafts["b/Term"].pointers[0].file.name == "b.txt"
    assert not drafts["a/Term"].case.answerable
    assert drafts["a/Term"].pointers == ()


def test_read_source_leaves_line_ends_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a\r\nb")
    assert read_source(tmp_path / "a.txt") == "a\r\nb"
    with pytest.raises(GoldError, match="readable"):
        read_source(tmp_path / "gone.txt")


@pytest.mark.corpus
def test_the_sets_over_the_real_contracts_are_read_whole() -> None:
    corpus = Settings.from_environment().corpus
    if not (corpus / "gold.jsonl").is_file():
        pytest.skip(f"no folder of real contracts at {corpus}")
    questions = read_questions(corpus)
    assert len(questions) == 103
    assert sum(not draft.case.answerable for draft in questions) == 18
    spans = read_expert_spans(corpus, "cuad")
    assert sum(len(draft.pointers) for draft in spans) == 1545
    assert len({draft.case.id for draft in spans}) == len(spans)
