from pathlib import Path

import pytest

from evals.case import Case, Evidence, Kind
from evals.errors import GoldError
from evals.goldset import check, locate, read_cases
from tests.fake_bench import TEXT, FakeShelf, make_case, make_cases, make_silent_case


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_set_is_read_in_order_and_empty_lines_are_skipped(tmp_path: Path) -> None:
    lines = [case.model_dump_json() for case in make_cases()]
    assert read_cases(write(tmp_path / "s.jsonl", lines[0], "", *lines[1:], "")) == make_cases()


def test_every_malformed_line_is_named_with_its_fault(tmp_path: Path) -> None:
    good = make_case().model_dump_json()
    path = write(tmp_path / "s.jsonl", good, "{", good.replace('"ops"', '"boss"'), good.replace('"must"', '"musts"'))
    with pytest.raises(GoldError) as caught:
        read_cases(path)
    faults = str(caught.value).split("\n")
    assert [fault.split(": ")[0] for fault in faults] == ["s.jsonl, line 2", "s.jsonl, line 3", "s.jsonl, line 4"]
    assert "persona" in faults[1]
    assert "musts" in faults[2]


def test_a_missing_an_empty_and_a_binary_file(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="expected a readable UTF-8 file"):
        read_cases(tmp_path / "none.jsonl")
    with pytest.raises(GoldError, match="found none"):
        read_cases(write(tmp_path / "s.jsonl", ""))
    (tmp_path / "b.jsonl").write_bytes(b"\xff\xfe{}")
    with pytest.raises(GoldError, match="UTF-8"):
        read_cases(tmp_path / "b.jsonl")


def test_an_id_that_occurs_twice_is_refused(tmp_path: Path) -> None:
    line = make_case().model_dump_json()
    with pytest.raises(GoldError, match="several of q1"):
        read_cases(write(tmp_path / "s.jsonl", line, line))


def test_a_good_set_has_no_faults() -> None:
    assert check(make_cases(), FakeShelf()) == []


GOLD = make_case(1).evidence[0]


@pytest.mark.parametrize(
    ("case", "fault"),
    [
        (make_case(evidence=()), "expected evidence"),
        (make_silent_case(1).model_copy(update={"evidence": (GOLD,)}), "expected no evidence"),
        (make_case(evidence=(GOLD.model_copy(update={"document": "annex"}),)), "expected a document 'annex'"),
        (make_case(contract="other"), "in the contract 'other'"),
        (make_case(evidence=(Evidence(document="msa", quote=GOLD.quote),)), "expected offsets"),
        (make_case(evidence=(GOLD.model_copy(update={"end": 9999}),)), "expected a span within"),
        (make_case(evidence=(GOLD.model_copy(update={"start": 1}),)), "which are others"),
        (make_case(evidence=(GOLD.model_copy(update={"page": 2}),)), "expected page 1"),
        (make_case(must=("5 hours",)), "must '5 hours'"),
        (make_case(must_not=("4 hours",)), "must_not"),
        (make_case(answer="The hotline answers.", must=("4 hours",)), "expected the reference answer to hold"),
    ],
)
def test_each_fault_is_found(case: Case, fault: str) -> None:
    found = check([case], FakeShelf())
    assert any(fault in sentence for sentence in found)
    assert all(sentence.startswith(f"{case.id}: ") for sentence in found)


def test_locate_fills_in_offsets_and_the_very_words() -> None:
    draft = make_case(evidence=(Evidence(document="msa", quote="The  hotline\nanswers within 4 hours."),))
    (case,) = locate([draft], FakeShelf())
    span = case.evidence[0].span
    assert span is not None
    assert span.of(TEXT) == case.evidence[0].quote == "The hotline answers within 4 hours."
    assert check([case], FakeShelf()) == []


def test_locate_prefers_the_page_and_leaves_alone_what_it_cannot_find() -> None:
    there = Evidence(document="msa", quote="The ", page=2)
    gone = Evidence(document="msa", quote="A dragon.")
    nowhere = Evidence(document="annex", quote="The")
    (case,) = locate([make_case(evidence=(GOLD, there, gone, nowhere), kind=Kind.MULTI)], FakeShelf())
    first, second, third, fourth = case.evidence
    assert (first, third, fourth) == (GOLD, gone, nowhere)
    assert second.span is not None
    assert FakeShelf().document("acme/msa").page_at(second.span.start) == 2
