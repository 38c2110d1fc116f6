"""The embedder that comes with the program: e5-clauses in 8-bit integers, run by ONNX Runtime.

It is made by `evals.training.compact` from multilingual-e5-small with our upper layers (docs/model-card.md), with the words of English
and French alone. No torch is loaded: the first question is answered within a second or two.
"""

from __future__ import annotations

import hashlib
import importlib.resources
import os
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from ingest.embed import Vectors
from ingest.errors import EmbedderError, ModelMismatch
from ingest.token_model import TokenModel

NAME = "e5-clauses"
PACKAGE = "ingest"
MODEL = ("data/e5-clauses-5/model.onnx", "a73ae86c7d244c26bf8323ad89a64afd388849e9d857d8833ae52c6f204bba03")
TOKENIZER = ("data/e5-clauses-5/tokenizer.json", "7cb41180ad4688a15457d94f90e1c48697da810fd31f276240c1d97fe1b66e81")
"""The model's files in the package, each with its SHA-256."""

QUESTION_PREFIX = "query: "
PASSAGE_PREFIX = "passage: "
DIMENSION = 384
WINDOW = 512  # tokens
UNRELATED_BELOW = 0.43
"""Cosine under which a question and a passage have nothing to do with each other (docs/model-card.md)."""

_QUESTIONS_KEPT = 64


def versioned_name() -> str:
    """The model's name with what tells its weights from another version's."""
    return f"{NAME}@{MODEL[1][:12]}"


class CompactEncoder:
    """An `ingest.embed.Embedder` over an ONNX model that takes tokens and gives unit vectors. Safe to share between threads.

    Args:
        model: the ONNX file's bytes; input ``input_ids`` of shape (1, tokens), one output of shape (1, dimension).
        tokenizer: the bytes of a ``tokenizer.json``.
        name: identifies the model and its weights.
        threads: texts embedded side by side; 0 for one a core.
        dimension: the length of a vector.
    """

    def __init__(
        self, model: bytes, tokenizer: bytes, name: str = NAME, threads: int = 0, dimension: int = DIMENSION
    ) -> None:
        self._model = TokenModel(model, threads)
        self._tokenizer = read_tokenizer(tokenizer)
        # a question is compared with passages, and then with sentences: it is run once
        self._question_vector = lru_cache(maxsize=_QUESTIONS_KEPT)(self._run_question)
        self.name = name
        self.dimension = dimension
        self.window = WINDOW
        self.unrelated_below = UNRELATED_BELOW

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text as a passage, special tokens and prefix included; nothing is cut."""
        return [len(tokens) for tokens in self._tokens(texts)]

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One unit row a text, float32, shape (len(texts), dimension).

        Raises:
            EmbedderError: when a text is longer than the window: nothing is ever cut silently.
        """
        tokens = self._tokens(texts)
        longest = max(map(len, tokens), default=0)
        if longest > self.window:
            raise EmbedderError(f"expected passages of at most {self.window} tokens, got one of {longest}.")
        rows = self._model.rows(tokens)
        return np.stack(rows) if rows else np.zeros((0, self.dimension), dtype=np.float32)

    def embed_question(self, text: str) -> Vectors:
        """One unit vector, float32, shape (dimension,), not to be written to. A question beyond the window is cut at its end."""
        return self._question_vector(text)

    def _run_question(self, text: str) -> Vectors:
        ids = self._tokenizer.encode(QUESTION_PREFIX + text).ids
        vector = self._model.row(ids if len(ids) <= self.window else [*ids[: self.window - 1], ids[-1]])
        vector.setflags(write=False)
        return vector

    def _tokens(self, texts: Sequence[str]) -> list[list[int]]:
        encoded = self._tokenizer.encode_batch([PASSAGE_PREFIX + text for text in texts]) if texts else []
        return [list(each.ids) for each in encoded]


def read_tokenizer(content: bytes) -> Any:
    """A tokenizer of the library tokenizers, from the bytes of its ``tokenizer.json``."""
    # its threads warn in every process that is started later
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from tokenizers import Tokenizer  # here, since commands that do not embed must start at once

    return Tokenizer.from_str(content.decode("utf-8"))


def load(threads: int = 0) -> CompactEncoder:
    """The built-in embedder, its files held against their hashes.

    Args:
        threads: texts embedded side by side; 0 for one a core.

    Raises:
        ModelMismatch: when a file does not have its hash.
    """
    return CompactEncoder(packaged(PACKAGE, *MODEL), packaged(PACKAGE, *TOKENIZER), versioned_name(), threads)


def packaged(package: str, name: str, expected: str, remedy: str = "install clausier again") -> bytes:
    """The bytes of a file in a package.

    Raises:
        ModelMismatch: when it does not have its SHA-256; the message ends with the remedy.
    """
    content = importlib.resources.files(package).joinpath(name).read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != expected:
        raise ModelMismatch(f"{package}/{name}: expected a file with SHA-256 {expected}, got {found}; {remedy}.")
    return content
