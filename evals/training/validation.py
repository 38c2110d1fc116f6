"""How well the cross-encoder judges what it was not trained on."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from assistant.retrieval.cross_encoder import ANSWERS
from assistant.retrieval.rereading import MOST, WEIGHT
from evals.training.asked import Asked
from evals.training.examples import held_out
from evals.training.joint_model import JointModel
from evals.training.leading import Led
from evals.training.lessons import ANSWERED, BORNE_OUT, Judgement, asked_pair
from evals.training.statements import StatedWords


@torch.no_grad()
def validate(
    model: JointModel, asked: Sequence[Asked], stated: Sequence[StatedWords], led: Sequence[Led]
) -> dict[str, float]:
    """On contracts that were kept apart, in percent.

    ``hit@1``: questions for which a passage that answers leads the others; ``answered``: how often the best passage of a
    question that its contract answers has more than that of one that it does not; ``borne out``: how often a true statement has
    more than a false one about the same words; ``statements``: the same of any true and any false one; ``near``: how often a question that
    words answer has more than one that only comes near the same words; ``asked``: the same of any words. Of the pieces that the
    product ranks first, how often one that answers leads: ``led before`` by their scores, ``led`` with the model's opinion as
    `assistant.retrieval.rereading` weighs it (of all its pieces, close or not), ``led alone`` by the model.
    """
    told = _questions(model, [row for row in asked if held_out(row.contract)])
    words = [row for row in stated if held_out(row.contract)]
    told["borne out"], told["statements"] = _said(model, BORNE_OUT, words)
    told["near"], told["asked"] = _said(model, ANSWERED, words)
    return told | _leads(model, [row for row in led if held_out(row.contract) and not row.near])


def _questions(model: JointModel, rows: Sequence[Asked]) -> dict[str, float]:
    best: dict[bool, list[float]] = {True: [], False: []}
    led = []
    for row in rows:
        pairs = [asked_pair(row.question, text) for text in (*row.answering[:1], *row.others[:4])]
        scores = model.scores(pairs)[:, ANSWERS]
        best[bool(row.answering)].append(scores.max().item())
        led += [scores.argmax().item() == 0] if row.answering else []
    return {"hit@1": _share(led), "answered": _share([y > n for y in best[True] for n in best[False]])}


def _leads(model: JointModel, rows: Sequence[Led]) -> dict[str, float]:
    first: dict[str, list[bool]] = {"led before": [], "led": [], "led alone": []}
    for row in rows:
        alone = model.scores([asked_pair(row.question, piece.words) for piece in row.pieces])[:, ANSWERS].tolist()
        before = [piece.score for piece in row.pieces]
        read = [score + WEIGHT * own for score, own in zip(before[:MOST], alone, strict=False)]
        for name, scores in zip(first, (before, read, alone), strict=True):
            first[name].append(row.pieces[scores.index(max(scores))].right)
    return {name: _share(right) for name, right in first.items()}


def _said(model: JointModel, judgement: Judgement, rows: Sequence[StatedWords]) -> tuple[float, float]:
    """How often what is right has more than what is wrong, in percent: about the same words, and about any."""
    right: list[float] = []
    wrong: list[float] = []
    within: list[bool] = []
    for row in rows:
        if pairs := judgement.pairs(row):
            scores = model.scores(pairs)[:, judgement.column].tolist()
            led, behind = scores[: len(judgement.right(row))], scores[len(judgement.right(row)) :]
            right, wrong = right + led, wrong + behind
            within += [r > w for r in led for w in behind]
    return _share(within), _share([r > w for r in right for w in wrong])


def _share(found: Sequence[bool]) -> float:
    return round(100 * sum(found) / max(1, len(found)), 1)
