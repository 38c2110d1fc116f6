import numpy as np
import pytest

from ingest.embed import Embedder
from ingest.errors import ModelMismatch
from ingest.late import LateEmbedder
from tests.fake_embedder import FakeEmbedder


class Loader:
    """Counts how often it loads; fails at first if told to."""

    def __init__(self, failures: int = 0) -> None:
        self.loads = 0
        self.failures = failures

    def __call__(self) -> Embedder:
        self.loads += 1
        if self.loads <= self.failures:
            raise ModelMismatch("expected other weights")
        return FakeEmbedder("late", 64, 256)


def test_its_name_and_sizes_are_known_before_it_is_loaded():
    loader = Loader()
    late = LateEmbedder("late", 64, 256, loader)
    assert (late.name, late.dimension, late.window) == ("late", 64, 256)
    assert loader.loads == 0


def test_it_is_loaded_once_and_gives_what_the_embedder_gives():
    loader = Loader()
    late, direct = LateEmbedder("late", 64, 256, loader), FakeEmbedder("late", 64, 256)
    texts = ["a clause", "another clause"]
    assert late.count_tokens(texts) == direct.count_tokens(texts)
    assert np.array_equal(late.embed_passages(texts), direct.embed_passages(texts))
    assert np.array_equal(late.embed_question("a clause"), direct.embed_question("a clause"))
    assert loader.loads == 1


def test_a_failure_to_load_is_told_at_each_use_until_it_loads():
    late = LateEmbedder("late", 64, 256, Loader(failures=1))
    with pytest.raises(ModelMismatch):
        late.embed_question("x")
    assert late.embed_question("x").shape == (64,)
