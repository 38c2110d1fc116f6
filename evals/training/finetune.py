"""Trains the upper layers of multilingual-e5-small on lay questions and the clauses that answer them.

    python -m evals.training.finetune OUT --models FOLDER [--start MODEL] [--corpus FOLDER] [--contracts N] [--minutes M]

Contrastive: among the passages of a batch (of a few contracts, so that most are from the same one) the question has to find its
own (InfoNCE; van den Oord et al. 2018, arXiv:1807.03748), with the prefixes and the breadcrumbs of the product. Among questions that
come near and are not answered, a passage has to find the one that it answers. The embeddings
and the lower half of the layers stay as they are; what they make of a text is computed once. At the end the new weights are averaged
with the old ones (Wortsman et al. 2022, arXiv:2109.01903), by the share that does best on contracts that were kept apart.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from evals.training import e5
from evals.training.batches import Batches, Recipe
from evals.training.examples import Example, Material, held_out, read_material
from evals.training.halves import Halves
from evals.training.packed_tensors import pack
from ingest.compact import PASSAGE_PREFIX, QUESTION_PREFIX

_FROZEN = 6  # of 12 layers
_FEWEST = 12  # passages; a family with fewer is too easy to tell anything
_VALIDATED = 6  # real contracts
_NOT_ASKED = -1e4  # as a score: counts for nothing
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)


def loss_of(
    halves: Halves, material: Material, batch: tuple[list[Example], list[int], list[int]], recipe: Recipe
) -> Tensor:
    """InfoNCE over the batch; texts that may answer a question too are left out of its negatives."""
    examples, positives, hard = batch
    places = list(dict.fromkeys([*positives, *hard]))
    questions = halves.embed([QUESTION_PREFIX + e.question for e in examples])
    passages = halves.embed([PASSAGE_PREFIX + material.texts[p] for p in places])
    scores = questions @ passages.T / recipe.temperature
    owners = dict(zip(positives, examples, strict=True))
    for row, (example, own) in enumerate(zip(examples, positives, strict=True)):
        for column, place in enumerate(places):
            other = owners.get(place)
            if place != own and (place in example.positives or (other is not None and other.topic == example.topic)):
                scores[row, column] = _NOT_ASKED
    columns = [places.index(p) for p in positives]
    found = nn.functional.cross_entropy(scores, torch.tensor(columns))
    near = _near_loss(halves, material, examples, passages[columns], scores[:, columns], recipe)
    return found + recipe.near * near


def _near_loss(
    halves: Halves,
    material: Material,
    examples: Sequence[Example],
    passages: Tensor,
    scores: Tensor,
    recipe: Recipe,
) -> Tensor:
    """What it costs that a passage is nearer to a question that it does not answer than to its own.

    Row and column n of ``scores`` are of the question of example n and of its passage, ``passages[n]``. Beside the other questions
    of the batch stand those that come near and that its contract does not answer.
    """
    asked = [(f, q) for f in dict.fromkeys(e.family for e in examples) for q in material.near.get(f, ())]
    columns = [scores.T + _same_answer(examples)]
    if asked:
        near = passages @ halves.embed([QUESTION_PREFIX + q for _, q in asked]).T / recipe.temperature
        others = torch.tensor([[family != e.family for family, _ in asked] for e in examples])
        columns.append(near.masked_fill(others, _NOT_ASKED))
    return nn.functional.cross_entropy(torch.cat(columns, 1), torch.arange(len(examples)))


def _same_answer(examples: Sequence[Example]) -> Tensor:
    """What takes a question out of those that a passage has to be further from: it may answer this one too."""
    masked = torch.zeros(len(examples), len(examples))
    for row, one in enumerate(examples):
        for column, other in enumerate(examples):
            if row != column and (one.topic == other.topic or set(one.positives) & set(other.positives)):
                masked[row, column] = _NOT_ASKED
    return masked


@torch.no_grad()
def validate(halves: Halves, material: Material, most: int = 40) -> dict[str, float]:
    """How well meaning alone finds, within the contracts kept apart: in percent, over ``n`` questions.

    hit@1 and hit@5; and auc, how often the best cosine of a question that its contract answers is above that of one that it does not.
    Of each contract ``most`` questions are asked; of the real contracts only the shorter ones are taken.
    """
    ranks: list[int] = []
    answered: list[float] = []
    unanswered: list[float] = []
    for family, examples in _validated(material).items():
        places = list(material.families[family])
        vectors = halves.embed([PASSAGE_PREFIX + material.texts[p] for p in places])
        chosen = examples[:: max(1, len(examples) // most)]
        scores = halves.embed([QUESTION_PREFIX + e.question for e in chosen]) @ vectors.T
        for example, row in zip(chosen, scores, strict=True):
            order = [places[i] for i in row.argsort(descending=True).tolist()]
            ranks.append(min(order.index(p) for p in example.positives))
        if near := material.near.get(family):
            answered += scores.amax(1).tolist()
            unanswered += (halves.embed([QUESTION_PREFIX + question for question in near]) @ vectors.T).amax(1).tolist()
    told = {f"hit@{k}": sum(r < k for r in ranks) / max(1, len(ranks)) for k in (1, 5)}
    pairs = max(1, len(answered) * len(unanswered))
    told["auc"] = sum((a > u) + (a == u) / 2 for a in answered for u in unanswered) / pairs
    return {name: round(100 * value, 1) for name, value in told.items()} | {"n": len(ranks)}


def _validated(material: Material) -> dict[str, list[Example]]:
    of_family: dict[str, list[Example]] = defaultdict(list)
    for example in material.examples:
        if held_out(example.family) and len(material.families.get(example.family, ())) >= _FEWEST:
            of_family[example.family].append(example)
    real = sorted((f for f in of_family if f not in material.near), key=lambda f: len(material.families[f]))
    return {family: of_family[family] for family in [*real[:_VALIDATED], *(f for f in of_family if f in material.near)]}


def train(halves: Halves, material: Material, recipe: Recipe) -> dict[str, Any]:
    """Train, choose the share of the new weights, and tell how it went."""
    before = {name: value.clone() for name, value in halves.upper.state_dict().items()}
    halves.upper.requires_grad_(True)
    optimiser = torch.optim.AdamW(halves.upper.parameters(), lr=recipe.rate, weight_decay=0.01)
    batches = Batches(material, recipe)
    steps = [batch for _ in range(recipe.epochs) for batch in batches.epoch()]
    began, done = time.monotonic(), 0.0
    for step, batch in enumerate(steps):
        # the schedule follows time as well as steps, so that a slow machine also ends on a small rate
        done = max(step / len(steps), (time.monotonic() - began) / (60 * recipe.minutes))
        if done >= 1.0:
            break
        for group in optimiser.param_groups:
            group["lr"] = recipe.rate * min(1.0, (step + 1) / 10) * (1.0 - done)
        loss = loss_of(halves, material, batch, recipe)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it without types
        nn.utils.clip_grad_norm_(halves.upper.parameters(), 1.0)
        optimiser.step()
        if step % 5 == 0:
            _say(f"step {step} of {len(steps)}, {done:.0%}, loss {loss.item():.3f}, {time.monotonic() - began:.0f} s")
    halves.upper.requires_grad_(False)
    return _averaged(halves, material, before, recipe.share) | {"steps": step + 1, "recipe": asdict(recipe)}


def _averaged(halves: Halves, material: Material, before: dict[str, Tensor], share: float | None) -> dict[str, Any]:
    after = {name: value.clone() for name, value in halves.upper.state_dict().items()}
    figures: dict[float, dict[str, float]] = {}
    for tried in _SHARES if share is None else [share]:
        halves.upper.load_state_dict({name: before[name] + tried * (after[name] - before[name]) for name in after})
        figures[tried] = validate(halves, material)
        _say(f"share {tried}: {figures[tried]}")
    best = max(figures, key=lambda tried: (sum(figures[tried][k] for k in ("hit@1", "hit@5", "auc")), -tried))
    halves.upper.load_state_dict({name: before[name] + best * (after[name] - before[name]) for name in after})
    return {"share": best, "validation": figures}


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def save(halves: Halves, plain: Halves, out: Path, told: dict[str, Any]) -> None:
    """Write the model as a folder of transformers, what training changed packed as it is shipped, and how it was made.

    What changed is told from ``plain``, the untrained model: differences are small, and so are the steps of their 8-bit integers; of whole
    weights, a step is larger than what a short training changes.
    """
    halves.model.save_pretrained(out / "model")
    halves.tokenizer.save_pretrained(out / "model")
    before, after = plain.model.state_dict(), halves.model.state_dict()
    changed = {name: (after[name] - before[name]).numpy() for name in after if _layer(name) >= _FROZEN}
    (out / "e5-clauses.safetensors").write_bytes(pack(changed))
    (out / "training.json").write_text(json.dumps(told, indent=1))


def _layer(name: str) -> int:
    """The number of the layer that a tensor belongs to, -1 outside layers."""
    parts = name.split(".")
    return int(parts[2]) if parts[:2] == ["encoder", "layer"] else -1


def main() -> None:
    """Read the material, train, save."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    parser.add_argument("--models", type=Path, required=True, help="where the built-in model is assembled")
    parser.add_argument(
        "--start",
        default=e5.PLAIN_NAME,
        help="the model whose layers are trained: a name, or the folder of an earlier run",
    )
    parser.add_argument("--contracts", type=int, default=Recipe().contracts)
    parser.add_argument("--minutes", type=float, default=Recipe().minutes)
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--share", type=float, help="of the new weights; the one that validates best when not given")
    given = parser.parse_args()
    recipe = Recipe(contracts=given.contracts, minutes=given.minutes, epochs=given.epochs, share=given.share)
    torch.manual_seed(recipe.seed)
    material = read_material(given.corpus, e5.load_exact(given.models, e5.PLAIN_NAME), recipe.contracts)
    _say(f"{len(material.examples)} examples over {len(material.families)} families, {len(material.texts)} texts")
    halves = Halves(_folder(given.start, given.models), recipe.tokens, _FROZEN)
    plain = Halves(e5.model_folder(given.models, e5.PLAIN_NAME), recipe.tokens, _FROZEN)
    save(halves, plain, given.out, train(halves, material, recipe))


def _folder(start: str, models: Path) -> Path:
    """A model's folder: of an earlier run, or assembled by its name."""
    return Path(start) if Path(start).is_dir() else e5.model_folder(models, start)


if __name__ == "__main__":
    main()
