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
_VALIDATED = 6  # families
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
                scores[row, column] = -1e4
    columns = [places.index(p) for p in positives]
    found = nn.functional.cross_entropy(scores, torch.tensor(columns))
    answered = scores[range(len(columns)), columns]
    return found + recipe.near * _near_loss(halves, material, examples, passages[columns], answered, recipe)


def _near_loss(
    halves: Halves,
    material: Material,
    examples: Sequence[Example],
    passages: Tensor,
    answered: Tensor,
    recipe: Recipe,
) -> Tensor:
    """What it costs that a passage is nearer to a question that its contract does not answer than to its own.

    Of each example ``passages`` has the passage that answers, and ``answered`` how near that is to its question.
    """
    families = list(dict.fromkeys(e.family for e in examples if material.near.get(e.family)))
    asked = [(family, question) for family in families for question in material.near[family]]
    if not asked:
        return torch.zeros(())
    near = halves.embed([QUESTION_PREFIX + question for _, question in asked]) @ passages.T / recipe.temperature
    rows = []
    for n, example in enumerate(examples):
        others = [k for k, (family, _) in enumerate(asked) if family == example.family]
        if others:
            rows.append(torch.logsumexp(torch.cat([answered[n : n + 1], near[others, n]]), 0) - answered[n])
    return torch.stack(rows).mean()


@torch.no_grad()
def validate(halves: Halves, material: Material, most: int = 240) -> dict[str, float]:
    """hit@1 and hit@5, in percent, on the shorter of the families kept apart: by meaning alone, within the family."""
    of_family: dict[str, list[Example]] = defaultdict(list)
    for example in material.examples:
        if held_out(example.family) and len(material.families.get(example.family, ())) >= _FEWEST:
            of_family[example.family].append(example)
    asked = dict(sorted(of_family.items(), key=lambda item: len(material.families[item[0]]))[:_VALIDATED])
    ranks: list[int] = []
    for family, examples in asked.items():
        places = list(material.families[family])
        vectors = torch.cat(
            [
                halves.embed([PASSAGE_PREFIX + material.texts[p] for p in places[i : i + 16]])
                for i in range(0, len(places), 16)
            ]
        )
        chosen = examples[:: max(1, len(asked) * len(examples) // most)]
        scores = halves.embed([QUESTION_PREFIX + e.question for e in chosen]) @ vectors.T
        for example, row in zip(chosen, scores, strict=True):
            order = [places[i] for i in row.argsort(descending=True).tolist()]
            ranks.append(min(order.index(p) for p in example.positives))
    return {f"hit@{k}": round(100 * sum(r < k for r in ranks) / max(1, len(ranks)), 1) for k in (1, 5)} | {
        "n": len(ranks)
    }


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
    best = max(figures, key=lambda tried: (figures[tried]["hit@1"] + figures[tried]["hit@5"], -tried))
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
