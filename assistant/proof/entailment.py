"""Natural language inference by a cross-encoder that the user names: do these words entail that sentence?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from assistant.errors import SettingsError

ENTAILMENT = "entailment"


class PairClassifier(Protocol):
    """The part of `sentence_transformers.CrossEncoder` that is used."""

    def predict(self, inputs: Any, /) -> Any:
        """For each (premise, hypothesis) pair, a row of one score a label."""
        ...


class Entailment:
    """Says whether a premise entails a hypothesis.

    Args:
        model: scores pairs of texts.
        labels: what each column of its scores stands for; one has to be called "entailment", in any case.
        window: how many tokens of a pair the model reads; it would cut the rest off unseen.
        count_tokens: the number of tokens of a pair as the model counts them.
        name: what results call it.

    Raises:
        SettingsError: when no label is called so: the model is no NLI model.
    """

    def __init__(
        self, model: PairClassifier, labels: Mapping[int, str], window: int, count_tokens: Any, name: str
    ) -> None:
        self.name = name
        self._model = model
        self._window = window
        self._count_tokens = count_tokens
        columns = [column for column, label in labels.items() if label.lower() == ENTAILMENT]
        if len(columns) != 1:
            raise SettingsError(
                f"{name}: expected a cross-encoder for natural language inference with a label {ENTAILMENT!r}, "
                f"got the labels {', '.join(labels.values()) or 'none'}; name another model"
            )
        self._column = columns[0]

    def entails(self, premise: str, hypothesis: str) -> bool | None:
        """Whether entailment is the likeliest of the labels; None when the pair is longer than the model's window."""
        if self._count_tokens(premise, hypothesis) > self._window:
            return None
        scores: Sequence[float] = self._model.predict([(premise, hypothesis)])[0]
        return max(range(len(scores)), key=scores.__getitem__) == self._column


def load_entailment(name: str) -> Entailment:
    """The cross-encoder of that name: a folder, or a hub name, which is then fetched once.

    Raises:
        SettingsError: when it cannot be loaded, or is no model of natural language inference.
    """
    from sentence_transformers import CrossEncoder  # start-up: torch is loaded when a model is named

    try:
        model = CrossEncoder(name, device="cpu")
    except Exception as error:  # the loaders raise many kinds of their own
        reason = str(error).partition("\n")[0]
        raise SettingsError(
            f"expected a folder or hub name of a sentence-transformers cross-encoder, got {name!r} ({reason})"
        ) from error
    labels = {int(column): str(label) for column, label in (model.config.id2label or {}).items()}

    def count_tokens(premise: str, hypothesis: str) -> int:
        return len(model.tokenizer(premise, hypothesis)["input_ids"])

    return Entailment(model, labels, model.max_length or model.config.max_position_embeddings, count_tokens, name)
