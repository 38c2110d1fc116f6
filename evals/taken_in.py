"""Whether all files that a measurement needs were taken into its library."""

from __future__ import annotations

from collections.abc import Iterable

from evals.errors import RunError
from ingest.outcome import Outcome


def all_taken_in(outcomes: Iterable[Outcome], called: str) -> None:
    """Pass when none of the files failed.

    Args:
        outcomes: of their ingestion.
        called: what they are, for the message: "every file of the sets".

    Raises:
        RunError: naming those that cannot be read, and why.
    """
    failed = [f"{outcome.path}: {outcome.message}" for outcome in outcomes if outcome.status == "failed"]
    if failed:
        raise RunError("\n".join([f"expected {called} to be readable, not so:", *failed]))
