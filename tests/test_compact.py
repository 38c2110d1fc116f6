from __future__ import annotations

import hashlib
import importlib.resources

import numpy as np
import pytest

from ingest import compact
from ingest.errors import ModelMismatch


@pytest.fixture(scope="module")
def encoder() -> compact.CompactEncoder:
    return compact.load(threads=2)


def test_the_files_that_are_shipped_have_their_hashes() -> None:
    for name, expected in (compact.MODEL, compact.TOKENIZER):
        content = importlib.resources.files(compact.PACKAGE).joinpath(name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == expected
        assert len(content) < 50_000_000


def test_a_file_that_was_tampered_with_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compact, "TOKENIZER", (compact.TOKENIZER[0], "0" * 64))
    with pytest.raises(
        ModelMismatch, match=r"tokenizer\.json: expected a file with SHA-256 0000.*install clausier again"
    ):
        compact.load()


def test_a_vector_does_not_depend_on_its_company(encoder: compact.CompactEncoder) -> None:
    texts = ["The fee is 12,000 euros.", "Le préavis est de trois mois. " * 40, "“Business Day” means …"]
    together = encoder.embed_passages(texts)
    alone = np.concatenate([encoder.embed_passages([text]) for text in texts])
    np.testing.assert_array_equal(together, alone)


@pytest.mark.parametrize(
    "text", ["Œuvre à façon : 1 234,56 €", "ISO/IEC 27001:2022 §8.2 ½ № 3", "PRÉAVIS", "naïve coöperation", "日本"]
)
def test_what_contracts_write_can_be_spelt(encoder: compact.CompactEncoder, text: str) -> None:
    assert encoder.count_tokens([text])[0] < 4 + 2 * len(text)
    assert np.isfinite(encoder.embed_question(text)).all()


def test_a_question_beyond_the_window_is_cut(encoder: compact.CompactEncoder) -> None:
    assert encoder.embed_question("word " * 2000).shape == (encoder.dimension,)


def test_a_question_that_is_asked_of_passages_and_of_sentences_is_run_once(encoder: compact.CompactEncoder) -> None:
    vector = encoder.embed_question("how long is the notice?")
    assert encoder.embed_question("how long is the notice?") is vector
    assert not vector.flags.writeable
