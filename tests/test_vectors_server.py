"""The vectors on a Chroma server of this machine, in place of the folder."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from evals.bench.scale import chroma_server
from ingest.errors import LibraryError
from ingest.vectors import VectorStore
from tests.browsing import free_port

pytestmark = [
    pytest.mark.slow,
    # Chroma's client leaves the connection that it keeps alive to the garbage collector
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with chroma_server(tmp_path_factory.mktemp("chroma")) as running:
        yield running.address


def unit(*values: float) -> np.ndarray:
    vector = np.asarray(values, np.float32)
    return vector / np.linalg.norm(vector)


class Stores:
    """Stores that are closed at the end."""

    def __init__(self) -> None:
        self._opened: list[VectorStore] = []

    def __call__(self, folder: Path, server: str) -> VectorStore:
        self._opened.append(VectorStore(folder, lambda _: 0, server))  # no room is needed on this disk
        return self._opened[-1]

    def close(self) -> None:
        for opened in self._opened:
            opened.close()


@pytest.fixture
def store() -> Iterator[Stores]:
    stores = Stores()
    yield stores
    stores.close()
    gc.collect()  # here, where what Chroma leaves behind is let pass


def test_vectors_are_kept_found_and_removed_on_the_server(server: str, store: Stores, tmp_path: Path) -> None:
    first = store(tmp_path / "a", server)
    assert first.nearest(unit(1, 0), None, 5) == []
    first.add([("d1", "Acme", np.asarray([unit(1, 0), unit(0, 1)])), ("d2", "Bolt", np.asarray([unit(1, 1)]))])
    again = store(tmp_path / "a", server)
    assert [hit.key for hit in again.nearest(unit(1, 0), None, 5)] == [("d1", 0), ("d2", 0), ("d1", 1)]
    assert [hit.key for hit in again.nearest(unit(1, 0), ["d2"], 5)] == [("d2", 0)]
    few = again.nearest_of_few(unit(1, 0), {"d1": 2, "d2": 1, "gone": 3}, 2)
    assert [hit.key for hit in few] == [("d1", 0), ("d2", 0)]
    assert few[1].score == pytest.approx(0.5**0.5, abs=1e-5)
    again.remove(["d1"])
    assert [hit.key for hit in first.nearest(unit(1, 0), None, 5)] == [("d2", 0)]
    again.clear()
    again.clear()
    assert first.nearest(unit(1, 0), None, 5) == []
    assert first.nearest_of_few(unit(1, 0), {"d2": 1}, 5) == []
    assert list(tmp_path.iterdir()) == []


def test_homes_do_not_meet_on_one_server(server: str, store: Stores, tmp_path: Path) -> None:
    store(tmp_path / "a", server).add([("d1", "Acme", np.asarray([unit(1, 0)]))])
    assert store(tmp_path / "b", server).nearest(unit(1, 0), None, 5) == []


def test_a_server_that_is_not_there_is_told(store: Stores, tmp_path: Path) -> None:
    address = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(LibraryError, match=f"expected a Chroma server at {address}"):
        store(tmp_path, address).add([("d1", "Acme", np.asarray([unit(1, 0)]))])
