from pathlib import Path

from evals.measures import BETTER, MEASURES, Graded, score_case
from tests.fake_bench import FakeShelf, PerfectSystem, make_case, make_silent_case, silence

GUIDE = Path(__file__).parent.parent / "docs" / "evaluation.md"


def test_every_measure_is_explained_to_its_readers() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    for measure in MEASURES:
        name = measure.name.split("@")[0]
        assert f"*{name}" in guide, measure.name


def test_names_are_unique_and_directions_known() -> None:
    assert len({m.name for m in MEASURES}) == len(MEASURES)
    assert set(BETTER.values()) <= {-1, 0, 1}


def test_measures_that_say_nothing_about_a_case_are_left_out() -> None:
    case = make_silent_case(1)
    scores = score_case(Graded(case, silence(case), FakeShelf(), []))
    assert scores.keys() == {"wrong contract", "correct", "rejection"}


def test_an_answered_case_has_the_measures_of_every_family() -> None:
    case = make_case()
    scores = score_case(Graded(case, PerfectSystem().ask(case), FakeShelf(), []))
    assert {m.family for m in MEASURES if m.name in scores} == {"retrieval", "citations", "answers", "abstention"}
    assert "rejection" not in scores
