"""A model that reads two texts together and judges the pair in several ways, as it is trained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from transformers import AutoTokenizer, BertModel

from evals.training.buckets import in_buckets

Pair = tuple[str, str]

_SCALE = 20.0  # of the unit vector that the classifier takes, so that it learns as fast as the layers


class JointModel(nn.Module):
    """An embedder with mean pooling that is given two texts at once, and a linear classifier on its unit vector.

    The embeddings of words stay as they are, and so does the first layers' part that is frozen.

    Args:
        folder: a BertModel and its tokenizer, as transformers save them.
        classes: judgements of a pair.
        tokens: of the second text is cut what is longer together.
        frozen: how many of the lower layers stay as they are.
    """

    def __init__(self, folder: Path, classes: int, tokens: int, frozen: int) -> None:
        super().__init__()
        self._tokens = tokens
        self._tokenizer: Any = AutoTokenizer.from_pretrained(str(folder))
        self._body: Any = BertModel.from_pretrained(str(folder), add_pooling_layer=False, dtype=torch.float32)
        self._body.train(False)
        self._body.requires_grad_(False)
        nn.ModuleList(self._body.encoder.layer[frozen:]).requires_grad_(True)
        self._classifier = nn.Linear(self._body.config.hidden_size, classes)
        nn.init.normal_(self._classifier.weight, std=0.02)
        nn.init.zeros_(self._classifier.bias)

    def body_parameters(self) -> list[nn.Parameter]:
        """Those of the layers that are trained."""
        return [p for p in self._body.parameters() if p.requires_grad]

    def classifier_parameters(self) -> list[nn.Parameter]:
        """Those of the classifier."""
        return list(self._classifier.parameters())

    def embeddings(self) -> Tensor:
        """Those of words, which no training changes."""
        weight: Tensor = self._body.embeddings.word_embeddings.weight
        return weight

    def scores(self, pairs: Sequence[Pair]) -> Tensor:
        """Log-odds of each judgement, (pairs, classes). Products are taken in bfloat16: half the time."""
        lengths = [len(first) + len(second) for first, second in pairs]
        return in_buckets(lengths, lambda group: self._scores([pairs[n] for n in group]))

    def _scores(self, pairs: Sequence[Pair]) -> Tensor:
        given = self._tokenizer(
            [first for first, _ in pairs],
            [second for _, second in pairs],
            truncation="only_second",
            max_length=self._tokens,
            padding=True,
            return_tensors="pt",
        )
        mask = given["attention_mask"]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self._body(input_ids=given["input_ids"], attention_mask=mask).last_hidden_state
        weights = mask[:, :, None].float()
        unit = nn.functional.normalize((hidden.float() * weights).sum(1) / weights.sum(1), dim=1)
        scores: Tensor = self._classifier(_SCALE * unit)
        return scores

    def classifier(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The classifier of a unit vector: a matrix of shape (classes, dimension) and a bias."""
        weight, bias = self._classifier.weight.detach(), self._classifier.bias.detach()
        return (_SCALE * weight).numpy().astype(np.float32), bias.numpy().astype(np.float32)

    def restore(self, weights: Mapping[str, NDArray[np.float32]]) -> None:
        """Go on from the layers and the classifier that `evals.training.shipped_layers` read."""
        layers = {name: torch.from_numpy(np.array(values)) for name, values in weights.items() if "." in name}
        self._body.load_state_dict(layers, strict=False)
        with torch.no_grad():
            self._classifier.weight.copy_(torch.from_numpy(weights["classifier"] / _SCALE))
            self._classifier.bias.copy_(torch.from_numpy(np.array(weights["classifier_bias"])))

    def save(self, folder: Path) -> None:
        """Write the layers and the tokenizer as a folder of transformers."""
        self._body.save_pretrained(folder)
        self._tokenizer.save_pretrained(folder)
