"""Rebinding: offsets follow the documents, and a set with a fault is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.case import Case, Evidence
from evals.errors import GoldError
from evals.goldset import check, read_cases
from evals.rebind import ambiguities, main, rebind
from tests.fake_bench import SENTENCES, FakeShelf, make_case, make_document, make_silent_case


def write(path: Path, *cases: Case) -> Path:
    path.write_text("\n".join(case.model_dump_json(exclude_unset=True) for case in cases), encoding="utf-8")
    return path


def with_evidence(case: Case, **changes: object) -> Case:
    return case.model_copy(update={"evidence": (case.evidence[0].model_copy(update=changes),)})


def shelf_of(*sentences: str) -> FakeShelf:
    return FakeShelf({("acme", "msa"): make_document("\n".join(sentences))})


def test_offsets_and_pages_follow_the_document(tmp_path: Path) -> None:
    path = write(tmp_path / "s.jsonl", make_case(1), make_silent_case(1))
    turned = shelf_of(*reversed(SENTENCES))
    assert check(read_cases(path), turned) != []
    bound = rebind(path, turned)
    assert bound == read_cases(path)
    assert check(bound, turned) == []
    assert (make_case(1).evidence[0].page, bound[0].evidence[0].page) == (1, 2)


def test_a_quote_is_found_whatever_its_spaces_and_becomes_the_words_of_the_document(tmp_path: Path) -> None:
    case = with_evidence(make_case(1), quote=SENTENCES[0].replace(" ", "\n"), start=None, end=None, page=None)
    path = write(tmp_path / "s.jsonl", case)
    assert rebind(path, FakeShelf()) == [make_case(1)]


@pytest.mark.parametrize(
    ("case", "fault"),
    [
        (with_evidence(make_case(1), quote="The hotline never sleeps."), "q1: expected offsets"),
        (with_evidence(make_case(1), document="annex"), "q1: expected a document 'annex'"),
        (with_evidence(make_case(1), quote="within"), "q1: expected one place of 'within', found 2"),
    ],
)
def test_a_set_with_a_fault_stays_as_it_was(case: Case, fault: str, tmp_path: Path) -> None:
    path = write(tmp_path / "s.jsonl", case, make_case(2))
    before = path.read_bytes()
    with pytest.raises(GoldError, match=fault):
        rebind(path, FakeShelf())
    assert path.read_bytes() == before


def test_evidence_in_one_place_or_in_no_document_is_not_ambiguous() -> None:
    lost = make_case(2, evidence=(Evidence(document="annex", quote="within"),))
    assert list(ambiguities([make_case(1), lost], FakeShelf())) == []


def test_asking_for_help_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "questions" not in capsys.readouterr().err
