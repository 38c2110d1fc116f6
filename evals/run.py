"""Cases + system + scorers: a run, which can be interrupted and goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from assistant.answer import Answer
from assistant.errors import AssistantError
from evals.case import Case
from evals.error_split import Blame, blame
from evals.journal import Journal
from evals.judge import Grader, Judge, judge_answer
from evals.lost import lost
from evals.measures import MEASURES, Graded, score_case
from evals.record import CaseRecord, record
from evals.score import Score, whole
from evals.shelf import Shelf
from ingest.errors import IngestError


class System(Protocol):
    """What is measured. ``name`` is recorded with every result."""

    name: str

    def ask(self, case: Case) -> Answer:
        """Answer the case's question, with its history and within its scope, without looking at its gold.

        Raises:
            AssistantError, IngestError: when it cannot answer; the case then counts as failed, and the run goes on.
        """
        ...


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything a run measures with: the system, its library, the judges, and the settings to record.

    ``settings`` also tells runs apart: a folder that holds a run with other settings is refused. The ``grader``, where there is
    one, judges whole answers.
    """

    system: System
    shelf: Shelf
    judge: Judge
    settings: Mapping[str, str] = field(default_factory=dict)
    grader: Grader | None = None


Progress = Callable[[int, int], None]
"""Called after each case with the number done and the number of all."""


def run(
    sets: Mapping[str, Sequence[Case]], bench: Bench, folder: Path, revision: str, progress: Progress | None = None
) -> list[CaseRecord]:
    """Ask and score every case, in order; cases that the folder's journal already holds are not asked again.

    Args:
        sets: the cases of each set by its name.
        bench: what is measured, and with what.
        folder: the run folder, made when missing.
        revision: the program's revision; a journal written by another is refused.
        progress: told of each finished case.

    Raises:
        RunError: when the folder is in use, or holds another run.
    """
    todo = [(name, case) for name, cases in sets.items() for case in cases]
    with Journal(folder, fingerprint(sets, bench, revision)) as journal:
        for number, (name, case) in enumerate(todo, start=1):
            if f"{name}/{case.id}" not in journal.done:
                journal.append(examine(name, case, bench))
            if progress:
                progress(number, len(todo))
        return [journal.done[f"{name}/{case.id}"] for name, case in todo]


def examine(set_name: str, case: Case, bench: Bench) -> CaseRecord:
    """Ask one question and score the answer. A system that breaks down is scored as one that says nothing of use."""
    failure: str | None = None
    try:
        answer = bench.system.ask(case)
    except (AssistantError, IngestError) as error:
        failure = f"{type(error).__name__}: {error}"
        answer = Answer(case.question, case.lang, None, None, "")
    grade = grade_answer(case, answer, bench.grader) if bench.grader else None
    scores = score_case(Graded(case, answer, bench.shelf, judge_answer(answer, bench.judge), grade))
    blamed = _blame(case, answer, scores, failure, bench.shelf)
    return record(set_name, case, answer, scores, blamed, failure, lost(case, answer, bench.shelf))


def grade_answer(case: Case, answer: Answer, grader: Grader) -> Score | None:
    """The grader's score of an answer; silence is graded without him, and None is returned where there is no reference."""
    if not case.answerable or answer.abstained:
        return whole(bool(answer.abstained) and not case.answerable)
    if not case.answer:
        return None
    verdict = grader.agrees(case.question, answer.text, case.answer)
    return Score(0, 0, 1) if verdict is None else whole(verdict)


def fingerprint(sets: Mapping[str, Sequence[Case]], bench: Bench, revision: str) -> str:
    """What tells one run from another: its cases, system, judge, settings, measures and revision, as 64 hex digits."""
    described = {
        "cases": {name: [case.model_dump(mode="json") for case in cases] for name, cases in sets.items()},
        "system": bench.system.name,
        "judge": bench.judge.name,
        "settings": dict(bench.settings),
        "measures": [(measure.name, measure.definition) for measure in MEASURES],
        "revision": revision,
    }
    return hashlib.sha256(json.dumps(described, sort_keys=True).encode()).hexdigest()


def _blame(case: Case, answer: Answer, scores: Mapping[str, Score], failure: str | None, shelf: Shelf) -> Blame | None:
    if failure is not None:
        return Blame.FAILED
    correct = scores.get("correct")
    return blame(case, answer, shelf) if correct is not None and correct.gained == 0 else None
