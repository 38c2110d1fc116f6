"""The vectors on disk, where a first write was cut off."""

from __future__ import annotations

from pathlib import Path

import chromadb
import numpy as np
from chromadb.config import Settings

from ingest.vectors import RESERVE, VectorStore


def test_files_of_a_first_write_that_was_cut_off_hold_nothing_and_are_written_to(tmp_path: Path) -> None:
    chromadb.PersistentClient(tmp_path, Settings(anonymized_telemetry=False))
    store = VectorStore(tmp_path, lambda _: 2 * RESERVE)
    store.remove({"orphan"})
    vectors = np.eye(3, dtype=np.float32)
    assert store.nearest(vectors[0], None, 1) == []
    store.add([("sla", "Acme", vectors)])
    store.remove({"orphan"})
    (hit,) = store.nearest(vectors[1], None, 1)
    assert (hit.document_id, hit.ordinal) == ("sla", 1)
