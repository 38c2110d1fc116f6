"""Two results case by case: what got better, what got worse, and whether it is more than noise."""

from __future__ import annotations

from collections.abc import Mapping

from evals.case import Strict
from evals.errors import ResultError
from evals.interval import holm, mcnemar, paired_bootstrap
from evals.measures import BETTER
from evals.record import CaseRecord
from evals.result import Result

NEWS = 0.05  # an adjusted p below this is news; above it, noise


class Change(Strict):
    """What became of one figure over the cases that both results measured.

    ``before`` and ``after`` are means over those ``n`` cases. ``better`` and ``worse`` name the cases that changed,
    in the sense in which the measure is good. ``p`` is adjusted for the number of figures compared (Holm). ``test``
    is "McNemar, exact" where every case is a yes or no and "paired bootstrap" otherwise.
    """

    name: str
    n: int
    before: float
    after: float
    better: tuple[str, ...]
    worse: tuple[str, ...]
    p: float
    test: str

    @property
    def news(self) -> str:
        """ "better", "worse", or "noise" when the change may well be chance."""
        if self.p >= NEWS or self.before == self.after:
            return "noise"
        risen = self.after > self.before
        return "better" if risen == (BETTER.get(self.name, 1) >= 0) else "worse"


def compare(before: Result, after: Result) -> list[Change]:
    """The change of every figure that both results have cases of.

    A case counts for a figure when both results scored it. Cases are matched by set and id, and must ask the same
    question where both results keep their texts.

    Raises:
        ResultError: when the results share no case, or a case asks different questions.
    """
    old = {case.key: case for case in before.cases}
    new = {case.key: case for case in after.cases}
    shared = [key for key in new if key in old]
    if not shared:
        raise ResultError(
            "expected two results over the same questions, found none in common; compare runs of the same set"
        )
    for key in shared:
        if old[key].question and new[key].question and old[key].question != new[key].question:
            raise ResultError(
                f"expected {key} to ask the same question in both results, found two; the set was changed"
            )
    changes = [_change(name, {k: old[k] for k in shared}, new) for name in BETTER if name != "failed"]
    found = [change for change in changes if change is not None]
    adjusted = holm([change.p for change in found])
    return [change.model_copy(update={"p": p}) for change, p in zip(found, adjusted, strict=True)]


def _change(name: str, old: Mapping[str, CaseRecord], new: Mapping[str, CaseRecord]) -> Change | None:
    pairs = {key: (_share(case, name), _share(new[key], name)) for key, case in old.items()}
    both = {key: (a, b) for key, (a, b) in pairs.items() if a is not None and b is not None}
    if not both:
        return None
    sign = BETTER[name] or 1
    better = tuple(key for key, (a, b) in both.items() if sign * (b - a) > 0)
    worse = tuple(key for key, (a, b) in both.items() if sign * (b - a) < 0)
    binary = all(a in (0, 1) and b in (0, 1) for a, b in both.values())
    return Change(
        name=name,
        n=len(both),
        before=sum(a for a, _ in both.values()) / len(both),
        after=sum(b for _, b in both.values()) / len(both),
        better=better,
        worse=worse,
        p=mcnemar(len(better), len(worse)) if binary else paired_bootstrap([b - a for a, b in both.values()]),
        test="McNemar, exact" if binary else "paired bootstrap",
    )


def _share(case: CaseRecord, name: str) -> float | None:
    score = case.scores.get(name)
    return None if score is None else score.share
