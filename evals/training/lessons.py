"""What a step of the cross-encoder's training sees, and what it costs to be wrong.

Each judgement is trained by cross-entropy, both answers weighing alike, and by pairs: of two passages for one question, or two
questions or statements about the same words, the right one has to lead (Burges et al. 2005, "Learning to rank using gradient descent").
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

import torch
from torch import Tensor, nn

from assistant.retrieval.cross_encoder import ANSWERS, BEARS_OUT, STATEMENT_PREFIX
from evals.training.asked import Asked
from evals.training.examples import held_out
from evals.training.joint_model import JointModel, Pair
from evals.training.leading import Led
from evals.training.recipe import Recipe
from evals.training.statements import StatedWords
from ingest.compact import PASSAGE_PREFIX, QUESTION_PREFIX

_RIGHT, _WRONG = 3, 4  # pieces of a question that are read in a step
_SURE = 1.5  # of a piece's score


class Lessons:
    """What a training step sees, and what it costs to be wrong."""

    def __init__(
        self, asked: Sequence[Asked], stated: Sequence[StatedWords], led: Sequence[Led], recipe: Recipe
    ) -> None:
        self._recipe = recipe
        self.led = [row for row in led if not held_out(row.contract) and (row.near or _open(row))]
        self._random = random.Random(recipe.seed)  # noqa: S311 - not for secrets
        self.asked = [row for row in asked if not held_out(row.contract)]
        self.stated = [row for row in stated if not held_out(row.contract)]
        self._of_contract: dict[str, list[StatedWords]] = defaultdict(list)
        for row in self.stated:
            self._of_contract[row.contract].append(row)

    def questions(self, model: JointModel, rows: Sequence[Asked]) -> Tensor:
        """The cost of a batch of questions: each with a passage that answers it and one that does not."""
        pairs: list[Pair] = []
        right: list[bool] = []
        twins: list[tuple[int, int]] = []
        for row in rows:
            if row.answering:
                pairs.append(asked_pair(row.question, self._random.choice(row.answering)))
                right.append(True)
            if row.others:
                # of a question that nothing answers, the two nearest passages tell the most
                pairs.append(
                    asked_pair(row.question, self._random.choice(row.others if row.answering else row.others[:2]))
                )
                right.append(False)
            if row.answering and row.others:
                twins.append((len(pairs) - 2, len(pairs) - 1))
        scores = model.scores(pairs)[:, ANSWERS]
        return _told_apart(scores, right) + _leading([(scores[a : a + 1], scores[b : b + 1]) for a, b in twins])

    def statements(self, model: JointModel, rows: Sequence[StatedWords]) -> Tensor:
        """The cost of a batch of words with all the statements about them; of half of them, a true one about other words too."""
        return self._beside(model, BORNE_OUT, rows)

    def near_questions(self, model: JointModel, rows: Sequence[StatedWords]) -> Tensor:
        """The cost of a batch of words with the questions about them: those that they answer have to lead those that come near.

        Of half of them, an answered one is asked of other words too.
        """
        return self._beside(model, ANSWERED, rows)

    def _beside(self, model: JointModel, judgement: Judgement, rows: Sequence[StatedWords]) -> Tensor:
        """The cost of a batch of words with what is said about them, of half of them with something right about other words too."""
        pairs: list[Pair] = []
        right: list[bool] = []
        groups: list[tuple[int, int, int]] = []
        for row in rows:
            first, borne = len(pairs), judgement.right(row)
            pairs += judgement.pairs(row)
            right += [True] * len(borne) + [False] * (len(pairs) - first - len(borne))
            groups.append((first, first + len(borne), len(pairs)))
            if borne and self._random.random() < 0.5:
                pairs.append(judgement.pair(self._random.choice(borne), self._other(row).words))
                right.append(False)
        if not pairs:
            return torch.zeros(())
        scores = model.scores(pairs)[:, judgement.column]
        return _told_apart(scores, right) + _leading([(scores[a:b], scores[b:c]) for a, b, c in groups])

    def leads(self, model: JointModel, rows: Sequence[Led]) -> Tensor:
        """The cost of a batch of questions with the pieces that lead for each: the best of those that answer has to lead the others.

        Only the best, for of the words that were marked as answering a question not every sentence does on its own.
        """
        pairs: list[Pair] = []
        groups: list[tuple[int, int, int]] = []
        for row in rows:
            right = [piece for piece in row.pieces if piece.right][:_RIGHT]
            wrong = [piece for piece in row.pieces if not piece.right][: _WRONG if right else _WRONG // 2]
            first = len(pairs)
            pairs += [asked_pair(row.question, piece.words) for piece in (*right, *wrong)]
            groups.append((first, first + len(right), len(pairs)))
        scores = model.scores(pairs)[:, ANSWERS]
        led = [(scores[a:b].max()[None] if b > a else scores[a:a], scores[b:c]) for a, b, c in groups]
        best, behind = torch.cat([right for right, _ in led]), torch.cat([wrong for _, wrong in led])
        told = _told_apart(torch.cat([best, behind]), [True] * len(best) + [False] * len(behind))
        return told + _leading(led)

    def _other(self, row: StatedWords) -> StatedWords:
        """Other words, of the same contract where there are any."""
        others = [other for other in self._of_contract[row.contract] if other is not row]
        return self._random.choice(others or self.stated)


def _open(row: Led) -> bool:
    """Whether scores alone leave it open which piece leads; where they are sure there is nothing to learn."""
    right = [piece.score for piece in row.pieces if piece.right]
    wrong = [piece.score for piece in row.pieces if not piece.right]
    return bool(right and wrong) and max(right) - max(wrong) < _SURE


def asked_pair(question: str, passage: str) -> Pair:
    """A question and words, as they are read together."""
    return QUESTION_PREFIX + question, PASSAGE_PREFIX + " ".join(passage.split())


def stated_pair(statement: str, words: str) -> Pair:
    """A statement and words, as they are read together."""
    return STATEMENT_PREFIX + statement, PASSAGE_PREFIX + words


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judgement of words and what is said about them: its column, what is right, what is wrong, and how both are read."""

    column: int
    right: Callable[[StatedWords], tuple[str, ...]]
    wrong: Callable[[StatedWords], tuple[str, ...]]
    pair: Callable[[str, str], Pair]

    def pairs(self, row: StatedWords) -> list[Pair]:
        """What is said about the words beside them, what is right first."""
        return [self.pair(said, row.words) for said in (*self.right(row), *self.wrong(row))]


BORNE_OUT = Judgement(BEARS_OUT, attrgetter("true"), attrgetter("false"), stated_pair)
ANSWERED = Judgement(ANSWERS, attrgetter("answered"), attrgetter("near"), asked_pair)


def _told_apart(scores: Tensor, right: Sequence[bool]) -> Tensor:
    """Cross-entropy, the right ones and the wrong ones weighing alike."""
    wanted = torch.tensor([float(each) for each in right])
    share = wanted.mean().clamp(0.05, 0.95)
    weights = torch.where(wanted > 0, 0.5 / share, 0.5 / (1 - share))
    return nn.functional.binary_cross_entropy_with_logits(scores, wanted, weight=weights)


def _leading(groups: Iterable[tuple[Tensor, Tensor]]) -> Tensor:
    """What it costs that right ones do not lead the wrong ones of their group."""
    costs = [
        nn.functional.softplus(wrong[None, :] - right[:, None]).mean()
        for right, wrong in groups
        if len(right) and len(wrong)
    ]
    return torch.stack(costs).mean() if costs else torch.zeros(())
