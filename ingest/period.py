"""A period of days, and where a text writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ingest.document import Span


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A period and where it is written; its first day is None when only its last is told. Both days belong to it."""

    span: Span
    first: date | None
    last: date
