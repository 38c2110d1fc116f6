from pathlib import Path

import pytest

from evals.case import Kind, Turn
from evals.errors import GoldError
from evals.goldset import read_cases
from evals.reported import Wrong, report, reported_set
from ingest.errors import UnknownContract
from tests.fake_bench import SENTENCES, FakeShelf, make_document

FEE = Wrong("acme", "What is the fee?", "12,000 euros.", "The  yearly fee\nis 12,000 euros", must="12,000")


def test_a_wrong_answer_becomes_a_case_with_its_words_located(tmp_path: Path) -> None:
    kept = report(tmp_path, FEE, FakeShelf())
    assert read_cases(reported_set(tmp_path)) == [kept]
    (evidence,) = kept.evidence
    assert evidence.document == "msa"
    assert evidence.quote in SENTENCES[1]
    assert kept.must == ("12,000",)


def test_an_empty_line_parts_two_quotes(tmp_path: Path) -> None:
    words = "The yearly fee is 12,000 euros.\n\n  \nThe law of Ruritania applies.\n"
    kept = report(tmp_path, Wrong("acme", "Fee and law?", evidence=words), FakeShelf())
    assert [each.quote for each in kept.evidence] == [
        "The yearly fee is 12,000 euros.",
        "The law of Ruritania applies.",
    ]


def test_without_words_the_contract_does_not_answer(tmp_path: Path) -> None:
    kept = report(tmp_path, Wrong("acme", "May we keep pets?", evidence=" \n"), FakeShelf())
    assert kept.kind is Kind.UNANSWERABLE


def test_what_was_said_before_is_kept_with_a_follow_up(tmp_path: Path) -> None:
    before = (Turn(role="user", content="How long is the term?"), Turn(role="assistant", content="36 months."))
    assert report(tmp_path, Wrong("acme", "And the notice?", history=before), FakeShelf()).history == before


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Wrong("acme", "Fee?", evidence="The yearly fee is a secret."), "nowhere in it"),
        (Wrong("acme", "Fee?", evidence="The yearly fee is 12,000 euros.", document="annex"), "nowhere in it"),
        (Wrong("acme", "Fee?", evidence="The yearly fee is 12,000 euros.", must="13,000"), "must '13,000'"),
    ],
)
def test_a_fault_is_told_and_nothing_is_kept(tmp_path: Path, wrong: Wrong, said: str) -> None:
    with pytest.raises(GoldError, match="expected") as caught:
        report(tmp_path, wrong, FakeShelf())
    assert said in str(caught.value)
    assert not reported_set(tmp_path).exists()


def test_words_that_stand_in_two_documents_need_the_name_of_one(tmp_path: Path) -> None:
    shelf = FakeShelf({("acme", "msa"): make_document(), ("acme", "annex"): make_document(SENTENCES[1], 1)})
    wrong = Wrong("acme", "Fee?", evidence="The yearly fee is 12,000 euros.")
    with pytest.raises(GoldError, match="msa, annex"):
        report(tmp_path, wrong, shelf)


def test_an_unknown_contract_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnknownContract):
        report(tmp_path, Wrong("nobody", "Fee?"), FakeShelf())
