"""A passage found, and its key."""

from __future__ import annotations

from dataclasses import dataclass

PassageKey = tuple[str, int]
"""The id of a document, and the place of a passage among its passages."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: its key and its score, higher is better."""

    document_id: str
    ordinal: int
    score: float

    @property
    def key(self) -> PassageKey:
        """The passage's key."""
        return self.document_id, self.ordinal
