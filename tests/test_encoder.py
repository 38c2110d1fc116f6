from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ingest.embed import Embedder
from ingest.encoder import load_embedder
from ingest.errors import EmbedderError


@pytest.mark.slow  # loads torch
def test_a_folder_that_holds_no_model_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(
        EmbedderError, match=r"expected .* to be a folder or a hub name of a sentence-transformers model"
    ):
        load_embedder(str(tmp_path / "empty"))


@pytest.fixture(scope="module")
def real() -> Embedder:
    return load_embedder("e5-clauses", threads=1)


ENGLISH = (
    "The supplier shall return all data at the end of the contract.",
    "Either party may terminate with three months' notice.",
    "Invoices are payable within thirty days.",
    "The data centre is cooled by river water.",
)
FRENCH = (
    "Que deviennent nos données à la fin ?",
    "Quel est le préavis pour résilier ?",
    "Quand faut-il payer les factures ?",
    "Comment les serveurs sont-ils refroidis ?",
)


@pytest.mark.slow
def test_the_built_in_model_knows_meanings_across_languages(real: Embedder) -> None:
    english, french = real.embed_passages(ENGLISH), real.embed_passages(FRENCH)
    for number in range(len(ENGLISH)):
        assert int(np.argmax(english @ real.embed_question(FRENCH[number]))) == number
        assert int(np.argmax(french @ real.embed_question(ENGLISH[number]))) == number


@pytest.mark.slow
def test_the_built_in_model_keeps_its_word(real: Embedder) -> None:
    vectors = real.embed_passages(["one", "another passage of more words"])
    assert vectors.shape == (2, real.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-3)
    assert real.embed_question("what?").shape == (real.dimension,)
    assert real.embed_passages([]).shape == (0, real.dimension)
    assert real.count_tokens([]) == []
    short, long = real.count_tokens(["word", "word " * 600])
    assert short < 10 < real.window < long


@pytest.mark.slow
def test_a_passage_beyond_the_window_is_refused_and_not_cut(real: Embedder) -> None:
    with pytest.raises(EmbedderError, match=r"at most 512 tokens, got one of \d+"):
        real.embed_passages(["short", "word " * 600])
