"""Trains the cross-encoder that comes with the program, and makes the file that is shipped.

    python -m evals.training.reader OUT --models FOLDER [--corpus FOLDER] [--minutes M M]
    python -m evals.training.reader OUT --models FOLDER --go-on --minutes 0 M

The second line goes on from the file that is shipped. The first begins as the embedder (`evals.training.e5`), and learns first to tell
the passage that answers a question from those that are easily taken for it, and then to tell the statements that words bear out from
those that they do not, and the questions that they answer from those that only come near, with questions of the first kind in between. Each
judgement is trained by cross-entropy, both answers weighing alike, and by pairs: of two passages for one question, or two
questions or statements about the same words, the right one has to lead (Burges et al. 2005, "Learning to rank using gradient descent").
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from operator import attrgetter
from pathlib import Path
from typing import Generic, TypeVar

import torch
from torch import Tensor, nn
from wordfreq import top_n_list

from assistant.retrieval.cross_encoder import ANSWERS, BEARS_OUT, MODEL, PACKAGE, STATEMENT_PREFIX
from evals.training import e5
from evals.training.asked import Asked, asked_questions
from evals.training.compact import WORDS, make
from evals.training.examples import held_out, read_material
from evals.training.joint_model import JointModel, Pair
from evals.training.shipped_layers import shipped_layers
from evals.training.statements import StatedWords, read_statements
from ingest import compact
from ingest.compact import PASSAGE_PREFIX, QUESTION_PREFIX

Row = TypeVar("Row")

_MEASURED = 300  # pairs of texts on which the values inside the model are measured, to make its matrices even


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train. ``minutes`` bounds the time of the first part and of the second; ``asked`` is the share of steps of the second part
    that also see ``asked_batch`` questions."""

    minutes: tuple[float, float] = (36.0, 69.0)
    epochs: tuple[int, int] = (2, 4)
    contracts: int = 140
    questions: int = 24
    words: int = 10
    asked: float = 0.35
    asked_batch: int = 12
    rate: float = 5e-5
    classifier_rate: float = 1e-3
    tokens: int = 224
    frozen: int = 2
    warm_up: int = 20
    seed: int = 1


class Lessons:
    """What a training step sees, and what it costs to be wrong."""

    def __init__(self, asked: Sequence[Asked], stated: Sequence[StatedWords], recipe: Recipe) -> None:
        self._recipe = recipe
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
                pairs.append(_asked(row.question, self._random.choice(row.answering)))
                right.append(True)
            if row.others:
                # of a question that nothing answers, the two nearest passages tell the most
                pairs.append(_asked(row.question, self._random.choice(row.others if row.answering else row.others[:2])))
                right.append(False)
            if row.answering and row.others:
                twins.append((len(pairs) - 2, len(pairs) - 1))
        scores = model.scores(pairs)[:, ANSWERS]
        return _told_apart(scores, right) + _leading([(scores[a : a + 1], scores[b : b + 1]) for a, b in twins])

    def statements(self, model: JointModel, rows: Sequence[StatedWords]) -> Tensor:
        """The cost of a batch of words with all the statements about them; of half of them, a true one about other words too."""
        return self._beside(model, _BORNE_OUT, rows)

    def near_questions(self, model: JointModel, rows: Sequence[StatedWords]) -> Tensor:
        """The cost of a batch of words with the questions about them: those that they answer have to lead those that come near.

        Of half of them, an answered one is asked of other words too.
        """
        return self._beside(model, _ANSWERED, rows)

    def _beside(self, model: JointModel, judgement: _Judgement, rows: Sequence[StatedWords]) -> Tensor:
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

    def _other(self, row: StatedWords) -> StatedWords:
        """Other words, of the same contract where there are any."""
        others = [other for other in self._of_contract[row.contract] if other is not row]
        return self._random.choice(others or self.stated)


def _asked(question: str, passage: str) -> Pair:
    return QUESTION_PREFIX + question, PASSAGE_PREFIX + " ".join(passage.split())


def _stated(statement: str, words: str) -> Pair:
    return STATEMENT_PREFIX + statement, PASSAGE_PREFIX + words


@dataclass(frozen=True, slots=True)
class _Judgement:
    """A judgement of words and what is said about them: its column, what is right, what is wrong, and how both are read."""

    column: int
    right: Callable[[StatedWords], tuple[str, ...]]
    wrong: Callable[[StatedWords], tuple[str, ...]]
    pair: Callable[[str, str], Pair]

    def pairs(self, row: StatedWords) -> list[Pair]:
        """What is said about the words beside them, what is right first."""
        return [self.pair(said, row.words) for said in (*self.right(row), *self.wrong(row))]


_BORNE_OUT = _Judgement(BEARS_OUT, attrgetter("true"), attrgetter("false"), _stated)
_ANSWERED = _Judgement(ANSWERS, attrgetter("answered"), attrgetter("near"), _asked)


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


class Shuffled(Generic[Row]):
    """Rows without end, each as often as the others, in an order that changes."""

    def __init__(self, rows: Sequence[Row], seed: int) -> None:
        self._rows = rows
        self._left: list[Row] = []
        self._random = random.Random(seed)  # noqa: S311 - not for secrets

    def take(self, count: int) -> list[Row]:
        """The next rows."""
        if len(self._left) < count:
            self._left = self._random.sample(list(self._rows), len(self._rows))
        return [self._left.pop() for _ in range(count)]


class Trainer:
    """Takes the steps of one part of the training after the other.

    Args:
        model: what is trained.
        recipe: how.
    """

    def __init__(self, model: JointModel, recipe: Recipe) -> None:
        self._model = model
        self._recipe = recipe

    def run(self, name: str, steps: int, minutes: float, cost: Callable[[], Tensor]) -> int:
        """Take so many steps, or as many as the time allows, none in no time; how many they were."""
        if not minutes:
            return 0
        body, classifier = self._model.body_parameters(), self._model.classifier_parameters()
        rates = (self._recipe.rate, self._recipe.classifier_rate)
        optimiser = torch.optim.AdamW(
            [{"params": each, "lr": rate} for each, rate in zip((body, classifier), rates, strict=True)],
            weight_decay=0.01,
        )
        began, step = time.monotonic(), 0
        # the schedule follows time as well as steps, so that a slow machine also ends on a small rate
        while (done := max(step / steps, (time.monotonic() - began) / (60 * minutes))) < 1.0:
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * min(1.0, (step + 1) / self._recipe.warm_up) * (1.0 - done)
            loss = cost()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it without types
            nn.utils.clip_grad_norm_(body, 1.0)
            optimiser.step()
            step += 1
            if step % 25 == 0:
                _say(
                    f"{name}: step {step} of {steps}, {done:.0%}, loss {loss.item():.3f}, {time.monotonic() - began:.0f} s"
                )
        return step


def train(model: JointModel, lessons: Lessons, recipe: Recipe) -> dict[str, object]:
    """Train, and tell how it went."""
    asked, stated = Shuffled(lessons.asked, recipe.seed), Shuffled(lessons.stated, recipe.seed)
    chance = random.Random(recipe.seed)  # noqa: S311 - not for secrets
    trainer = Trainer(model, recipe)

    def both() -> Tensor:
        rows = stated.take(recipe.words)
        cost = lessons.statements(model, rows) + lessons.near_questions(model, rows)
        if chance.random() < recipe.asked:
            cost = cost + lessons.questions(model, asked.take(recipe.asked_batch))
        return cost

    first = recipe.epochs[0] * len(lessons.asked) // recipe.questions
    second = recipe.epochs[1] * len(lessons.stated) // recipe.words
    taken = [
        trainer.run(
            "questions", first, recipe.minutes[0], lambda: lessons.questions(model, asked.take(recipe.questions))
        ),
        trainer.run("statements", second, recipe.minutes[1], both),
    ]
    return {"steps": taken, "recipe": asdict(recipe)}


@torch.no_grad()
def validate(model: JointModel, asked: Sequence[Asked], stated: Sequence[StatedWords]) -> dict[str, float]:
    """On contracts that were kept apart, in percent.

    ``hit@1``: questions for which a passage that answers leads the others; ``answered``: how often the best passage of a
    question that its contract answers has more than that of one that it does not; ``borne out``: how often a true statement has
    more than a false one about the same words; ``statements``: the same of any true and any false one; ``near``: how often a question that
    words answer has more than one that only comes near the same words; ``asked``: the same of any words.
    """
    apart = [row for row in asked if held_out(row.contract)]
    best: dict[bool, list[float]] = {True: [], False: []}
    led = []
    for row in apart:
        scores = model.scores([_asked(row.question, text) for text in (*row.answering[:1], *row.others[:4])])[
            :, ANSWERS
        ]
        best[bool(row.answering)].append(scores.max().item())
        led += [scores.argmax().item() == 0] if row.answering else []
    told = {"hit@1": _share(led), "answered": _share([y > n for y in best[True] for n in best[False]])}
    words = [row for row in stated if held_out(row.contract)]
    told["borne out"], told["statements"] = _led(model, _BORNE_OUT, words)
    told["near"], told["asked"] = _led(model, _ANSWERED, words)
    return told


def _led(model: JointModel, judgement: _Judgement, rows: Sequence[StatedWords]) -> tuple[float, float]:
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


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def ship(model: JointModel, lessons: Lessons, out: Path, seed: int) -> None:
    """Write the trained layers and the file that is shipped, and print its hash, for `assistant.retrieval.cross_encoder`."""
    model.save(out / "model")
    chosen = random.Random(seed)  # noqa: S311 - not for secrets
    asked = chosen.sample([row for row in lessons.asked if row.answering], _MEASURED // 2)
    stated = chosen.sample([row for row in lessons.stated if row.true], _MEASURED // 2)
    texts = [_asked(row.question, row.answering[0]) for row in asked] + [
        _stated(row.true[0], row.words) for row in stated
    ]
    words = {word for language in ("en", "fr") for word in top_n_list(language, WORDS)}
    make(out / "model", out, words, texts, model.classifier())
    content = (out / "model.onnx").read_bytes()
    print(f"model.onnx: {len(content):,} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}")


def main() -> None:
    """Read the material, train, validate, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--models", type=Path, required=True, help="where the model that training begins with is assembled"
    )
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    parser.add_argument(
        "--minutes", type=float, nargs=2, default=Recipe().minutes, help="of the two parts, 0 to leave one out"
    )
    parser.add_argument("--go-on", action="store_true", help="go on from the file that is shipped")
    given = parser.parse_args()
    recipe = Recipe(minutes=tuple(given.minutes))
    torch.manual_seed(recipe.seed)
    embedder = compact.load()
    asked = asked_questions(read_material(given.corpus, embedder, recipe.contracts), embedder)
    stated = read_statements(given.corpus)
    lessons = Lessons(asked, stated, recipe)
    _say(f"{len(lessons.asked)} questions, statements about {len(lessons.stated)} words")
    model = JointModel(e5.model_folder(given.models), 2, recipe.tokens, recipe.frozen)
    if given.go_on:
        model.restore(shipped_layers(compact.packaged(PACKAGE, *MODEL)))
    told = train(model, lessons, recipe) | {"validation": validate(model, asked, stated)}
    ship(model, lessons, given.out, recipe.seed)
    (given.out / "training.json").write_text(json.dumps(told, indent=1))
    _say(json.dumps(told["validation"]))


if __name__ == "__main__":
    main()
