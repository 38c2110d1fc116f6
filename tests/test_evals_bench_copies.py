from __future__ import annotations

from pathlib import Path

import numpy as np

from evals.bench.copies import copied, grow, invented, originals, renamed
from tests.fake_parts import FakeParts


def test_names_are_as_long_as_the_words_and_always_the_same() -> None:
    assert len(invented("Torrovane", 3)) == len("Torrovane")
    assert invented("Torrovane", 3) == invented("Torrovane", 3) != invented("Torrovane", 4)
    text = "TORROVANE and Torrovane and torrovane@torrovane.example"
    other = renamed(text, "Brackenholt-Torrovane", 1)
    assert len(other) == len(text)
    assert "torrovane" not in other.lower()


def test_a_library_grows_by_whole_contracts_that_differ(tmp_path: Path) -> None:
    with FakeParts(tmp_path) as parts:
        known = originals(parts)
        one = sum(len(o.passages) for o in known)
        added = grow(parts, known, one + 1)
        names = [contract.name for contract in parts.library.contracts()]
        assert sorted(added) == names
        assert len(names) == 3
        assert sum(parts.index.sizes().values()) > one
        again = grow(parts, known, one + 1)
        assert again == added
        record = parts.library.contract(names[0]).documents[0]
        assert parts.library.document(record.id).text != known[0].document.text


def test_the_vectors_of_copies_are_near_those_of_the_originals_and_of_unit_length(tmp_path: Path) -> None:
    with FakeParts(tmp_path) as parts:
        known = originals(parts)
        vectors = copied(known[0], "Somebody", 1).vectors
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
        assert float((vectors * known[0].vectors).sum(axis=1).min()) > 0.98
