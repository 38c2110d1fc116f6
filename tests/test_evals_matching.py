from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.case import Evidence
from evals.matching import held, holds, touches
from ingest.document import Span
from tests.fake_bench import make_case, passage_at

GOLD = Evidence(document="msa", start=100, end=200, quote="x")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (100, 200, True),
        (0, 400, True),
        (149, 152, True),  # holds the middle character, 150
        (100, 151, True),
        (149, 300, True),
        (100, 150, False),
        (151, 200, False),
        (0, 100, False),
    ],
)
def test_a_passage_holds_the_evidence_when_it_holds_its_middle(start: int, end: int, expected: bool) -> None:
    assert holds(passage_at(Span(start, end)), "acme", GOLD) is expected


@given(st.integers(0, 300), st.integers(1, 300), st.integers(0, 300), st.integers(1, 300))
def test_more_than_half_of_the_evidence_always_holds_it(a: int, length: int, b: int, other: int) -> None:
    gold = Evidence(document="msa", start=a, end=a + length, quote="x")
    shared = min(a + length, b + other) - max(a, b)
    if 2 * shared > length:
        assert holds(passage_at(Span(b, b + other)), "acme", gold)


@given(st.lists(st.integers(1, 299), unique=True), st.integers(0, 298), st.integers(1, 300))
def test_of_a_partition_exactly_one_passage_holds_the_evidence(cuts: list[int], start: int, length: int) -> None:
    bounds = [0, *sorted(cuts), 300]
    gold = Evidence(document="msa", start=start, end=min(300, start + length), quote="x")
    parts = [passage_at(Span(a, b)) for a, b in pairwise(bounds)]
    assert sum(holds(part, "acme", gold) for part in parts) == 1


def test_another_contract_or_document_never_counts() -> None:
    assert not holds(passage_at(Span(100, 200), contract="other"), "acme", GOLD)
    assert not holds(passage_at(Span(100, 200), document="annex"), "acme", GOLD)
    assert not touches(passage_at(Span(100, 200), contract="other"), "acme", GOLD)


def test_evidence_that_was_not_located_is_never_matched() -> None:
    lost = Evidence(document="msa", quote="x")
    assert not holds(passage_at(Span(0, 999)), "acme", lost)
    assert not touches(passage_at(Span(0, 999)), "acme", lost)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (120, 130, True),  # a short quote within a long evidence
        (0, 400, True),  # a long one around it
        (195, 205, True),  # half of the shorter
        (196, 206, False),
        (200, 210, False),
    ],
)
def test_a_quote_touches_the_evidence(start: int, end: int, expected: bool) -> None:
    assert touches(passage_at(Span(start, end)), "acme", GOLD) is expected


def test_held_tells_evidences_apart() -> None:
    case = make_case(evidence=(GOLD, Evidence(document="msa", start=300, end=310, quote="y")))
    assert held([passage_at(Span(290, 320))], case) == [False, True]
