from __future__ import annotations

import pytest

from evals.spread import Spread, pairs, spread
from tests.fake_bench import LostSystem, PerfectSystem, make_case
from tests.fake_result import make_result


def test_the_spread_is_between_the_highest_and_the_lowest_pair() -> None:
    english, french = make_case(1), make_case(2, lang="fr")
    found, missed = make_result(PerfectSystem(), [english]), make_result(LostSystem(), [french])
    mixed = found.model_copy(update={"figures": (*found.figures, *missed.figures)})
    assert pairs(mixed) == ["en→en", "fr→en"]
    between = spread(mixed, "hit@1")
    assert between == Spread("en→en", "fr→en", 1.0, 0.0)
    assert between.points == pytest.approx(100)


def test_one_pair_has_no_spread() -> None:
    result = make_result(PerfectSystem(), [make_case(1)])
    assert (pairs(result), spread(result, "hit@1")) == (["en→en"], None)
    assert spread(make_result(PerfectSystem(), [make_case(1), make_case(2, lang="fr")]), "no such measure") is None
