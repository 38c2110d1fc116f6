"""Every measure by name, with its definition: the scorer of a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from inspect import getdoc
from typing import Any

from assistant.answer import Answer
from evals import answer_metrics, citation_metrics, retrieval_metrics
from evals.case import Case
from evals.judge import Judgement
from evals.score import Score, whole
from evals.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Graded:
    """What a measure looks at: a case, its answer, the library, and what the judges say.

    ``judgements`` are the judge's opinions of the statements shown; ``grade`` is the grader's score of the whole answer,
    None when there is no grader or nothing to grade.
    """

    case: Case
    answer: Answer
    shelf: Shelf
    judgements: Sequence[Judgement]
    grade: Score | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its name, its family, its definition in words, and the function that scores one case.

    ``better`` is 1 when higher is better, -1 when lower is, 0 when neither is.
    """

    name: str
    family: str
    definition: str
    score: Callable[[Graded], Score | None]
    better: int = 1


def _retrieval(name: str, function: Callable[..., float], **fixed: int) -> Measure:
    scorer = partial(function, **fixed)

    def score(graded: Graded) -> Score | None:
        return whole(scorer(graded.answer.passages, graded.case)) if graded.case.evidence else None

    return Measure(name, "retrieval", _definition(function), score)


def _answer(name: str, family: str, function: Callable[[Answer, Case], float | None], better: int = 1) -> Measure:
    def score(graded: Graded) -> Score | None:
        value = function(graded.answer, graded.case)
        return None if value is None else whole(value)

    return Measure(name, family, _definition(function), score, better)


def _measured(
    name: str, function: Callable[..., Score | None], pick: Callable[[Graded], tuple[Any, ...]], better: int = 1
) -> Measure:
    return Measure(name, "citations", _definition(function), lambda graded: function(*pick(graded)), better)


def _definition(function: Callable[..., object]) -> str:
    return " ".join((getdoc(function) or "").split())


def _judged_correct(graded: Graded) -> Score | None:
    """Correctness as a grader sees it: the share of answers that say what the reference answer says.

    For an unanswerable question only an abstention is correct, for an answerable one it never is; neither is shown to the
    grader. None without a grader, or without a reference. What the grader could not judge is unscored.
    """
    return graded.grade


def _answer_and_shelf(graded: Graded) -> tuple[Answer, Shelf]:
    return graded.answer, graded.shelf


def _only_judgements(graded: Graded) -> tuple[Sequence[Judgement]]:
    return (graded.judgements,)


def _answer_and_case(graded: Graded) -> tuple[Answer, Case]:
    return graded.answer, graded.case


def _only_answer(graded: Graded) -> tuple[Answer]:
    return (graded.answer,)


MEASURES: tuple[Measure, ...] = (
    *(_retrieval(f"hit@{k}", retrieval_metrics.hit, k=k) for k in (1, 3, 5, 10)),
    *(_retrieval(f"evidence recall@{k}", retrieval_metrics.evidence_recall, k=k) for k in (5, 10)),
    _retrieval("MRR", retrieval_metrics.reciprocal_rank),
    _retrieval("nDCG@10", retrieval_metrics.ndcg, k=10),
    *(_retrieval(f"character precision@{k}", retrieval_metrics.character_precision, k=k) for k in (1, 5, 10)),
    *(_retrieval(f"character recall@{k}", retrieval_metrics.character_recall, k=k) for k in (1, 5, 10)),
    _answer("wrong contract", "retrieval", retrieval_metrics.wrong_contract, better=-1),
    _measured("verbatim", citation_metrics.verbatim, _answer_and_shelf),
    _measured("page right", citation_metrics.page_right, _answer_and_shelf),
    _measured("faithfulness", citation_metrics.faithfulness, _only_judgements),
    _measured("citation recall", citation_metrics.citation_recall, _only_judgements),
    _measured("citation precision", citation_metrics.citation_precision, _only_judgements),
    _measured("cites the evidence", citation_metrics.cites_evidence, _answer_and_case),
    _measured("uncited", citation_metrics.uncited, _only_answer, better=-1),
    _measured("withheld", citation_metrics.withheld, _only_answer, better=0),
    _answer("correct", "answers", answer_metrics.correct),
    Measure("judged correct", "answers", _definition(_judged_correct), _judged_correct),
    _answer("token F1", "answers", answer_metrics.token_f1),
    _answer("rejection", "abstention", answer_metrics.rejection),
    _answer("coverage", "abstention", answer_metrics.coverage),
    _answer("model failed", "answers", answer_metrics.model_failed, better=-1),
)

BETTER = {measure.name: measure.better for measure in MEASURES} | {"failed": -1}


def score_case(graded: Graded) -> dict[str, Score]:
    """The scores of one case by measure; measures that say nothing about it are left out."""
    scores = {measure.name: measure.score(graded) for measure in MEASURES}
    return {name: score for name, score in scores.items() if score is not None}
