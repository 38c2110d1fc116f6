from pathlib import Path

import pytest

from evals.case import Kind
from evals.errors import GoldError
from evals.goldset import read_cases
from evals.own_set import NewCase, add_cases
from ingest.errors import UnknownContract
from tests.fake_bench import SENTENCES, FakeShelf, make_cases

FEE = NewCase(
    contract="acme",
    question="What is the yearly fee?",
    answer="12,000 euros.",
    evidence=(("msa", "The  yearly fee\nis 12,000 euros"),),
    must=("12,000",),
)


def test_a_question_is_kept_with_the_very_words_of_its_document(tmp_path: Path) -> None:
    path = tmp_path / "sets" / "mine.jsonl"
    (added,) = add_cases(path, [FEE], FakeShelf())
    (case,) = read_cases(path)
    assert case == added
    assert (case.id, case.lang, case.doc_lang, case.kind) == ("mine-1", "en", "en", Kind.FACT)
    assert case.evidence[0].quote in SENTENCES[1]
    assert case.evidence[0].span is not None


def test_a_question_without_evidence_is_one_that_the_contract_does_not_answer(tmp_path: Path) -> None:
    (added,) = add_cases(tmp_path / "mine.jsonl", [NewCase("acme", "May we keep pets?")], FakeShelf())
    assert added.kind is Kind.UNANSWERABLE


def test_what_was_there_stays_and_names_are_not_taken_twice(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(case.model_dump_json() for case in make_cases()))
    add_cases(path, [FEE, FEE], FakeShelf())
    assert [case.id for case in read_cases(path)] == [*(case.id for case in make_cases()), "mine-10", "mine-11"]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"evidence": (("msa", "no such words"),)}, "expected offsets"),
        ({"evidence": (("annex", "The yearly fee"),)}, "expected a document 'annex'"),
        ({"must": ("13,000",)}, "must '13,000'"),
        ({"kind": "riddle"}, "kind"),
        ({"persona": "judge"}, "persona"),
    ],
)
def test_one_faulty_question_and_nothing_is_added(tmp_path: Path, changes: dict[str, object], fault: str) -> None:
    path = tmp_path / "mine.jsonl"
    add_cases(path, [FEE], FakeShelf())
    before = path.read_bytes()
    with pytest.raises(GoldError) as caught:
        add_cases(path, [FEE, NewCase(**{**vars_of(FEE), **changes})], FakeShelf())  # type: ignore[arg-type]
    assert fault in str(caught.value)
    assert path.read_bytes() == before


def test_an_unknown_contract_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownContract):
        add_cases(tmp_path / "mine.jsonl", [NewCase("nobody", "What?")], FakeShelf())
    assert not (tmp_path / "mine.jsonl").exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(GoldError, match="expected to write"):
        add_cases(tmp_path / "file" / "mine.jsonl", [FEE], FakeShelf())


def vars_of(new: NewCase) -> dict[str, object]:
    return {name: getattr(new, name) for name in NewCase.__slots__}
