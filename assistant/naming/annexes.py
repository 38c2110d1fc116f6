"""Which annex of a contract a document is: "Annexe n° 2", "Schedule B"."""

from __future__ import annotations

import re

from ingest.document import Document
from ingest.record import DocumentRecord
from ingest.words import fold

_BEGINNING = 400  # characters in which an annex says its number
_ANNEX = re.compile(
    r"\b(annex|schedule|exhibit|appendi|attachment)(?:es?|s|x|ce|xes)?[\s_-]+(?:n\s?°?\s*)?([0-9]+|[ivxl]+|[a-z])\b"
)

AnnexKey = tuple[str, ...]
"""What two ways of naming one annex share: the kind of annex and its number."""


def annex_key(said: str) -> AnnexKey | None:
    """The annex that a text names first, None when it names none."""
    match = _ANNEX.search(fold(said))
    return tuple(match.groups()) if match else None


def annex_of(record: DocumentRecord, document: Document) -> AnnexKey | None:
    """What an annex calls itself and its number: in its name, else its title, else its first words."""
    for said in (record.name.replace("_", " "), document.title, document.text[:_BEGINNING]):
        key = annex_key(said)
        if key:
            return key
    return None
