import json
from pathlib import Path

import pytest

from evals.checking import check_sets, read_shelf
from evals.errors import GoldError, RunError
from evals.samples import FAMILIES
from evals.sets import Source
from ingest.library import Library
from tests.fake_bench import SENTENCES, make_case, make_document


def write_set(folder: Path, **changes: object) -> str:
    path = folder / "mine.jsonl"
    path.write_text(make_case(2, **changes).model_dump_json())
    return str(path)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    library = Library(home)
    (tmp_path / "msa.txt").write_text("the original")
    with library.writing():
        library.add("acme", make_document(), (), tmp_path / "msa.txt")
    return home


def test_a_set_that_fits_the_library(tmp_path: Path, home: Path) -> None:
    (found,) = check_sets([write_set(tmp_path)], tmp_path, home, tmp_path / "room")
    assert (found.name, found.questions, found.evidence, found.located, found.faults) == ("mine", 1, 1, 1, ())


def test_the_faults_of_a_set_are_sentences(tmp_path: Path, home: Path) -> None:
    (found,) = check_sets([write_set(tmp_path, must=("13,000",))], tmp_path, home, tmp_path / "room")
    assert len(found.faults) == 2
    assert found.faults[0].startswith("q2: expected an alternative of must '13,000'")


def test_a_set_that_brings_its_texts_is_checked_against_them(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("\n".join(SENTENCES))
    snippets = [{"file_path": "a.txt", "span": [0, 9], "answer": SENTENCES[0][:9]}]
    (tmp_path / "mini.json").write_text(json.dumps({"tests": [{"query": "?", "snippets": snippets}]}))
    (found,) = check_sets([str(tmp_path / "mini.json")], tmp_path, tmp_path / "home", tmp_path / "room")
    assert (found.questions, found.evidence, found.located, found.faults) == (1, 1, 1, ())


def test_an_unknown_set_and_an_unreadable_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="expected a set named"):
        check_sets(["nothing"], tmp_path, tmp_path, tmp_path / "room")
    (tmp_path / "a.pdf").write_bytes(b"no PDF")
    with pytest.raises(RunError, match=r"a\.pdf: expected a file that can be read"):
        read_shelf([Source((tmp_path / "a.pdf",))], tmp_path / "room")


@pytest.mark.slow
def test_our_own_set_fits_the_sample_families(tmp_path: Path) -> None:
    assert FAMILIES.is_dir()
    (found,) = check_sets(["samples"], tmp_path, tmp_path / "home", tmp_path / "room")
    assert found.faults == ()
    assert found.located == found.evidence
    assert found.questions >= 150
