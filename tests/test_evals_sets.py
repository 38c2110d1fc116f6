import json
from pathlib import Path

import pytest

from evals.draft import Draft
from evals.errors import GoldError
from evals.sets import open_set, thin
from tests.fake_bench import make_case, make_cases


def test_a_file_of_cases(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(case.model_dump_json() for case in make_cases()))
    gold = open_set(str(path), tmp_path)
    assert (gold.name, gold.sources, gold.own) == ("mine", (), True)
    assert [draft.case for draft in gold.drafts] == make_cases()


def test_a_benchmark_file_with_its_texts_beside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("one two")
    (tmp_path / "benchmarks").mkdir()
    path = tmp_path / "benchmarks" / "mini.json"
    path.write_text(
        json.dumps({"tests": [{"query": "?", "snippets": [{"file_path": "a.txt", "span": [0, 3], "answer": "one"}]}]})
    )
    gold = open_set(str(path), tmp_path)
    assert (gold.name, len(gold.drafts), gold.own) == ("mini", 1, False)
    assert [source.paths for source in gold.sources] == [((tmp_path / "corpus" / "a.txt"),)]


def test_what_is_no_set_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="expected a set named samples, corpus, cuad, cuad-more"):
        open_set("everything", tmp_path)
    with pytest.raises(GoldError, match="folder 'corpus'"):
        open_set(str(tmp_path / "x" / "mini.json"), tmp_path)
    with pytest.raises(GoldError, match="CLAUSIER_CORPUS"):
        open_set("cuad-more", tmp_path)


def test_thinning_spreads_over_the_set() -> None:
    drafts = [Draft(make_case(id=f"q{i}")) for i in range(10)]
    assert [d.case.id for d in thin(drafts, 4)] == ["q0", "q2", "q5", "q7"]
    assert thin(drafts, None) == thin(drafts, 10) == thin(drafts, 99) == drafts
    with pytest.raises(GoldError, match="at least one"):
        thin(drafts, 0)
