from __future__ import annotations

from dataclasses import replace

import pytest

from evals.case import Evidence
from evals.lost import Lost, lost
from tests.fake_bench import (
    SENTENCES,
    FakeShelf,
    PerfectSystem,
    make_case,
    make_document,
    make_silent_case,
    passage_at,
    spans_of,
)

CASE = make_case(2)
SHELF = FakeShelf({("acme", "msa"): make_document(), ("acme", "sla"): make_document()})


def first(number: int, contract: str = "acme", document: str = "msa") -> Lost | None:
    passages = (passage_at(spans_of(SENTENCES)[number - 1], contract, document),)
    return lost(CASE, replace(PerfectSystem().ask(CASE), passages=passages), SHELF)


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, Lost.BESIDE), (2, None), (3, Lost.BESIDE), (4, Lost.DOCUMENT), (6, Lost.DOCUMENT)],
)
def test_what_came_first_in_the_same_document(number: int, expected: Lost | None) -> None:
    assert first(number) is expected


def test_what_came_first_in_another_document_or_contract() -> None:
    assert first(2, document="sla") is Lost.FAMILY
    assert first(2, contract="zenith") is Lost.CONTRACT
    assert lost(CASE, replace(PerfectSystem().ask(CASE), passages=()), SHELF) is Lost.NOTHING


def test_a_case_without_located_evidence_has_lost_none() -> None:
    answer = replace(PerfectSystem().ask(CASE), passages=())
    assert lost(make_silent_case(1), answer, SHELF) is None
    assert lost(make_case(2, evidence=(Evidence(document="msa", quote="not there"),)), answer, SHELF) is None
