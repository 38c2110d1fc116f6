from __future__ import annotations

from pathlib import Path

import pytest

from evals.errors import RunError
from evals.taken_in import all_taken_in
from ingest.outcome import Outcome


def test_what_cannot_be_read_is_named_with_why() -> None:
    read = Outcome(Path("a.pdf"), "Acme", "a", "added")
    failed = Outcome(Path("b.pdf"), "Acme", None, "failed", message="expected a PDF, got nothing.")
    all_taken_in([read], "every file of the sets")
    with pytest.raises(
        RunError, match=r"expected every file of the sets to be readable, not so:\nb\.pdf: expected a PDF"
    ):
        all_taken_in([read, failed], "every file of the sets")
