from dataclasses import replace
from math import log2

import pytest

from evals import retrieval_metrics as metrics
from evals.case import Evidence
from ingest.document import Span
from tests.fake_bench import PerfectSystem, make_case, passage_at, silence

TWO = make_case(
    evidence=(
        Evidence(document="msa", start=0, end=100, quote="x" * 100),
        Evidence(document="msa", start=200, end=300, quote="y" * 100),
    )
)
FIRST, BETWEEN, SECOND = (passage_at(Span(a, a + 100)) for a in (0, 100, 200))


def test_all_found_at_the_top_is_one_in_every_figure() -> None:
    found = [FIRST, SECOND]
    assert metrics.hit(found, TWO, 1) == 1
    assert metrics.evidence_recall(found, TWO, 2) == 1
    assert metrics.reciprocal_rank(found, TWO) == 1
    assert metrics.ndcg(found, TWO) == pytest.approx(1)
    assert metrics.character_precision(found, TWO, 2) == 1
    assert metrics.character_recall(found, TWO, 2) == 1


@pytest.mark.parametrize("found", [[], [BETWEEN], [passage_at(Span(0, 300), contract="other")]])
def test_nothing_found_is_nought_in_every_figure(found: list[object]) -> None:
    assert metrics.hit(found, TWO, 10) == 0  # type: ignore[arg-type]
    assert metrics.evidence_recall(found, TWO, 10) == 0  # type: ignore[arg-type]
    assert metrics.reciprocal_rank(found, TWO) == 0  # type: ignore[arg-type]
    assert metrics.ndcg(found, TWO) == 0  # type: ignore[arg-type]
    assert metrics.character_precision(found, TWO, 10) == 0  # type: ignore[arg-type]
    assert metrics.character_recall(found, TWO, 10) == 0  # type: ignore[arg-type]


def test_one_of_two_found_second() -> None:
    found = [BETWEEN, FIRST]
    assert metrics.hit(found, TWO, 1) == 0
    assert metrics.hit(found, TWO, 2) == 1
    assert metrics.evidence_recall(found, TWO, 2) == 0.5
    assert metrics.reciprocal_rank(found, TWO) == 0.5
    assert metrics.ndcg(found, TWO) == pytest.approx((1 / log2(3)) / (1 + 1 / log2(3)))
    assert metrics.character_precision(found, TWO, 2) == 0.5
    assert metrics.character_recall(found, TWO, 2) == 0.5


def test_a_passage_that_holds_both_at_once_is_ideal_and_repeats_gain_nothing() -> None:
    whole = passage_at(Span(0, 300))
    assert metrics.ndcg([whole, FIRST, SECOND], TWO) == 1
    assert metrics.ndcg([FIRST, FIRST, FIRST], TWO) == pytest.approx(1 / (1 + 1 / log2(3)))


def test_overlapping_passages_count_their_characters_once() -> None:
    found = [passage_at(Span(0, 100)), passage_at(Span(50, 150))]
    assert metrics.character_precision(found, TWO, 2) == pytest.approx(100 / 150)
    assert metrics.character_recall(found, TWO, 2) == 0.5


def test_k_limits_the_passages() -> None:
    assert metrics.evidence_recall([FIRST, SECOND], TWO, 1) == 0.5
    assert metrics.character_recall([FIRST, SECOND], TWO, 1) == 0.5
    assert metrics.ndcg([BETWEEN, FIRST], TWO, 1) == 0


def test_evidence_that_was_not_located_counts_as_not_found() -> None:
    half = make_case(evidence=(TWO.evidence[0], Evidence(document="msa", quote="z" * 300)))
    assert metrics.evidence_recall([FIRST], half, 1) == 0.5
    assert metrics.character_recall([FIRST], half, 1) == 0.25


def test_wrong_contract() -> None:
    case = make_case()
    right = PerfectSystem().ask(case)
    assert metrics.wrong_contract(right, case) == 0
    assert metrics.wrong_contract(right, make_case(contract="other")) == 1


def test_wrong_contract_falls_back_on_the_best_passage_or_is_not_counted() -> None:
    case = make_case()
    unresolved = replace(silence(case), contract=None)
    assert metrics.wrong_contract(unresolved, case) is None
    assert metrics.wrong_contract(replace(unresolved, passages=(passage_at(Span(0, 1), contract="b"),)), case) == 1
