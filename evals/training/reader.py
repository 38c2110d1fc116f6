"""Trains the cross-encoder that comes with the program, and makes the file that is shipped.

    python -m evals.training.reader OUT --models FOLDER [--corpus FOLDER] [--minutes M M M] [--led ROWS]
    python -m evals.training.reader OUT --models FOLDER --go-on --minutes 0 0 70 --led ROWS

The second line goes on from the file that is shipped. The first begins as the embedder (`evals.training.e5`), and learns first to tell
the passage that answers a question from those that are easily taken for it, then to tell the statements that words bear out from
those that they do not, and the questions that they answer from those that only come near, with questions of the first kind in between,
and last, with some of these in each step, which of the pieces that lead for a question stands in words that answer it
(`evals.training.leading` gathers the rows).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor
from wordfreq import top_n_list

from assistant.retrieval.cross_encoder import MODEL, PACKAGE
from evals.goldset import read_rows
from evals.training import e5
from evals.training.asked import Asked, asked_questions
from evals.training.compact import WORDS, make
from evals.training.examples import read_material
from evals.training.joint_model import JointModel
from evals.training.leading import Led
from evals.training.lessons import Lessons, asked_pair, stated_pair
from evals.training.recipe import Recipe
from evals.training.shipped_layers import shipped_layers
from evals.training.statements import read_statements
from evals.training.trainer import Shuffled, Trainer
from evals.training.validation import validate
from ingest import compact

_MEASURED = 300  # pairs of texts on which the values inside the model are measured, to make its matrices even


def train(model: JointModel, lessons: Lessons, recipe: Recipe) -> dict[str, object]:
    """Train, and tell how it went."""
    asked, stated = Shuffled(lessons.asked, recipe.seed), Shuffled(lessons.stated, recipe.seed)
    led = Shuffled(lessons.led, recipe.seed)
    chance = random.Random(recipe.seed)  # noqa: S311 - not for secrets
    trainer = Trainer(model, recipe)

    def said(words: int) -> Tensor:
        rows = stated.take(words)
        return lessons.statements(model, rows) + lessons.near_questions(model, rows)

    def questions() -> Tensor:
        return lessons.questions(model, asked.take(recipe.questions))

    def statements() -> Tensor:
        cost = said(recipe.words)
        if lessons.asked and chance.random() < recipe.asked:
            cost = cost + lessons.questions(model, asked.take(recipe.asked_batch))
        return cost

    def leads() -> Tensor:
        return lessons.leads(model, led.take(recipe.led)) + said(recipe.words_beside)

    sizes = (
        (len(lessons.asked), recipe.questions),
        (len(lessons.stated), recipe.words),
        (len(lessons.led), recipe.led),
    )
    taken = [
        trainer.run(cost.__name__, epochs * rows // batch, minutes, cost)
        for cost, (rows, batch), epochs, minutes in zip(
            (questions, statements, leads), sizes, recipe.epochs, recipe.minutes, strict=True
        )
    ]
    return {"steps": taken, "recipe": asdict(recipe)}


def ship(model: JointModel, lessons: Lessons, out: Path, seed: int) -> None:
    """Write the trained layers and the file that is shipped, and print its hash, for `assistant.retrieval.cross_encoder`."""
    model.save(out / "model")
    chosen = random.Random(seed)  # noqa: S311 - not for secrets
    rows = chosen.sample([row for row in lessons.stated if row.true and row.answered], _MEASURED // 2)
    texts = [
        pair for row in rows for pair in (asked_pair(row.answered[0], row.words), stated_pair(row.true[0], row.words))
    ]
    words = {word for language in ("en", "fr") for word in top_n_list(language, WORDS)}
    make(out / "model", out, words, texts, model.classifier())
    content = (out / "model.onnx").read_bytes()
    print(f"model.onnx: {len(content):,} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}")


def _questions(given: argparse.Namespace, recipe: Recipe) -> Sequence[Asked]:
    """Those of the first part, which the second mixes in; none where neither is trained, for it takes long to read them."""
    if not any(recipe.minutes[:2]):
        return ()
    embedder = compact.load()
    return asked_questions(read_material(given.corpus, embedder, recipe.contracts), embedder)


def main() -> None:
    """Read the material, train, write, validate."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--models", type=Path, required=True, help="where the model that training begins with is assembled"
    )
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    parser.add_argument(
        "--minutes", type=float, nargs=3, default=Recipe().minutes, help="of the three parts, 0 to leave one out"
    )
    parser.add_argument("--led", type=Path, help="rows of evals.training.leading; without them there is no third part")
    parser.add_argument(
        "--go-on", type=Path, nargs="?", const=Path(), help="go on from the file that is shipped, or from this one"
    )
    parser.add_argument("--seed", type=int, default=Recipe().seed, help="of the order in which rows are taken")
    given = parser.parse_args()
    recipe = Recipe(minutes=tuple(given.minutes), seed=given.seed)
    torch.manual_seed(recipe.seed)
    asked, stated = _questions(given, recipe), read_statements(given.corpus)
    led = read_rows(given.led, Led) if given.led else []
    lessons = Lessons(asked, stated, led, recipe)
    print(
        f"{len(asked)} and {len(lessons.led)} questions, statements about {len(lessons.stated)} words", file=sys.stderr
    )
    model = JointModel(e5.model_folder(given.models), 2, recipe.tokens, recipe.frozen)
    if given.go_on is not None:
        shipped = given.go_on.read_bytes() if given.go_on.name else compact.packaged(PACKAGE, *MODEL)
        model.restore(shipped_layers(shipped))
    told = train(model, lessons, recipe)
    ship(model, lessons, given.out, recipe.seed)
    told["validation"] = validate(model, asked, stated, led)
    (given.out / "training.json").write_text(json.dumps(told, indent=1))
    print(json.dumps(told["validation"]), file=sys.stderr)


if __name__ == "__main__":
    main()
