from collections.abc import Sequence

import pytest

from evals.judge_check import JudgeCheck, check_judge, markdown
from evals.pair import Corruption, Pair


class Says:
    """A judge of one opinion, or of one for each statement."""

    name = "says"

    def __init__(self, opinion: bool | None, **others: bool | None) -> None:
        self._opinion, self._others = opinion, others

    def supports(self, statement: str, quotes: Sequence[str]) -> bool | None:
        return self._others.get(statement, self._opinion)


def make_pair(name: str, kind: Corruption | None = None) -> Pair:
    label = "supported" if kind is None else "corrupted"
    return Pair(id=name, statement=name, quotes=("q",), lang="en", quote_lang="fr", label=label, kind=kind)


PAIRS = [make_pair("a"), make_pair("b"), make_pair("c", Corruption.DATE), make_pair("d", Corruption.UNIT)]


def values(check: JudgeCheck) -> dict[tuple[str, str], float | None]:
    return {(f.name, f.part): f.value for f in check.figures}


@pytest.mark.parametrize(("opinion", "value"), [(True, 0.0), (False, 1.0)])
def test_a_judge_of_one_opinion_catches_all_or_nothing(opinion: bool, value: float) -> None:
    check = check_judge(PAIRS, Says(opinion))
    assert set(values(check).values()) == {value}
    assert sum(o.right is True for o in check.opinions) == 2


def test_what_is_caught_is_told_by_kind_and_false_alarms_by_language() -> None:
    check = check_judge(PAIRS, Says(True, c=False, a=False))
    told = {place: value for place, value in values(check).items() if place[1] != "held back"}
    assert told == {
        ("caught", "all"): 0.5,
        ("caught", "kind=date"): 1.0,
        ("caught", "kind=unit"): 0.0,
        ("caught", "language=en→fr"): 0.5,
        ("false alarm", "all"): 0.5,
        ("false alarm", "language=en→fr"): 0.5,
    }
    assert [o.pair for o in check.opinions if o.right is False] == ["a", "d"]


def test_an_unreadable_opinion_is_unscored_and_not_wrong() -> None:
    check = check_judge(PAIRS, Says(True, c=None))
    figure = check.figure("caught")
    assert figure is not None
    assert (figure.value, figure.n, figure.unscored) == (0.0, 1, 1)
    assert check.figure("caught", "kind=date").value is None  # type: ignore[union-attr]


def test_the_table_names_the_wrong_opinions() -> None:
    text = markdown(check_judge(PAIRS, Says(True, c=False)))
    assert "| caught | kind=date | 100.0" in text
    assert "Wrong about 1 of 4 pairs: d." in text


def test_the_pairs_held_back_are_told_apart() -> None:
    held = [pair for pair in PAIRS if pair.held_back]
    check = check_judge(PAIRS, Says(False))
    told = [figure.n for figure in check.figures if figure.part == "held back"]
    assert 0 < sum(told) == len(held) < len(PAIRS)
