import json
from pathlib import Path
from typing import Any

import pytest

from evals.errors import GoldError
from evals.legalbench import read_benchmark


def snippet(file: str = "set/a.txt", span: tuple[int, int] = (4, 7), answer: str = "two") -> dict[str, Any]:
    return {"file_path": file, "span": span, "answer": answer}


def write(folder: Path, *snippets: dict[str, Any]) -> tuple[Path, Path]:
    corpus = folder / "corpus"
    (corpus / "set").mkdir(parents=True)
    (corpus / "set" / "a.txt").write_text("one two three")
    path = folder / "mini.json"
    path.write_text(json.dumps({"tests": [{"query": "Which?", "tags": ["x"], "snippets": snippets}]}))
    return path, corpus


def test_a_query_becomes_a_draft(tmp_path: Path) -> None:
    path, corpus = write(tmp_path, snippet(), snippet(span=(8, 13), answer="three"), snippet("set/b.txt"))
    (draft,) = read_benchmark(path, corpus)
    assert (draft.case.id, draft.case.contract, draft.case.question) == ("mini-1", "a", "Which?")
    assert [(p.file, p.quote, p.near) for p in draft.pointers] == [
        (corpus / "set/a.txt", "two", 4 / 13),
        (corpus / "set/a.txt", "three", 8 / 13),
    ]


def test_a_span_that_gives_other_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"expected the answer's words at 3\.\.7"):
        read_benchmark(*write(tmp_path, snippet(span=(3, 7))))


def test_a_file_outside_the_corpus_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="expected a file within"):
        read_benchmark(*write(tmp_path, snippet("../../etc/passwd")))


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"tests": [{"query": "a", "snippets": []}]}')
    with pytest.raises(GoldError, match=r"got at tests\.0\.snippets"):
        read_benchmark(tmp_path / "x.json", tmp_path)
    with pytest.raises(GoldError, match="readable benchmark"):
        read_benchmark(tmp_path / "gone.json", tmp_path)
