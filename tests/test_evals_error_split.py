from dataclasses import replace

import pytest

from evals.case import Evidence
from evals.error_split import Blame, blame
from ingest.document import Passage
from tests.fake_bench import (
    SENTENCES,
    FakeShelf,
    LostSystem,
    LyingSystem,
    PerfectSystem,
    SilentSystem,
    make_case,
    make_silent_case,
    quoted,
    spans_of,
)

CASE = make_case(2)


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        (LostSystem(), Blame.RETRIEVAL),
        (SilentSystem(), Blame.SILENT),
        (LyingSystem(), Blame.GENERATION),
    ],
)
def test_blame(system: PerfectSystem, expected: Blame) -> None:
    assert blame(CASE, system.ask(CASE), FakeShelf()) is expected


def test_an_answer_where_the_contract_is_silent() -> None:
    assert blame(make_silent_case(1), PerfectSystem().ask(CASE), FakeShelf()) is Blame.TALKING


def test_found_but_other_words_were_quoted() -> None:
    answer = replace(PerfectSystem().ask(CASE), statements=(quoted(spans_of(SENTENCES)[4]),))
    assert blame(CASE, answer, FakeShelf()) is Blame.SELECTION


def test_evidence_in_no_passage_is_a_fault_of_reading() -> None:
    class Torn(FakeShelf):
        def passages(self, document_id: str) -> tuple[Passage, ...]:
            return super().passages(document_id)[2:]

    assert blame(CASE, LostSystem().ask(CASE), Torn()) is Blame.READING


def test_evidence_that_was_not_located_is_a_fault_of_reading() -> None:
    lost = make_case(evidence=(*CASE.evidence, Evidence(document="msa", quote="gone")))
    assert blame(lost, PerfectSystem().ask(CASE), FakeShelf()) is Blame.READING


def test_the_eleventh_passage_does_not_count() -> None:
    answer = PerfectSystem().ask(CASE)
    late = (*(answer.passages[1:2] * 10), answer.passages[0])
    assert blame(CASE, replace(answer, passages=late), FakeShelf()) is Blame.RETRIEVAL
