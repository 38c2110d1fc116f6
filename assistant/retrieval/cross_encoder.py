"""The cross-encoder that comes with the program: it reads a statement, or a question, together with words of a contract.

It is made by `evals.training.reader` from the embedder's own layers, trained further on questions and on statements about clauses,
true and false (docs/model-card.md), in 8-bit integers, run by ONNX Runtime. It tells whether the words bear the statement out, and
whether they answer the question.
"""

from __future__ import annotations

from functools import lru_cache

from ingest import compact
from ingest.compact import PASSAGE_PREFIX, QUESTION_PREFIX
from ingest.token_model import TokenModel

NAME = "clause-reader"
PACKAGE = "assistant"
MODEL = ("data/clause-reader-2/model.onnx", "7e02a2fb26aead6d042b82e001d4ea65c968ba043ce081f5cbf10e746b2346ec")
"""The model's file in the package, with its SHA-256; the tokenizer is the embedder's."""

STATEMENT_PREFIX = "claim: "
WINDOW = 512  # tokens of the two texts together
ANSWERS, BEARS_OUT = 0, 1  # columns of the model's output
READ = 256
"""Tokens of a question and the words that may answer it, which is about what it was trained on; of longer words the beginning is read."""
_KEPT = 4096  # pairs whose scores are remembered


class CrossEncoder:
    """Reads pairs of texts; what was read is remembered. Safe to share between threads.

    Args:
        model: the ONNX file's bytes; input ``input_ids`` of shape (1, tokens), one output of shape (1, 2).
        tokenizer: the bytes of a ``tokenizer.json`` that joins two texts.
        name: identifies the model and its weights.
        threads: pairs read side by side; 0 for one a core.
    """

    def __init__(self, model: bytes, tokenizer: bytes, name: str = NAME, threads: int = 0) -> None:
        self._model = TokenModel(model, threads)
        self._tokenizer = compact.read_tokenizer(tokenizer)
        self._statement_score = lru_cache(maxsize=_KEPT)(self._read_statement)
        self._answer_score = lru_cache(maxsize=_KEPT)(self._read_answer)
        self.name = name

    def bears_out(self, words: str, statement: str) -> float | None:
        """How far the words bear the statement out, as log-odds; None when the two together are too long to be read."""
        return self._statement_score(words, statement)

    def answering(self, question: str, words: str) -> float:
        """How far the words of a contract answer the question, as log-odds."""
        return self._answer_score(question, words)

    def _read_answer(self, question: str, words: str) -> float:
        ids = self._ids(QUESTION_PREFIX + question, words)
        return float(self._model.row(ids if len(ids) <= READ else [*ids[: READ - 1], ids[-1]])[ANSWERS])

    def _read_statement(self, words: str, statement: str) -> float | None:
        ids = self._ids(STATEMENT_PREFIX + statement, words)
        return float(self._model.row(ids)[BEARS_OUT]) if len(ids) <= WINDOW else None

    def _ids(self, said: str, words: str) -> list[int]:
        ids: list[int] = self._tokenizer.encode(said, PASSAGE_PREFIX + " ".join(words.split())).ids
        return ids


def load(threads: int = 0) -> CrossEncoder:
    """The built-in cross-encoder, its files held against their hashes.

    Args:
        threads: pairs read side by side; 0 for one a core.

    Raises:
        ModelMismatch: when a file does not have its hash.
    """
    tokenizer = compact.packaged(compact.PACKAGE, *compact.TOKENIZER)
    return CrossEncoder(compact.packaged(PACKAGE, *MODEL), tokenizer, f"{NAME}@{MODEL[1][:12]}", threads)
