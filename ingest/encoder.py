"""The embedder that the settings name: the built-in one, or any model of sentence-transformers."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ingest import compact
from ingest.embed import Embedder, Vectors
from ingest.errors import EmbedderError
from ingest.late import LateEmbedder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 16  # passages a forward pass; larger ones were no faster on two cores


class SentenceEncoder:
    """An `ingest.embed.Embedder` over a loaded SentenceTransformer.

    Args:
        model: the loaded model.
        name: identifies the model and its weights.
        unrelated_below: cosine under which a question and a passage have nothing to do with each other; -1 if unknown.
        question_prefix: put before every question, as the model was trained.
        passage_prefix: put before every passage.
    """

    def __init__(
        self,
        model: SentenceTransformer,
        name: str,
        *,
        question_prefix: str = "",
        passage_prefix: str = "",
        unrelated_below: float = -1.0,
    ) -> None:
        self._model = model
        self._question_prefix = question_prefix
        self._passage_prefix = passage_prefix
        self.name = name
        self.unrelated_below = unrelated_below
        self.dimension = int(model.get_embedding_dimension() or 0)
        self.window = int(model.max_seq_length or 512)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text as a passage, special tokens and prefix included; nothing is cut."""
        if not texts:
            return []
        prefixed = [self._passage_prefix + text for text in texts]
        tokenizer: Any = self._model.tokenizer
        return [len(ids) for ids in tokenizer(prefixed, truncation=False, verbose=False)["input_ids"]]

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One unit row a text, float32, shape (len(texts), dimension).

        Raises:
            EmbedderError: when a text is longer than the window: nothing is ever cut silently.
        """
        longest = max(self.count_tokens(texts), default=0)
        if longest > self.window:
            raise EmbedderError(f"expected passages of at most {self.window} tokens, got one of {longest}.")
        return self._encode([self._passage_prefix + text for text in texts])

    def embed_question(self, text: str) -> Vectors:
        """One unit vector, float32, shape (dimension,). A question beyond the window is cut at its end."""
        with _one_thread():
            return np.asarray(self._encode([self._question_prefix + text])[0], dtype=np.float32)

    def _encode(self, texts: list[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        vectors = self._model.encode(
            texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return np.asarray(vectors, dtype=np.float32)


@contextmanager
def _one_thread() -> Iterator[None]:
    """One thread for a text as short as a question: several gain nothing, and wait for each other on a busy machine."""
    import torch  # loaded long since: there is a model

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)


def load_embedder(name: str, threads: int = 0) -> Embedder:
    """The embedder that the settings name. The built-in one is loaded when it is first used, any other at once.

    Args:
        name: ``e5-clauses`` for the built-in model, else a folder or a hub name of any sentence-transformers model.
        threads: threads to embed with; 0 leaves the choice to the library.

    Raises:
        ModelMismatch: when the built-in model's files do not have their hashes; raised at its first use.
        EmbedderError: when the named model cannot be loaded.
    """
    if name == compact.NAME:
        return LateEmbedder(
            compact.versioned_name(),
            compact.DIMENSION,
            compact.WINDOW,
            lambda: compact.load(threads),
            compact.UNRELATED_BELOW,
        )
    prepare_torch(threads)
    # imported here: torch takes seconds, and commands that do not embed must start at once
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(name, device="cpu")
    except (OSError, ValueError, RuntimeError) as error:
        raise EmbedderError(
            f"expected {name!r} to be a folder or a hub name of a sentence-transformers model, and it did not load: {error}"
        ) from error
    question_prefix, passage_prefix = _prefixes(name)
    return SentenceEncoder(
        model, f"{name}@{_fingerprint(model)}", question_prefix=question_prefix, passage_prefix=passage_prefix
    )


def prepare_torch(threads: int) -> None:
    """Set torch's threads, and keep transformers from drawing bars over ours."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # its threads warn in every process that is started later
    # imported here for the reason above, and for start-up speed
    import torch
    from transformers.utils import logging

    if threads:
        torch.set_num_threads(threads)
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers leaves it without types


def _prefixes(name: str) -> tuple[str, str]:
    """E5 models were trained with prefixes; others say theirs in their own configuration."""
    if "e5" in Path(name).name.lower():
        return compact.QUESTION_PREFIX, compact.PASSAGE_PREFIX
    return "", ""


def _fingerprint(model: SentenceTransformer) -> str:
    """Twelve hexadecimal digits of the weights' SHA-256, so that an index knows its model."""
    digest = hashlib.sha256()
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(key.encode())
        digest.update(tensor.detach().cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()[:12]
