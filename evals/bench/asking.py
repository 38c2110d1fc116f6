"""Warm questions without a model: seconds by stage, and whether every quote is what it claims to be."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from assistant.answer import Answer
from evals.bench.reading import Tell
from evals.case import Case, Scope, Strict
from evals.citation_metrics import page_right, verbatim
from evals.draft import Draft
from evals.latency import Latency, latencies, stages
from evals.run import System
from evals.score import Score
from evals.sets import open_set, thin
from evals.shelf import Shelf

WARM_UP = 5  # questions asked before the clock counts


class Asking(Strict):
    """A system's way with the questions.

    ``latency`` is by stage, in seconds, as the answers themselves say. Of ``quotes`` citations shown, ``verbatim`` equal
    their document's text from start to end and ``on_page`` stand on the page named. ``silent`` answers abstained.
    """

    stack: str
    scope: Scope
    questions: int
    silent: int
    latency: tuple[Latency, ...]
    quotes: int
    verbatim: int
    on_page: int


def questions(corpus: Path, sets: Sequence[str], contracts: Collection[str], limit: int) -> list[Case]:
    """At most ``limit`` questions of the sets on the contracts, evenly spread over what each later set has to add.

    Raises:
        GoldError: when a set is missing or malformed.
    """
    asked: list[Draft] = []
    for name in sets:
        rest = limit - len(asked)
        known = [draft for draft in open_set(name, corpus).drafts if draft.case.contract in contracts]
        asked += thin(known, rest) if rest else []
    return [draft.case for draft in asked]


def ask_all(system: System, shelf: Shelf, cases: Sequence[Case], scope: Scope, tell: Tell) -> Asking:
    """Ask every question within the scope, one after the other.

    Args:
        system: what is asked; warm after the first questions, which are asked twice.
        shelf: the library that it answers from.
        cases: the questions, whose contracts the library holds.
        scope: whether the contract is selected beforehand.
        tell: told how far it has got.
    """
    scoped = [case.model_copy(update={"scope": scope}) for case in cases]
    for case in scoped[:WARM_UP]:
        system.ask(case)
    answers: list[Answer] = []
    for number, case in enumerate(scoped, start=1):
        tell(f"{system.name}: question {number} of {len(scoped)}, {scope} selected")
        answers.append(system.ask(case))
    quoted = [score for answer in answers if (score := verbatim(answer, shelf))]
    placed = [score for answer in answers if (score := page_right(answer, shelf))]
    return Asking(
        stack=system.name,
        scope=scope,
        questions=len(answers),
        silent=sum(answer.abstained is not None for answer in answers),
        latency=tuple(latencies([stages(answer) for answer in answers])),
        quotes=_possible(quoted),
        verbatim=_gained(quoted),
        on_page=_gained(placed),
    )


def _possible(scores: Sequence[Score]) -> int:
    return round(sum(score.possible for score in scores))


def _gained(scores: Sequence[Score]) -> int:
    return round(sum(score.gained for score in scores))
