"""The result of a run: every case, every figure, and what they were measured with; its JSON file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

from pydantic import ValidationError

from evals.abstention import Confidence, CurvePoint, curve
from evals.case import Strict
from evals.cost import Cost, costs
from evals.errors import ResultError
from evals.figure import Figure, figure
from evals.latency import Latency, latencies
from evals.measures import MEASURES
from evals.record import CaseRecord
from evals.score import Score


class Origin(Strict):
    """What was measured, and with what: set by the run, not by its outcome.

    ``settings`` are the system's own (model, prompts' versions, threshold …), ``created`` is ISO 8601 in UTC.
    """

    created: str
    revision: str
    versions: dict[str, str]
    system: str
    judge: str
    settings: dict[str, str]
    scope: str


class SetNotes(Strict):
    """A set as measured.

    ``asked`` of its ``questions`` were asked. ``evidence`` counts their gold quotes; the lists name the case of each
    that was not located, or stands on another page than the annotator says.
    """

    name: str
    asked: int
    questions: int
    evidence: int
    unlocated: tuple[str, ...]
    other_page: tuple[str, ...]


class Result(Strict):
    """A finished run."""

    origin: Origin
    sets: tuple[SetNotes, ...]
    figures: tuple[Figure, ...]
    errors: dict[str, int]
    latency: tuple[Latency, ...]
    curve: tuple[CurvePoint, ...]
    cases: tuple[CaseRecord, ...]
    costs: tuple[Cost, ...] = ()

    def figure(self, name: str, part: str = "all") -> Figure | None:
        """The figure of that name over that part, None when nothing was measured there."""
        return next((f for f in self.figures if f.name == name and f.part == part), None)

    def over(self, other: Self) -> Self:
        """The result as if only those cases had been asked that the other has as well, with the figures over them.

        A part of the questions is held to what the baseline reached on the same part: on others it may be harder.
        """
        keys = {case.key for case in other.cases}
        shared = [case for case in self.cases if case.key in keys]
        return self.model_copy(update={"cases": tuple(shared), "figures": tuple(_figures(shared))})

    def without_texts(self) -> Self:
        """The result without questions, answers and quotes, which may be kept where the contracts may not."""
        return self.model_copy(update={"cases": tuple(case.without_texts() for case in self.cases)})

    def save(self, path: Path) -> None:
        """Write the result; the file is there in full or, when this fails, as it was."""
        draft = path.with_name(path.name + ".part")
        draft.write_text(self.model_dump_json() + "\n", encoding="utf-8")
        draft.replace(path)


def load_result(path: Path) -> Result:
    """The result in a file.

    Raises:
        ResultError: when there is none, or it cannot be read.
    """
    try:
        return Result.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ResultError(f"{path}: expected the result of a run: {error}") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        raise ResultError(f"{path}: expected the result of a run of this version; {where}: {first['msg']}") from error


def conclude(origin: Origin, sets: Sequence[SetNotes], cases: Sequence[CaseRecord]) -> Result:
    """The result of the finished cases."""
    sure = [Confidence(value=c.confidence, answerable=c.answerable) for c in cases if c.confidence is not None]
    return Result(
        origin=origin,
        sets=tuple(sets),
        figures=tuple(_figures(cases)),
        errors=dict(Counter(str(case.blame) for case in cases if case.blame)),
        latency=tuple(latencies([case.seconds for case in cases if case.failure is None])),
        costs=tuple(costs([case.passages for case in cases], [case.tokens for case in cases if case.tokens])),
        curve=tuple(curve(sure)),
        cases=tuple(cases),
    )


def _figures(cases: Sequence[CaseRecord]) -> Iterable[Figure]:
    parts: dict[str, list[CaseRecord]] = {"all": []}
    for case in cases:
        for part in case.parts:
            parts.setdefault(part, []).append(case)
    for part, members in parts.items():
        failures = [Score(float(case.failure is not None), 1) for case in members]
        yield figure("failed", failures, part)
        for measure in MEASURES:
            scores = [case.scores[measure.name] for case in members if measure.name in case.scores]
            if scores:
                yield figure(measure.name, scores, part)
