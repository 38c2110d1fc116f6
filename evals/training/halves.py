"""A model in two halves, the lower one frozen and remembered, so that training costs half."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoTokenizer, BertModel

from evals.training.buckets import in_buckets


class Halves:
    """An embedder with mean pooling.

    Args:
        folder: a BertModel and its tokenizer, as transformers save them.
        tokens: what is longer is cut.
        frozen: how many of the lower layers stay as they are.
    """

    def __init__(self, folder: Path, tokens: int, frozen: int) -> None:
        self._frozen = frozen
        self.tokenizer: Any = AutoTokenizer.from_pretrained(str(folder))
        self.model: Any = BertModel.from_pretrained(str(folder), add_pooling_layer=False, dtype=torch.float32)
        self.model.train(False)
        self.model.requires_grad_(False)
        self.upper = nn.ModuleList(self.model.encoder.layer[self._frozen :])
        self._tokens = tokens
        self._seen: dict[str, Tensor] = {}

    @torch.no_grad()
    def _lower(self, text: str) -> Tensor:
        """What the lower half makes of a text, (tokens, dimension), in half precision."""
        if text not in self._seen:
            given = self.tokenizer(text, truncation=True, max_length=self._tokens, return_tensors="pt")
            hidden = self.model.embeddings(input_ids=given["input_ids"])
            for layer in self.model.encoder.layer[: self._frozen]:
                hidden = _through(layer, hidden, None)
            self._seen[text] = hidden[0].half()
        return self._seen[text]

    def embed(self, texts: Sequence[str]) -> Tensor:
        """One unit row a text; gradients flow through the upper half, whose products are taken in bfloat16: half the time."""
        parts = [self._lower(text).float() for text in texts]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            return in_buckets([len(part) for part in parts], lambda group: self._upper([parts[n] for n in group]))

    def _upper(self, parts: list[Tensor]) -> Tensor:
        hidden = nn.utils.rnn.pad_sequence(parts, batch_first=True)
        mask = torch.zeros(hidden.shape[:2])
        for row, part in enumerate(parts):
            mask[row, : len(part)] = 1.0
        bias = (1.0 - mask)[:, None, None, :] * torch.finfo(torch.float32).min
        for layer in self.upper:
            hidden = _through(layer, hidden, bias)
        summed = (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return nn.functional.normalize(summed.float(), dim=1)


def _through(layer: Any, hidden: Tensor, bias: Tensor | None) -> Tensor:
    out = layer(hidden, attention_mask=bias)
    given: Tensor = out[0] if isinstance(out, tuple) else out
    return given
