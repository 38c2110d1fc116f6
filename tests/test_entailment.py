from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import SettingsError
from assistant.proof.entailment import Entailment, load_entailment

LABELS = {0: "contradiction", 1: "Entailment", 2: "neutral"}


class Scripted:
    """Scores by what the hypothesis says."""

    def predict(self, inputs: Sequence[tuple[str, str]], /) -> list[list[float]]:
        return [[0.1, 0.9, 0.0] if "yes" in hypothesis else [0.2, 0.1, 0.7] for _, hypothesis in inputs]


def words(premise: str, hypothesis: str) -> int:
    return len(f"{premise} {hypothesis}".split())


def test_entailed_is_what_scores_highest_under_that_label() -> None:
    entailment = Entailment(Scripted(), LABELS, 10, words, "toy")
    assert entailment.entails("the contract", "yes it does") is True
    assert entailment.entails("the contract", "it does not") is False


def test_what_the_model_would_cut_is_not_judged() -> None:
    assert Entailment(Scripted(), LABELS, 5, words, "toy").entails("a b c d", "yes e") is None


@pytest.mark.parametrize("labels", [{}, {0: "LABEL_0"}, {0: "relevant", 1: "irrelevant"}])
def test_a_model_that_knows_no_entailment_is_refused(labels: dict[int, str]) -> None:
    with pytest.raises(SettingsError, match="expected a cross-encoder for natural language inference"):
        Entailment(Scripted(), labels, 5, words, "reranker")


def test_a_model_that_is_not_there_is_told() -> None:
    with pytest.raises(SettingsError, match="got 'no/such/folder'"):
        load_entailment("no/such/folder")


def make_cross_encoder(folder: Path) -> Path:
    """A tiny cross-encoder with random weights, in the form in which they are published."""
    transformers: Any = pytest.importorskip("transformers")
    (folder / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "fee", "is", "twelve"]))
    transformers.BertTokenizerFast(str(folder / "vocab.txt"), model_max_length=16).save_pretrained(folder)
    config = transformers.BertConfig(
        vocab_size=8,
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
        max_position_embeddings=16,
        id2label=LABELS,
        label2id={label: column for column, label in LABELS.items()},
    )
    transformers.BertForSequenceClassification(config).save_pretrained(folder)
    return folder


@pytest.mark.filterwarnings("ignore")
def test_a_model_in_a_folder_is_loaded_and_asked(tmp_path: Path) -> None:
    entailment = load_entailment(str(make_cross_encoder(tmp_path)))
    assert entailment.entails("fee is twelve", "fee is twelve") in (True, False)
    assert entailment.entails("fee " * 20, "fee is twelve") is None
