from pathlib import Path

import pytest

from evals.draft import Draft, Pointer, bind
from evals.errors import GoldError
from tests.fake_bench import SENTENCES, TEXT, FakeShelf, make_case, spans_of

BARE = make_case(evidence=())


def write(folder: Path, text: str = TEXT) -> Path:
    path = folder / "msa.md"
    path.write_text(text)
    return path


def test_a_file_is_known_by_its_bytes_and_a_quote_by_its_words(tmp_path: Path) -> None:
    pointer = Pointer(write(tmp_path), "The yearly  fee is\n12,000 euros.", page=1)
    (case,), binding = bind([Draft(BARE, (pointer,))], FakeShelf())
    span = case.evidence[0].span
    assert span is not None
    assert span.of(TEXT) == "The yearly fee is 12,000 euros."
    assert case.evidence[0].document == "msa"
    assert (binding.evidence, binding.unlocated, binding.other_page) == (1, [], [])


def test_a_quote_that_is_not_there_is_counted_and_has_no_span(tmp_path: Path) -> None:
    (case,), binding = bind([Draft(BARE, (Pointer(write(tmp_path), "A dragon."),))], FakeShelf())
    assert case.evidence[0].span is None
    assert (binding.evidence, binding.unlocated) == (1, ["q1"])


def test_a_quote_on_another_page_is_counted(tmp_path: Path) -> None:
    _, binding = bind([Draft(BARE, (Pointer(write(tmp_path), SENTENCES[0], page=2),))], FakeShelf())
    assert binding.other_page == ["q1"]


def test_of_several_places_the_page_decides_and_else_the_share_of_the_text(tmp_path: Path) -> None:
    path, spans = write(tmp_path), spans_of(SENTENCES)
    pointers = (
        Pointer(path, "The ", page=2),
        Pointer(path, "The ", near=spans[3].start / len(TEXT)),
        Pointer(path, "The "),
    )
    (case,), binding = bind([Draft(BARE, pointers)], FakeShelf())
    assert binding.other_page == []
    starts = [e.start for e in case.evidence]
    assert starts[1] == TEXT.index("The ", spans[3].start)
    assert starts[2] == TEXT.index("The ")


def test_a_case_that_carries_its_evidence_is_left_as_it_is() -> None:
    (case,), binding = bind([Draft(make_case())], FakeShelf())
    assert case == make_case()
    assert binding.evidence == 1


def test_what_the_library_does_not_have_is_said(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="expected the contract 'other'"):
        bind([Draft(make_case(contract="other", evidence=()), (Pointer(write(tmp_path), "x"),))], FakeShelf())
    with pytest.raises(GoldError, match="no such file; ingest it"):
        bind([Draft(BARE, (Pointer(write(tmp_path, "other bytes"), "x"),))], FakeShelf())
    with pytest.raises(GoldError, match="expected the source file"):
        bind([Draft(BARE, (Pointer(tmp_path / "gone.md", "x"),))], FakeShelf())
